export { file as GET } from "@/lib/features/method/handlers";
