import { notFound } from "next/navigation";
import { outOfReach } from "@/lib/domain/access/authorise";
import { EVIDENCE_KINDS } from "@/lib/domain/evidence";
import { ATTACHMENT_ENDINGS } from "@/lib/files/attachment";
import { dayInBerlin } from "@/lib/format";
import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { isUuid } from "@/lib/server/http/handler";
import { requireGrant } from "@/lib/server/page";
import { loadFrame } from "../city/loaders";
import { loadStored } from "../service/data";
import { EVIDENCE_PAGE, listEvidence, loadCriteria } from "./data";
import { EVIDENCE_STATES } from "./schema";

/** The form for new evidence; without a known criterion it begins with the choice of one. */
export async function loadNewEvidence(
  slug: string,
  id: string,
  query: { readonly method?: string; readonly criterion?: string; readonly kind?: string; readonly draft?: string },
) {
  const { actor, grant } = await requireGrant(slug, "evidence.write", `/c/${slug}/services/${id}/evidence/new`);
  if (!isUuid(id)) notFound();
  const [frame, stored, criteria, draft] = await Promise.all([
    loadFrame(actor, "inventory"),
    loadStored(db(), grant, id),
    loadCriteria(db(), grant.cityId),
    findDraft(db(), query.draft, actor.userId),
  ]);
  if (!stored) notFound();
  // A version may be named, and does not matter.
  const methodId = query.method?.split("@")[0];
  return {
    frame,
    stored,
    criteria,
    draft,
    allowed: outOfReach(grant, stored.values.departmentId) === null,
    criterion: criteria.find((each) => each.methodId === methodId && each.criterion === query.criterion) ?? null,
    kind: EVIDENCE_KINDS.find((each) => each === query.kind) ?? "file",
    endings: ATTACHMENT_ENDINGS,
    today: dayInBerlin(new Date()),
  };
}

/** Evidence of the city that has expired or soon will, or all of it, one page. */
export async function loadEvidenceOverview(slug: string, query: { readonly state?: string; readonly page?: string }) {
  const { actor, grant } = await requireGrant(slug, "evidence.read", `/c/${slug}/evidence`);
  const state = EVIDENCE_STATES.find((each) => each === query.state) ?? "due";
  const page = /^[1-9]\d{0,5}$/.test(query.page ?? "") ? Number(query.page) : 1;
  const today = dayInBerlin(new Date());
  const [frame, criteria, overview] = await Promise.all([
    loadFrame(actor, "inventory"),
    loadCriteria(db(), grant.cityId),
    listEvidence(db(), grant, { state, page, today }),
  ]);
  return { frame, state, page, pageSize: EVIDENCE_PAGE, today, criteria, overview };
}
