import { notFound } from "next/navigation";
import { outOfReach } from "@/lib/domain/access/authorise";
import { methods } from "@/lib/domain/method/registry";
import { SCORED_METHODS, type ScoredMethodId } from "@/lib/domain/service/derive";
import { scoreService } from "@/lib/domain/service/score";
import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { isUuid } from "@/lib/server/http/handler";
import { requireGrant } from "@/lib/server/page";
import { loadFrame } from "../city/loaders";
import { loadScored, loadStored } from "../service/data";
import { loadOpen } from "./data";

const isScored = (id: string): id is ScoredMethodId => (SCORED_METHODS as readonly string[]).includes(id);

/**
 * The questionnaire of one method for one service: what the facts say, what a person has said, and the result of both.
 * Without or with an unknown method it is the first one.
 */
export async function loadAssess(
  slug: string,
  id: string,
  query: { readonly method?: string; readonly draft?: string },
) {
  const { actor, grant } = await requireGrant(slug, "assessment.write", `/c/${slug}/services/${id}/assess`);
  if (!isUuid(id)) notFound();
  const offered = methods.filter((method) => isScored(method.id));
  const method = offered.find((each) => each.id === query.method || each.ref === query.method) ?? offered[0];
  if (method === undefined || !isScored(method.id)) notFound();
  const today = new Date().toISOString().slice(0, 10);
  const [frame, stored, scored, open, draft] = await Promise.all([
    loadFrame(actor, "inventory"),
    loadStored(db(), grant, id),
    loadScored(db(), grant.cityId, id, today),
    loadOpen(db(), grant, id, method.ref),
    findDraft(db(), query.draft, actor.userId),
  ]);
  if (!stored || !scored) notFound();
  const { city, input, score } = scored;
  const fromFacts = scoreService({ facts: input.facts, assessed: {}, world: city.world, policy: city.policy, today });
  return {
    frame,
    stored,
    method,
    methods: offered,
    open,
    draft,
    allowed: outOfReach(grant, stored.values.departmentId) === null,
    result: method.id === "munich-sds" ? score.munich : score.profile,
    answers: score.answers[method.id],
    derived: fromFacts.answers[method.id],
    notDerivable: fromFacts.notDerivable[method.id],
    required: score.required,
  };
}
