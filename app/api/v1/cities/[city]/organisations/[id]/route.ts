export { changeOrganisation as POST } from "@/lib/features/catalogue/handlers";
