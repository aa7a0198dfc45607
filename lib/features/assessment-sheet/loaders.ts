import { notFound } from "next/navigation";
import { serviceMethod, serviceMethods } from "@/lib/domain/method/registry";
import type { Query } from "@/lib/domain/strategy/filter";
import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { isUuid } from "@/lib/server/http/handler";
import { requireGrant } from "@/lib/server/page";
import { loadFrame } from "../city/loaders";
import { loadFilterNames } from "../inventory/data";
import { loadReachable, loadSheetPlan, rejectionText } from "./data";
import { findUpload, KEPT_HOURS } from "./data-upload";
import { MAX_ROWS, selectionIn } from "./schema";

const one = (query: Query, key: string): string | undefined => {
  const value = Object.hasOwn(query, key) ? query[key] : undefined;
  return typeof value === "string" ? value : value?.at(-1);
};

/** Export and upload of assessments as a table, for a selection of the inventory. */
export async function loadSheetsPage(slug: string, query: Query) {
  const { actor, grant } = await requireGrant(slug, "assessment.write", `/c/${slug}/assessment-sheets`);
  const { list, ignored, selection, method: asked } = selectionIn(query);
  const method = serviceMethod(asked ?? "") ?? serviceMethods[0];
  if (method === undefined) throw new Error("no method for services");
  const [frame, reachable, names, draft] = await Promise.all([
    loadFrame(actor, "inventory"),
    loadReachable(db(), grant, list, method.ref),
    loadFilterNames(db(), grant, list.filter),
    findDraft(db(), one(query, "draft"), actor.userId),
  ]);
  const services = reachable.services.length;
  return {
    frame,
    list,
    ignored,
    selection,
    names,
    draft,
    method,
    services,
    beyond: reachable.beyond,
    methods: serviceMethods.map((each) => ({
      method: each,
      rows: services * each.criteria.length,
      tooMany: services * each.criteria.length > MAX_ROWS,
    })),
    maxRows: MAX_ROWS,
  };
}

/** One upload: what it would do, or what it did. */
export async function loadSheetPage(slug: string, id: string, query: Query) {
  const { actor, grant } = await requireGrant(slug, "assessment.write", `/c/${slug}/assessment-sheets/${id}`);
  if (!isUuid(id)) notFound();
  const [frame, upload, draft] = await Promise.all([
    loadFrame(actor, "inventory"),
    findUpload(db(), grant, id),
    findDraft(db(), one(query, "draft"), actor.userId),
  ]);
  const method = serviceMethod(upload?.method ?? "");
  if (upload === null || method === undefined) notFound();
  const plan = upload.outcome === null ? await loadSheetPlan(db(), grant, method, upload) : null;
  const rejected = upload.outcome?.rejected ?? plan?.rows.filter((row) => row.outcome === "rejected") ?? [];
  const page = /^[1-9]\d{0,5}$/.test(one(query, "page") ?? "") ? Number(one(query, "page")) : 1;
  return {
    frame,
    upload,
    keptUntil: new Date(upload.createdAt.getTime() + KEPT_HOURS * 3_600_000),
    method,
    plan,
    outcome: upload.outcome,
    rejected: rejected.map((row) => ({ ...row, text: rejectionText(row.reason)[frame.t.locale] })),
    draft,
    page,
  };
}
