export { signOut as POST } from "@/lib/features/account/handlers";
