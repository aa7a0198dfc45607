export { putGoalAway as POST } from "@/lib/features/strategy/handlers";
