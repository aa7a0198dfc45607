export { inventoryFile as GET } from "@/lib/features/inventory/handlers";
