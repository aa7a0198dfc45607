import { inventoryTabs, readListQuery } from "@/lib/domain/service/list";
import type { Query } from "@/lib/domain/strategy/filter";
import { db } from "@/lib/server/database/client";
import { requireGrant } from "@/lib/server/page";
import { loadFrame, may } from "../city/loaders";
import { loadFilterNames, loadInventory } from "./data";

/** The inventory page: rows, sums, tabs, names for filters. A fixed number of queries, whatever the size. */
export async function loadInventoryPage(slug: string, query: Query) {
  const { actor, grant } = await requireGrant(slug, "service.read", `/c/${slug}/services`);
  const { list, ignored } = readListQuery(query);
  const today = new Date().toISOString().slice(0, 10);
  const tabs = inventoryTabs(today);
  const [frame, inventory, names] = await Promise.all([
    loadFrame(actor, "inventory"),
    loadInventory(db(), grant, list, tabs),
    loadFilterNames(db(), grant, list.filter),
  ]);
  return {
    frame,
    today,
    tabs,
    ignored,
    names,
    inventory,
    list: { ...list, page: inventory.page },
    maySeeEvidence: may(actor, "evidence.read"),
    mayCreate: may(actor, "service.create"),
    mayImport: may(actor, "service.import"),
    mayAssess: may(actor, "assessment.write"),
    mayAssign: may(actor, "assessment.assign"),
  };
}
