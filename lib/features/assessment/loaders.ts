import { notFound } from "next/navigation";
import { agreementOf } from "@/lib/domain/assessing/agreement";
import { outOfReach } from "@/lib/domain/access/authorise";
import { serviceMethods } from "@/lib/domain/method/registry";
import { groupsOf } from "@/lib/domain/method/sections";
import type { Method } from "@/lib/domain/method/types";
import { raise } from "@/lib/domain/method/raise";
import { derivationContext } from "@/lib/domain/service/context";
import { deriveForMethod } from "@/lib/domain/service/derive-method";
import { sinceApproval, type Frozen } from "@/lib/domain/service/frozen";
import { valuesOf } from "@/lib/domain/service/merge";
import { standingOf } from "@/lib/domain/service/standing";
import { dayInBerlin } from "@/lib/format";
import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { isUuid } from "@/lib/server/http/handler";
import { requireGrant } from "@/lib/server/page";
import { loadFrame, may } from "../city/loaders";
import { findMethodOf, methodsOfCity } from "../method/data";
import { loadEvidence } from "../evidence/data";
import { standingsFor } from "../score/data-standing";
import { loadScored, loadStored } from "../service/data";
import { methodPreview } from "./data-preview";
import { hashOf, loadApproval, loadCourse, loadOpen, loadStanding } from "./data";

/** `id@version`, or the id alone for its first version in the list; the headline method for anything else. */
const chosenMethod = (methods: readonly Method[], given: string | undefined) =>
  methods.find(({ ref }) => ref === given) ?? methods.find(({ id }) => id === given) ?? methods[0];

const methodsFor = async (cityId: string): Promise<readonly Method[]> =>
  (await methodsOfCity(db(), cityId)).filter(({ unit }) => unit === "service");

/**
 * The questionnaire of one method for one service: what the facts say, what a person has said, and the result of both.
 * Without or with an unknown method it is the first one.
 */
export async function loadAssess(
  slug: string,
  id: string,
  query: {
    readonly method?: string;
    readonly draft?: string;
    readonly show?: string;
    readonly rater?: string;
    readonly group?: string;
  },
) {
  const { actor, grant } = await requireGrant(slug, "assessment.write", `/c/${slug}/services/${id}/assess`);
  const methods = await methodsFor(grant.cityId);
  const method = chosenMethod(methods, query.method);
  if (!isUuid(id) || method === undefined) notFound();
  const rater: "first" | "second" = query.rater === "second" ? "second" : "first";
  const [frame, stored, scored, open, second, draft, evidence] = await Promise.all([
    loadFrame(actor, "inventory"),
    loadStored(db(), grant, id),
    loadScored(db(), grant.cityId, id, dayInBerlin(new Date())),
    loadOpen(db(), grant, id, method.ref, rater),
    loadOpen(db(), grant, id, method.ref, "second"),
    findDraft(db(), query.draft, actor.userId),
    loadEvidence(db(), grant, id),
  ]);
  if (!stored || !scored) notFound();
  const { city, input, score } = scored;
  const derived = deriveForMethod(method, derivationContext(input.facts, city.world));
  // A second rater sees the facts and their own answers, not those of the first.
  const standing = standingOf(method, derived, open?.answers ?? {});
  return {
    frame,
    stored,
    methods,
    assessment: open,
    rater,
    hasSecond: second !== null,
    draft,
    allowed: outOfReach(grant, stored.values.departmentId) === null,
    standing: {
      ...standing,
      result: method.id === "hoheit-profile" && rater === "first" ? score.profile : standing.result,
    },
    fromFacts: standingOf(method, derived, {}),
    raises: method.outputs.flatMap(({ id: output }) => raise(method, valuesOf(standing.answers), output) ?? []),
    ...askedOf(method, query, new Set(Object.keys(standing.answers))),
    evidence: evidence.filter(({ methodId }) => methodId === method.id),
    today: dayInBerlin(new Date()),
    required: score.required,
  };
}

/** A method with more questions than this is asked group by group. */
const MANY = 20;

/** The questions of one form: those without any answer, those of one group, or all. */
function askedOf(
  method: Method,
  query: { readonly show?: string; readonly group?: string },
  answered: ReadonlySet<string>,
) {
  const open = method.criteria.filter(({ id, chosen }) => !answered.has(id) && chosen !== true);
  const groups = method.criteria.length > MANY ? groupsOf(method) : [];
  const group = groups.find(({ id }) => id === query.group) ?? groups[0] ?? null;
  const onlyOpen = query.show === "open";
  return {
    onlyOpen,
    open: open.length,
    group: onlyOpen ? null : group,
    groups: groups.map(({ id, name, points }) => ({
      id,
      name,
      open: open.filter((criterion) => Object.hasOwn(points, criterion.id)).length,
    })),
    asked: onlyOpen
      ? open
      : group === null
        ? method.criteria
        : method.criteria.filter(({ id }) => Object.hasOwn(group.points, id)),
  };
}

/** One method on one service with every answer and its reason. */
export async function loadMethodStanding(slug: string, id: string, ref: string) {
  const { actor, grant } = await requireGrant(slug, "service.read", `/c/${slug}/services/${id}/methods/${ref}`);
  const method = await findMethodOf(db(), grant.cityId, decodeURIComponent(ref), ["active", "retired"]);
  if (!isUuid(id) || method?.unit !== "service") notFound();
  const [frame, stored, scored, course] = await Promise.all([
    loadFrame(actor, "inventory"),
    loadStored(db(), grant, id),
    loadScored(db(), grant.cityId, id, dayInBerlin(new Date())),
    loadCourse(db(), grant, id, method.id),
  ]);
  if (!stored || !scored) notFound();
  const [standing] = standingsFor(scored.city, scored.input, [method]);
  if (standing === undefined) notFound();
  return {
    frame,
    stored,
    course,
    standing: { ...standing, result: method.id === "hoheit-profile" ? scored.score.profile : standing.result },
    raises: method.outputs.flatMap(({ id: output }) => raise(method, valuesOf(standing.answers), output) ?? []),
  };
}

/** An assessment as it was approved, whether its checksum still fits, and what has changed since. */
export async function loadApprovalPage(slug: string, id: string, assessmentId: string) {
  const { actor, grant } = await requireGrant(
    slug,
    "assessment.read",
    `/c/${slug}/services/${id}/assessments/${assessmentId}`,
  );
  if (!isUuid(id) || !isUuid(assessmentId)) notFound();
  const [frame, stored, approval] = await Promise.all([
    loadFrame(actor, "inventory"),
    loadStored(db(), grant, id),
    loadApproval(db(), grant, id, assessmentId),
  ]);
  if (!stored || approval === null) notFound();
  const { assessment, content, hash, standing, approvedBy } = approval;
  const frozen = content === null ? null : (JSON.parse(content) as Frozen);
  const withNames = actor.role !== "viewer";
  return {
    frame,
    stored,
    assessment,
    method: await findMethodOf(db(), grant.cityId, assessment.method, ["active", "retired"]),
    frozen,
    hash,
    intact: content !== null && hashOf(content) === hash,
    changed: frozen !== null && standing !== null ? sinceApproval(frozen, standing) : null,
    approvedBy: withNames ? approvedBy : null,
  };
}

/** Two independent assessments of one service by one method, and where they differ. */
export async function loadAgreement(
  slug: string,
  id: string,
  query: { readonly method?: string; readonly draft?: string },
) {
  const path = `/c/${slug}/services/${id}/agreement`;
  const { actor, grant } = await requireGrant(slug, "assessment.write", path);
  const method = chosenMethod(await methodsFor(grant.cityId), query.method);
  if (!isUuid(id) || method === undefined) notFound();
  const [frame, stored, first, second, draft] = await Promise.all([
    loadFrame(actor, "inventory"),
    loadStored(db(), grant, id),
    loadOpen(db(), grant, id, method.ref),
    loadOpen(db(), grant, id, method.ref, "second"),
    findDraft(db(), query.draft, actor.userId),
  ]);
  if (!stored || first === null || second === null) notFound();
  const [one, other] = await Promise.all(
    [first, second].map((assessment) => loadStanding(db(), grant.cityId, id, assessment)),
  );
  if (!one || !other) notFound();
  return {
    frame,
    stored,
    method,
    draft,
    first,
    second,
    answers: { first: one.standing.answers, second: other.standing.answers },
    agreement: agreementOf(method, one.standing.answers, other.standing.answers),
    allowed: outOfReach(grant, stored.values.departmentId) === null,
  };
}

const CHANGES_PER_PAGE = 50;

/** The portfolio under two versions of one method, before anything is adopted. */
export async function loadVersionPreview(
  slug: string,
  query: { readonly from?: string; readonly to?: string; readonly page?: string },
) {
  const { actor, grant } = await requireGrant(slug, "service.read", `/c/${slug}/methods/preview`);
  const families = serviceMethods.filter(({ id, ref }) =>
    serviceMethods.some((one) => one.id === id && one.ref !== ref),
  );
  const from = families.find(({ ref }) => ref === query.from) ?? families.at(-1);
  const to =
    families.find(({ id, ref }) => id === from?.id && ref === query.to) ??
    families.find(({ id, ref }) => id === from?.id && ref !== from.ref);
  const frame = await loadFrame(actor, "methods");
  if (from === undefined || to === undefined) return { frame, preview: null };
  const preview = await methodPreview(db(), grant, from, to);
  const pages = Math.max(1, Math.ceil(preview.changes.length / CHANGES_PER_PAGE));
  const page = Math.min(pages, /^[1-9]\d{0,4}$/.test(query.page ?? "") ? Number(query.page) : 1);
  return {
    frame,
    preview: {
      ...preview,
      from,
      to,
      page,
      pageSize: CHANGES_PER_PAGE,
      shown: preview.changes.slice((page - 1) * CHANGES_PER_PAGE, page * CHANGES_PER_PAGE),
    },
    mayAdopt: may(actor, "method.manage"),
  };
}
