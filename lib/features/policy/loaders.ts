import { may } from "@/lib/features/city/loaders";
import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { requireGrant } from "@/lib/server/page";
import { listPolicyVersions, readPolicy, VERSIONS_PAGE } from "./data";

/** What is required is no secret: everybody in the city may read it, the form is for those who may change it. */
export async function loadPolicy(slug: string, query: { readonly draft?: string; readonly page?: string }) {
  const { actor, grant } = await requireGrant(slug, "service.read", `/c/${slug}/admin/policy`);
  const page = /^[1-9]\d{0,4}$/.test(query.page ?? "") ? Number(query.page) : 1;
  const [view, draft, versions] = await Promise.all([
    readPolicy(db(), grant),
    findDraft(db(), query.draft, actor.userId),
    // Names of colleagues are nobody's business who only looks on.
    listPolicyVersions(db(), grant, page, actor.role !== "viewer"),
  ]);
  return {
    actor,
    view,
    editable: may(actor, "policy.write"),
    draft,
    versions: { ...versions, page, pageSize: VERSIONS_PAGE },
  };
}
