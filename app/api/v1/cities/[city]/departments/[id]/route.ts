export { changeDepartment as POST } from "@/lib/features/city/handlers";
