export { putOutOfUse as POST } from "@/lib/features/service/handlers";
