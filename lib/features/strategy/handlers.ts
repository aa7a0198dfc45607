import { z } from "zod";
import { csvDocument, type CsvValue } from "@/lib/files/csv-out";
import { auditActor } from "@/lib/server/access";
import { defineDownload, defineHandler } from "@/lib/server/http/handler";
import { ok, refuse } from "@/lib/server/result";
import { loadGoals } from "./data";
import { archiveGoal, createGoal, createStrategy, updateGoal, updateStrategy } from "./mutations";
import { archiveInput, goalInput, strategyInput } from "./schema";

export const addStrategy = defineHandler({
  access: "strategy.write",
  input: strategyInput,
  status: 201,
  run: ({ database, grant, actor }, input) => createStrategy(database, grant, auditActor(actor), input),
  redirect: (_value, { params }) => `/c/${params.city}/strategy?saved=strategy`,
});

export const changeStrategy = defineHandler({
  access: "strategy.write",
  input: strategyInput,
  run: ({ database, grant, actor, params }, input) =>
    updateStrategy(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: (_value, { params }) => `/c/${params.city}/strategy?saved=strategy`,
});

export const addGoal = defineHandler({
  access: "strategy.write",
  input: goalInput,
  status: 201,
  run: ({ database, grant, actor }, input) => createGoal(database, grant, auditActor(actor), input),
  redirect: ({ id }, { params }) => `/c/${params.city}/strategy/goals/${id}?saved=goal`,
});

export const changeGoal = defineHandler({
  access: "strategy.write",
  input: goalInput,
  run: ({ database, grant, actor, params }, input) =>
    updateGoal(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: ({ id }, { params }) => `/c/${params.city}/strategy/goals/${id}?saved=goal`,
});

export const putGoalAway = defineHandler({
  access: "strategy.write",
  input: archiveInput,
  run: ({ database, grant, actor, params }, input) =>
    archiveGoal(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: (_value, { params }) => `/c/${params.city}/strategy?saved=archive`,
});

/** History of all goals, or of the one named by `goal`: a row per goal and day, values in the metric's unit (a share is 0 to 1). */
export const goalsCsv = defineDownload({
  access: "strategy.read",
  query: z.strictObject({ goal: z.uuid().optional() }),
  async run({ database, grant, t }, { goal: only }) {
    const { evaluated } = await loadGoals(database, grant);
    const chosen = evaluated.filter(({ goal }) => only === undefined || goal.id === only);
    if (only !== undefined && chosen.length === 0) return refuse("not-found");
    const header = [
      t("strategy.goal"),
      t("strategy.date"),
      t("strategy.value"),
      t("strategy.numerator"),
      t("strategy.denominator"),
      t("strategy.unknownServices"),
      t("strategy.baseline"),
      t("strategy.target"),
      t("strategy.due"),
      t("strategy.status"),
    ];
    const rows = chosen.flatMap(({ goal, history, baseline, status }) =>
      history.map((point, i): CsvValue[] => [
        goal.name,
        point.date,
        point.value,
        point.broken ? null : point.numerator,
        point.broken ? null : point.denominator,
        point.broken ? null : point.unknown,
        baseline?.value,
        goal.target,
        goal.due,
        i === history.length - 1 ? t.dynamic(`strategy.state_${status.state}`) : null,
      ]),
    );
    return ok({
      fileName: "goals.csv",
      type: "text/csv; charset=utf-8",
      body: [...csvDocument(header, rows)].join(""),
    });
  },
});
