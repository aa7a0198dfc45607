export { endCorrection as POST } from "@/lib/features/catalogue/handlers";
