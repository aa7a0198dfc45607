import { notFound } from "next/navigation";
import type { PortfolioRow } from "@/lib/domain/service/types";
import { explainChange, type ChangeExplanation } from "@/lib/domain/strategy/change";
import { chooseComparison } from "@/lib/domain/strategy/history";
import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { isUuid } from "@/lib/server/http/handler";
import { requireGrant } from "@/lib/server/page";
import { loadFrame, may } from "../city/loaders";
import { BrokenSnapshot, listSnapshots, rowsOf, type SnapshotInfo } from "../snapshot/data";
import { listDepartments, loadGoals, loadStrategy, type GoalInfo } from "./data";

/** The overview: strategy, goals with history and status. */
export async function loadOverview(slug: string) {
  const { actor, grant } = await requireGrant(slug, "strategy.read", `/c/${slug}/strategy`);
  const [frame, loaded, departments] = await Promise.all([
    loadFrame(actor, "strategy"),
    loadGoals(db(), grant),
    listDepartments(db(), grant),
  ]);
  return { actor, frame, ...loaded, departments, mayWrite: may(actor, "strategy.write") };
}

/** One goal with its history, and what moved it since a snapshot. Archived goals can still be read. */
export async function loadGoal(
  slug: string,
  id: string,
  query: { readonly compare?: string; readonly draft?: string },
) {
  const { actor, grant } = await requireGrant(slug, "strategy.read", `/c/${slug}/strategy/goals/${id}`);
  if (!isUuid(id)) notFound();
  const [frame, loaded, departments] = await Promise.all([
    loadFrame(actor, "strategy"),
    loadGoals(db(), grant, { only: id }),
    listDepartments(db(), grant),
  ]);
  const { evaluated, snapshots, rows, today } = loaded;
  const found = evaluated[0];
  if (found === undefined) notFound();
  const comparison = chooseComparison(snapshots, today, query.compare);
  const before = comparison === null ? null : await rowsIfIntact(grant, comparison);
  return {
    actor,
    frame,
    ...loaded,
    found,
    departments,
    comparison,
    comparisonBroken: comparison !== null && before === null,
    change: comparison === null || before === null ? null : explain(found.goal, before, rows, comparison, today),
    mayWrite: may(actor, "strategy.write"),
    draft: await findDraft(db(), query.draft, actor.userId),
  };
}

async function rowsIfIntact(grant: { cityId: string }, info: SnapshotInfo): Promise<readonly PortfolioRow[] | null> {
  try {
    return await rowsOf(db(), grant, info);
  } catch (error) {
    if (error instanceof BrokenSnapshot) return null;
    throw error;
  }
}

function explain(
  goal: GoalInfo,
  before: readonly PortfolioRow[],
  after: readonly PortfolioRow[],
  comparison: SnapshotInfo,
  today: string,
): ChangeExplanation | null {
  return explainChange(before, after, goal.metric, {
    by: goal.by,
    scope: goal.scope,
    days: { before: comparison.date, after: today },
  });
}

/** The form of a new goal (`id` null) or of an existing one. */
export async function loadGoalForm(slug: string, id: string | null, draft: string | undefined) {
  const path = id === null ? "new" : `${id}/edit`;
  const { actor, grant } = await requireGrant(slug, "strategy.write", `/c/${slug}/strategy/goals/${path}`);
  if (id !== null && !isUuid(id)) notFound();
  const read = { cityId: grant.cityId };
  const [frame, { strategy, goals }, departments, snapshots] = await Promise.all([
    loadFrame(actor, "strategy"),
    loadStrategy(db(), read),
    listDepartments(db(), read),
    listSnapshots(db(), read),
  ]);
  const goal = id === null ? null : (goals.find((each) => each.id === id) ?? notFound());
  return { actor, frame, strategy, goal, departments, snapshots, draft: await findDraft(db(), draft, actor.userId) };
}

/** The form of the strategy itself; `strategy` is null while there is none. */
export async function loadStrategyForm(slug: string, draft: string | undefined) {
  const { actor, grant } = await requireGrant(slug, "strategy.write", `/c/${slug}/strategy/edit`);
  const [frame, { strategy }] = await Promise.all([
    loadFrame(actor, "strategy"),
    loadStrategy(db(), { cityId: grant.cityId }),
  ]);
  return { actor, frame, strategy, draft: await findDraft(db(), draft, actor.userId) };
}
