export { productsCsv as GET } from "@/lib/features/catalogue/handlers";
