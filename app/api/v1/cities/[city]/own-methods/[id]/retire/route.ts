export { retire as POST } from "@/lib/features/method/handlers";
