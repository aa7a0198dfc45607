import {
  Actions,
  Button,
  CheckboxGroup,
  ErrorSummary,
  Fieldset,
  LinkButton,
  SelectField,
  TextField,
} from "@/components/ui";
import { LIFECYCLES, OPERATING_MODELS, PROTECTION_NEEDS } from "@/lib/domain/facts";
import { filterToQuery, LICENCES, type ServiceFilter } from "@/lib/domain/strategy/filter";
import { metricDefinition, WEIGHTS } from "@/lib/domain/strategy/metric-definitions";
import type { GoalInfo } from "@/lib/features/strategy/data";
import { GOAL_METRICS } from "@/lib/features/strategy/schema";
import type { SnapshotInfo } from "@/lib/features/snapshot/data";
import { formatDate } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";
import { exactText } from "./format";
import { filterText } from "./scope";

const OFFERED = ["department", "protection", "operation", "lifecycle", "licence"] as const;
const MOST_SNAPSHOTS = 60;

/** A value as it is entered: shares in percent, without separators, and never with three decimals, which read as thousands. */
function entered(value: number, goal: GoalInfo, t: Translator): string {
  const { unit } = metricDefinition(goal.metric);
  const text =
    unit === "index" ? value.toFixed(4) : String(Math.round(value * (unit === "share" ? 10_000 : 100)) / 100);
  return t.locale === "de" ? text.replace(".", ",") : text;
}

/** Form of a goal, new or existing; what was typed into a refused one stands in it again. */
export function GoalForm({
  t,
  base,
  citySlug,
  form,
  goal,
  departments,
  snapshots,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly citySlug: string;
  readonly form: FormState;
  readonly goal: GoalInfo | null;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly snapshots: readonly SnapshotInfo[];
}) {
  const api = `/api/v1/cities/${citySlug}/goals`;
  const here = goal === null ? `${base}/strategy/goals/new` : `${base}/strategy/goals/${goal.id}/edit`;
  const scope: ServiceFilter = goal?.scope ?? {};
  const list = (name: (typeof OFFERED)[number]): readonly string[] => {
    const typed = form.draft?.values[name];
    if (form.draft === null) return scope[name] ?? [];
    return typeof typed === "string" ? [typed] : Array.isArray(typed) ? typed.map(String) : [];
  };
  const rest = Object.fromEntries(
    Object.entries(scope).filter(([key]) => !(OFFERED as readonly string[]).includes(key)),
  );
  const other = form.value("otherScope", filterToQuery(rest));
  // After a conflict the form is opened on the version stored now: saving again replaces it knowingly.
  const version =
    goal === null ? null : form.draft?.kind === "invalid" ? form.value("version", goal.version) : goal.version;
  return (
    <>
      {/* A conflict has its own table above the form. */}
      {form.draft?.kind !== "conflict" && <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />}
      <form className="h-form h-goalform" method="post" action={goal === null ? api : `${api}/${goal.id}`}>
        <input type="hidden" name="back" value={here} />
        {version !== null && <input type="hidden" name="version" value={version} />}
        {other !== "" && <input type="hidden" name="otherScope" value={other} />}
        <TextField
          id="name"
          name="name"
          label={t("strategy.name")}
          required
          maxLength={160}
          defaultValue={form.value("name", goal?.name)}
          error={form.error("name")}
        />
        <SelectField
          id="metric"
          name="metric"
          label={t("strategy.metric")}
          hint={t("strategy.metricHint")}
          defaultValue={form.value("metric", goal?.metric ?? GOAL_METRICS[1])}
          options={GOAL_METRICS.map((id) => ({ value: id, label: tr(metricDefinition(id).name, t.locale) }))}
          error={form.error("metric")}
        />
        <SelectField
          id="by"
          name="by"
          label={t("strategy.by")}
          hint={t("strategy.byHint")}
          defaultValue={form.value("by", goal?.by ?? "count")}
          options={WEIGHTS.map((by) => ({ value: by, label: t(`strategy.by_${by}`) }))}
          error={form.error("by")}
        />
        <TextField
          id="target"
          name="target"
          label={t("strategy.target")}
          hint={t("strategy.targetHint")}
          required
          inputMode="decimal"
          defaultValue={form.value("target", goal === null ? "" : entered(goal.target, goal, t))}
          error={form.error("target")}
        />
        <TextField
          id="due"
          name="due"
          type="date"
          label={t("strategy.due")}
          required
          defaultValue={form.value("due", goal?.due)}
          error={form.error("due")}
        />
        <SelectField
          id="baselineFrom"
          name="baselineFrom"
          label={t("strategy.baselineFrom")}
          hint={t("strategy.baselineHint")}
          defaultValue={form.value("baselineFrom", goal === null || goal.baseline === null ? "today" : "keep")}
          options={[
            ...(goal === null || goal.baseline === null
              ? []
              : [
                  {
                    value: "keep",
                    label: t("strategy.baselineKeep", {
                      value: exactText(goal.baseline.value, metricDefinition(goal.metric).unit, t),
                      date: formatDate(goal.baseline.date, t.locale),
                    }),
                  },
                ]),
            { value: "today", label: t("strategy.baselineToday") },
            { value: "value", label: t("strategy.baselineValueOption") },
            ...(snapshots.length === 0
              ? []
              : [
                  {
                    group: t("strategy.baselineGroupSnapshots"),
                    options: snapshots.slice(0, MOST_SNAPSHOTS).map((each) => ({
                      value: each.id,
                      label: t("strategy.baselineSnapshot", {
                        date: formatDate(each.date, t.locale),
                        name: each.name ?? t("strategy.snapshotDaily"),
                      }),
                    })),
                  },
                ]),
          ]}
          error={form.error("baselineFrom")}
        />
        <TextField
          id="baselineValue"
          name="baselineValue"
          label={t("strategy.baselineValue")}
          optional={t("common.optional")}
          hint={t("strategy.baselineOwnHint")}
          inputMode="decimal"
          defaultValue={form.value("baselineValue")}
          error={form.error("baselineValue")}
        />
        <TextField
          id="baselineDate"
          name="baselineDate"
          type="date"
          label={t("strategy.baselineDate")}
          optional={t("common.optional")}
          defaultValue={form.value("baselineDate")}
          error={form.error("baselineDate")}
        />
        <TextField
          id="responsible"
          name="responsible"
          label={t("strategy.responsible")}
          optional={t("common.optional")}
          maxLength={120}
          defaultValue={form.value("responsible", goal?.responsible)}
          error={form.error("responsible")}
        />
        <Fieldset id="scope" legend={t("strategy.scope")} hint={t("strategy.scopeHint")}>
          {departments.length > 0 && (
            <CheckboxGroup
              id="department"
              name="department"
              legend={t("inventory.facet_department")}
              row
              values={list("department")}
              error={form.error("department")}
              options={departments.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <CheckboxGroup
            id="protection"
            name="protection"
            legend={t("inventory.facet_protection")}
            row
            values={list("protection")}
            error={form.error("protection")}
            options={[...PROTECTION_NEEDS, "none" as const].map((value) => ({
              value,
              label: t(`words.need_${value}`),
            }))}
          />
          <CheckboxGroup
            id="operation"
            name="operation"
            legend={t("inventory.facet_operation")}
            row
            values={list("operation")}
            error={form.error("operation")}
            options={[...OPERATING_MODELS, "unknown" as const].map((value) => ({
              value,
              label: t(`words.operation_${value}`),
            }))}
          />
          <CheckboxGroup
            id="lifecycle"
            name="lifecycle"
            legend={t("inventory.facet_lifecycle")}
            row
            values={list("lifecycle")}
            error={form.error("lifecycle")}
            options={LIFECYCLES.filter((value) => value !== "retired").map((value) => ({
              value,
              label: t(`words.lifecycle_${value}`),
            }))}
          />
          <CheckboxGroup
            id="licence"
            name="licence"
            legend={t("inventory.facet_licence")}
            row
            values={list("licence")}
            error={form.error("licence")}
            options={LICENCES.map((value) => ({ value, label: t(`words.licence_${value}`) }))}
          />
          {other !== "" && (
            <p className="h-meta">{t("strategy.scopeOther", { text: filterText(t, rest, departments) || other })}</p>
          )}
        </Fieldset>
        <Actions>
          <Button variant="primary">{t("common.save")}</Button>
          <LinkButton href={goal === null ? `${base}/strategy` : `${base}/strategy/goals/${goal.id}`}>
            {t("common.cancel")}
          </LinkButton>
        </Actions>
      </form>
    </>
  );
}

/** What each metric counts. */
export function MetricList({ t }: { readonly t: Translator }) {
  return (
    <dl className="h-prose">
      {GOAL_METRICS.map((id) => {
        const { name, description, by } = metricDefinition(id);
        return (
          <div key={id}>
            <dt className="h-strong">{tr(name, t.locale)}</dt>
            <dd>
              {tr(description, t.locale)} ({by.map((each) => t(`strategy.byShort_${each}`)).join(", ")})
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
