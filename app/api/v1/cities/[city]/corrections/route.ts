export { correct as POST } from "@/lib/features/catalogue/handlers";
