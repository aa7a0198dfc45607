export { plan as POST } from "@/lib/features/import/handlers";
