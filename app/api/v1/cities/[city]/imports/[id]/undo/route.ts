export { undo as POST } from "@/lib/features/import/handlers";
