export { changeGoal as POST } from "@/lib/features/strategy/handlers";
