export { auditFile as GET } from "@/lib/features/audit/handlers";
