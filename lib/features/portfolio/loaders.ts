import { db } from "@/lib/server/database/client";
import { requireGrant } from "@/lib/server/page";
import { loadFrame, may } from "../city/loaders";
import { dashboardOf, type DashboardQuery } from "./data-dashboard";

/** The dashboard of a city from one portfolio query and a few small ones. */
export async function loadDashboard(slug: string, query: DashboardQuery) {
  const { actor, grant } = await requireGrant(slug, "service.read", `/c/${slug}`);
  const [frame, dashboard] = await Promise.all([loadFrame(actor, "dashboard"), dashboardOf(db(), grant, query)]);
  return {
    actor,
    frame,
    ...dashboard,
    mayImport: may(actor, "service.import"),
    mayCreate: may(actor, "service.create"),
    mayManageDemo: may(actor, "demo.manage"),
    maySetGoals: may(actor, "strategy.write"),
  };
}
