export { addProduct as POST } from "@/lib/features/catalogue/handlers";
