export { submitAnswers as POST } from "@/lib/features/assessment/handlers";
