export { commit as POST } from "@/lib/features/import/handlers";
