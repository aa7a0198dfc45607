export { putBackInUse as POST } from "@/lib/features/service/handlers";
