export { resolveAnswers as POST } from "@/lib/features/assessment/handlers";
