export { load as POST } from "@/lib/features/demo/handlers";
