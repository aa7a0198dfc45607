export { confirmAnswers as POST } from "@/lib/features/assessment/handlers";
