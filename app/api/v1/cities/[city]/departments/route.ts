export { addDepartment as POST } from "@/lib/features/city/handlers";
