export { preferences as POST } from "@/lib/features/account/handlers";
