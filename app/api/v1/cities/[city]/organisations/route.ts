export { addOrganisation as POST } from "@/lib/features/catalogue/handlers";
