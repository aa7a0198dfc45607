export { end as POST } from "@/lib/features/acceptance/handlers";
