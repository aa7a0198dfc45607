export { addStrategy as POST } from "@/lib/features/strategy/handlers";
