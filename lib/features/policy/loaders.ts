import { may } from "@/lib/features/city/loaders";
import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { requireGrant } from "@/lib/server/page";
import { readPolicy } from "./data";

/** What is required is no secret: everybody in the city may read it, the form is for those who may change it. */
export async function loadPolicy(slug: string, draft: string | undefined) {
  const { actor, grant } = await requireGrant(slug, "service.read", `/c/${slug}/admin/policy`);
  return {
    actor,
    view: await readPolicy(db(), grant),
    editable: may(actor, "policy.write"),
    draft: await findDraft(db(), draft, actor.userId),
  };
}
