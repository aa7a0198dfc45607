export { figuresCsv as GET } from "@/lib/features/portfolio/handlers";
