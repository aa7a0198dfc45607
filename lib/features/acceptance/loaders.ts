import { dayInBerlin } from "@/lib/format";
import { db } from "@/lib/server/database/client";
import { requireGrant } from "@/lib/server/page";
import { loadFrame } from "../city/loaders";
import { ACCEPTED_PAGE, listAccepted } from "./data";
import { ACCEPTED_STATES } from "./schema";

/** The city's acceptances in one state, one page of them. */
export async function loadAccepted(slug: string, query: { readonly state?: string; readonly page?: string }) {
  const { actor, grant } = await requireGrant(slug, "service.read", `/c/${slug}/accepted`);
  const state = ACCEPTED_STATES.find((each) => each === query.state) ?? "current";
  const page = /^[1-9]\d{0,5}$/.test(query.page ?? "") ? Number(query.page) : 1;
  const today = dayInBerlin(new Date());
  const [frame, list] = await Promise.all([
    loadFrame(actor, "inventory"),
    listAccepted(db(), grant, { state, page, today, withNames: actor.role !== "viewer" }),
  ]);
  return { frame, state, page, pageSize: ACCEPTED_PAGE, today, list };
}
