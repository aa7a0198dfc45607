export { signIn as POST } from "@/lib/features/account/handlers";
