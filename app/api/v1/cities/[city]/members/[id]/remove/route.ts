export { dropMember as POST } from "@/lib/features/account/handlers";
