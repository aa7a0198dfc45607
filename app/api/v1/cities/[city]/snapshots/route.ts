export { addSnapshot as POST } from "@/lib/features/snapshot/handlers";
