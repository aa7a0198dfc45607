export { withdrawOne as POST } from "@/lib/features/assignment/handlers";
