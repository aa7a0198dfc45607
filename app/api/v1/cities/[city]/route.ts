export { changeCity as POST } from "@/lib/features/city/handlers";
