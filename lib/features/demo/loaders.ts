import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { requireGrant } from "@/lib/server/page";
import { adminTabs, loadFrame } from "../city/loaders";
import { demoCitiesOf } from "./data";

/** The page about the demo city: which ones the person has, and a refused attempt. */
export async function loadDemoPage(slug: string, draft: string | undefined) {
  const { actor } = await requireGrant(slug, "demo.manage", `/c/${slug}/admin/demo`);
  const [frame, cities, refused] = await Promise.all([
    loadFrame(actor, "administration"),
    demoCitiesOf(db(), actor.userId),
    findDraft(db(), draft, actor.userId),
  ]);
  return { actor, frame, tabs: adminTabs(actor, frame.t, "/demo"), cities, refused };
}
