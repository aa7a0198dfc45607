export { answerMany as POST } from "@/lib/features/assignment/handlers";
