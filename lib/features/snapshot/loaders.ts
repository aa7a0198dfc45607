import { dayInBerlin } from "@/lib/format";
import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { requireGrant } from "@/lib/server/page";
import { loadFrame, may } from "../city/loaders";
import { listSnapshots, verifySnapshot } from "./data";

const PAGE = 100;

/** Snapshots of the city, a page of them, and the result of checking one against its hash. */
export async function loadSnapshots(
  slug: string,
  query: { readonly verify?: string; readonly page?: string; readonly draft?: string },
) {
  const { actor, grant } = await requireGrant(slug, "snapshot.read", `/c/${slug}/strategy/snapshots`);
  const [frame, all] = await Promise.all([loadFrame(actor, "strategy"), listSnapshots(db(), grant)]);
  const chosen = all.find(({ id }) => id === query.verify);
  const page = Math.min(
    Math.max(1, Number.parseInt(query.page ?? "1", 10) || 1),
    Math.max(1, Math.ceil(all.length / PAGE)),
  );
  return {
    actor,
    frame,
    today: dayInBerlin(new Date()),
    snapshots: all.slice((page - 1) * PAGE, page * PAGE),
    total: all.length,
    page,
    pageSize: PAGE,
    verified: chosen === undefined ? null : { snapshot: chosen, intact: await verifySnapshot(db(), grant, chosen) },
    mayCreate: may(actor, "snapshot.create"),
    draft: await findDraft(db(), query.draft, actor.userId),
  };
}
