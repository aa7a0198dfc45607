export { addService as POST } from "@/lib/features/service/handlers";
