export { approveAnswers as POST } from "@/lib/features/assessment/handlers";
