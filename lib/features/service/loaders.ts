import { notFound } from "next/navigation";
import { outOfReach } from "@/lib/domain/access/authorise";
import type { Permission } from "@/lib/domain/access/permissions";
import { grantFor, type CityActor } from "@/lib/server/access";
import { disagreement } from "@/lib/domain/service/standing";
import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { isUuid } from "@/lib/server/http/handler";
import { requireGrant } from "@/lib/server/page";
import { dayInBerlin } from "@/lib/format";
import { loadAcceptances } from "../acceptance/data";
import { loadCriteria, loadEvidence } from "../evidence/data";
import { loadFrame } from "../city/loaders";
import {
  HISTORY_PAGE,
  loadAssessmentsOf,
  loadChoices,
  loadDependencies,
  loadHistory,
  loadName,
  loadScored,
  loadStored,
} from "./data";
import { standingsFor } from "../score/data-standing";
import { serviceHistory } from "../snapshot/data-history";

/** May the actor do this to a service of the department? For showing a button; the server decides again on the request. */
function reaches(actor: CityActor, permission: Permission, departmentId: string | null): boolean {
  const grant = grantFor(actor, permission);
  return !("ok" in grant) && outOfReach(grant, departmentId) === null;
}

/** Name of the service for the title of its page; the reader's right is checked, and the row read again by the page itself. */
export async function loadServiceTitle(slug: string, id: string): Promise<string> {
  const { grant } = await requireGrant(slug, "service.read", `/c/${slug}/services/${id}`);
  const name = isUuid(id) ? await loadName(db(), grant, id) : null;
  return name ?? notFound();
}

/** The page of one service: facts, a fresh score with its reasons, neighbours, assessments, one page of its log. */
export async function loadServicePage(
  slug: string,
  id: string,
  query: { readonly log?: string; readonly draft?: string; readonly evidence?: string },
) {
  const { actor, grant } = await requireGrant(slug, "service.read", `/c/${slug}/services/${id}`);
  if (!isUuid(id)) notFound();
  const evidenceGrant = grantFor(actor, "evidence.read");
  const today = dayInBerlin(new Date());
  const logPage = /^[1-9]\d{0,5}$/.test(query.log ?? "") ? Number(query.log) : 1;
  // Names of colleagues are nobody's business who only looks on.
  const withNames = actor.role !== "viewer";
  const [frame, stored, scored, dependencies, assessments, course, history, draft, acceptances, evidence] =
    await Promise.all([
      loadFrame(actor, "inventory"),
      loadStored(db(), grant, id),
      loadScored(db(), grant.cityId, id, today),
      loadDependencies(db(), grant, id),
      loadAssessmentsOf(db(), grant, id),
      serviceHistory(db(), grant, id, today),
      loadHistory(db(), grant, id, logPage, withNames),
      findDraft(db(), query.draft, actor.userId),
      loadAcceptances(db(), grant, id, withNames),
      "ok" in evidenceGrant
        ? null
        : Promise.all([loadEvidence(db(), evidenceGrant, id), loadCriteria(db(), grant.cityId)]),
    ]);
  if (!stored || !scored) notFound();
  const { departmentId } = stored.values;
  const standings = standingsFor(scored.city, scored.input, scored.city.methods).map((standing) =>
    standing.method.id === "hoheit-profile" ? { ...standing, result: scored.score.profile } : standing,
  );
  return {
    frame,
    today,
    stored,
    scored,
    standings,
    disagreement: disagreement(standings),
    dependencies,
    acceptances,
    /** null for readers who may not see evidence. */
    evidence: evidence && {
      rows: evidence[0],
      criteria: evidence[1],
      page: /^[1-9]\d{0,3}$/.test(query.evidence ?? "") ? Number(query.evidence) : 1,
    },
    course,
    assessments: withNames ? assessments : assessments.map((row) => ({ ...row, createdBy: null, approvedBy: null })),
    history: { ...history, page: logPage, pageSize: HISTORY_PAGE },
    draft,
    may: {
      update: reaches(actor, "service.update", departmentId),
      retire: reaches(actor, "service.retire", departmentId),
      assess: reaches(actor, "assessment.write", departmentId),
      approve: reaches(actor, "assessment.approve", departmentId),
      accept: reaches(actor, "gap.accept", departmentId),
      evidence: reaches(actor, "evidence.write", departmentId),
    },
  };
}

/** The form for a new service; a service owner is offered their own departments. */
export async function loadNewService(slug: string, draft: string | undefined) {
  const { actor, grant } = await requireGrant(slug, "service.create", `/c/${slug}/services/new`);
  const [frame, choices, found] = await Promise.all([
    loadFrame(actor, "inventory"),
    loadChoices(db(), grant.cityId),
    findDraft(db(), draft, actor.userId),
  ]);
  const { departments } = grant;
  return {
    frame,
    draft: found,
    choices: {
      ...choices,
      departments: choices.departments.filter((each) => departments === "all" || departments.includes(each.id)),
      none: departments === "all",
    },
  };
}

/** The form of a service as it is stored now, and what was typed when a save was refused. */
export async function loadEditService(slug: string, id: string, draft: string | undefined) {
  const { actor, grant } = await requireGrant(slug, "service.update", `/c/${slug}/services/${id}/edit`);
  if (!isUuid(id)) notFound();
  const [frame, stored, choices, found] = await Promise.all([
    loadFrame(actor, "inventory"),
    loadStored(db(), grant, id),
    loadChoices(db(), grant.cityId),
    findDraft(db(), draft, actor.userId),
  ]);
  if (!stored) notFound();
  const { departments } = grant;
  return {
    frame,
    stored,
    draft: found,
    allowed: outOfReach(grant, stored.values.departmentId) === null,
    choices: {
      ...choices,
      departments: choices.departments.filter((each) => departments === "all" || departments.includes(each.id)),
      none: departments === "all",
    },
  };
}
