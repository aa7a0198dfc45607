export { accept as POST } from "@/lib/features/acceptance/handlers";
