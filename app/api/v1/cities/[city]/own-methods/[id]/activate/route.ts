export { activate as POST } from "@/lib/features/method/handlers";
