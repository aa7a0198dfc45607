export { dropDepartment as POST } from "@/lib/features/city/handlers";
