export { exportSheet as GET } from "@/lib/features/assessment-sheet/handlers";
