export { withdraw as POST } from "@/lib/features/evidence/handlers";
