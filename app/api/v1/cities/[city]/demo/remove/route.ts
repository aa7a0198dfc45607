export { remove as POST } from "@/lib/features/demo/handlers";
