export { corrections as GET } from "@/lib/features/import/handlers";
