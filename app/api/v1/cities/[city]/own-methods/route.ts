export { upload as POST } from "@/lib/features/method/handlers";
