export { example as GET } from "@/lib/features/import/handlers";
