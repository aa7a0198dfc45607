export { endOtherSession as POST } from "@/lib/features/account/handlers";
