export { file as GET } from "@/lib/features/evidence/handlers";
