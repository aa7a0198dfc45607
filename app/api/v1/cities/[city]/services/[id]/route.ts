export { changeService as POST } from "@/lib/features/service/handlers";
