export { addMember as POST } from "@/lib/features/account/handlers";
