export { setPolicy as POST } from "@/lib/features/policy/handlers";
