export { addGoal as POST, goalsCsv as GET } from "@/lib/features/strategy/handlers";
