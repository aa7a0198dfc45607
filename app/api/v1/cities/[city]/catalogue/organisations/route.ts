export { organisationsCsv as GET } from "@/lib/features/catalogue/handlers";
