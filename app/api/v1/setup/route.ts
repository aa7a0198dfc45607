export { setup as POST } from "@/lib/features/account/handlers";
