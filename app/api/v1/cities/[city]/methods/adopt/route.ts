export { adoptMethod as POST } from "@/lib/features/assessment/handlers";
