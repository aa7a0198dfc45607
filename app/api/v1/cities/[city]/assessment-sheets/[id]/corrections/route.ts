export { corrections as GET } from "@/lib/features/assessment-sheet/handlers";
