export { add as POST } from "@/lib/features/evidence/handlers";
