export { commit as POST } from "@/lib/features/assessment-sheet/handlers";
