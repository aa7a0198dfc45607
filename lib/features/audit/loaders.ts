import { db } from "@/lib/server/database/client";
import { requireGrant } from "@/lib/server/page";
import { AUDIT_PAGE_SIZE, auditChoices, checkChain, listAudit } from "./data";
import { auditFilter } from "./schema";

/** The log as filtered; with `verify` the whole chain is computed anew. */
export async function loadAudit(slug: string, query: Readonly<Record<string, string | string[] | undefined>>) {
  const { actor, grant } = await requireGrant(slug, "audit.read", `/c/${slug}/admin/audit`);
  const filter = auditFilter.parse(query);
  const wanted = Number(query["page"]);
  const page = Number.isSafeInteger(wanted) && wanted >= 1 && wanted <= 100_000 ? wanted : 1;
  const [list, choices, check] = await Promise.all([
    listAudit(db(), grant, filter, page),
    auditChoices(db(), grant),
    query["verify"] === "1" ? checkChain(db(), grant) : null,
  ]);
  return { actor, filter, page, pageSize: AUDIT_PAGE_SIZE, ...list, choices, check };
}
