export { assign as POST } from "@/lib/features/assignment/handlers";
