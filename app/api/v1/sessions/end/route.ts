export { endAllOtherSessions as POST } from "@/lib/features/account/handlers";
