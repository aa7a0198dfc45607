export { newPassword as POST } from "@/lib/features/account/handlers";
