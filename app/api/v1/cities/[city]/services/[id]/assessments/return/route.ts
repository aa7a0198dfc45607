export { returnAnswers as POST } from "@/lib/features/assessment/handlers";
