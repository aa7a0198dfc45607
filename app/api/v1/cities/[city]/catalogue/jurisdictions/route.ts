export { jurisdictionsCsv as GET } from "@/lib/features/catalogue/handlers";
