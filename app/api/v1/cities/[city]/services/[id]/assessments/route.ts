export { saveAnswers as POST } from "@/lib/features/assessment/handlers";
