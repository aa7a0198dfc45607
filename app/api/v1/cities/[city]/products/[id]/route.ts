export { changeProduct as POST } from "@/lib/features/catalogue/handlers";
