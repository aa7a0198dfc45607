export { changeMember as POST } from "@/lib/features/account/handlers";
