export { upload as POST } from "@/lib/features/assessment-sheet/handlers";
