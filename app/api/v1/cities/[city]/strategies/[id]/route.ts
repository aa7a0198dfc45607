export { changeStrategy as POST } from "@/lib/features/strategy/handlers";
