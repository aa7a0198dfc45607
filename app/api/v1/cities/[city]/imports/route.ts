export { upload as POST } from "@/lib/features/import/handlers";
