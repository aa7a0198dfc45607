export { withdrawBatch as POST } from "@/lib/features/assignment/handlers";
