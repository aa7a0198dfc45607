import { Section } from "@/components/layout";
import { Button, Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { AssignmentPlan, NobodyReason, SkipReason } from "@/lib/domain/assignment/distribute";
import type { PlannedAssignments } from "@/lib/features/assignment/data";
import { formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import type { AssignInput } from "./assign-form";

/** Names listed per reason before the rest is counted. */
const NAMED = 40;
const SKIPS: readonly SkipReason[] = ["assigned", "submitted", "approved"];
const NOBODY: readonly NobodyReason[] = ["no-department", "no-owner", "out-of-reach", "retired"];

/** The dry run: who gets how many, what is left out and why; then the one button that does it. */
export function PlanSection({
  t,
  base,
  api,
  back,
  selection,
  method,
  input,
  planned,
  blocked,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly api: string;
  readonly back: string;
  readonly selection: string;
  readonly method: string;
  readonly input: AssignInput;
  readonly planned: PlannedAssignments;
  /** The selection is not understood: nothing may be carried out. */
  readonly blocked: boolean;
}) {
  const { plan } = planned;
  const count = plan.assigned.length;
  return (
    <Section
      strong
      id="plan"
      finding={t("assignment.planTitle", { assigned: count })}
      base={[
        t("assignment.planBase", {
          skipped: plan.skipped.length,
          nobody: plan.nobody.length,
          all: planned.services.size,
        }),
      ]}
    >
      {count > 0 && <PeopleTable t={t} planned={planned} />}
      <Left
        t={t}
        base={base}
        chosen={planned.services}
        title={t("assignment.planNobody")}
        prefix="nobody"
        reasons={NOBODY}
        list={plan.nobody}
      />
      <Left
        t={t}
        base={base}
        chosen={planned.services}
        title={t("assignment.planSkipped")}
        prefix="skip"
        reasons={SKIPS}
        list={plan.skipped}
      />
      {count > 0 && !blocked && (
        <form method="post" action={api} className="h-mt">
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="selection" value={selection} />
          <input type="hidden" name="method" value={method} />
          <input type="hidden" name="to" value={input.to} />
          <input type="hidden" name="due" value={input.due} />
          <input type="hidden" name="note" value={input.note} />
          {input.alsoAssigned && <input type="hidden" name="alsoAssigned" value="on" />}
          {input.alsoApproved && <input type="hidden" name="alsoApproved" value="on" />}
          <input type="hidden" name="plan" value={planned.print} />
          <Button variant="primary">{t("assignment.confirm", { count })}</Button>
          <p className="h-meta">{t("assignment.confirmText")}</p>
        </form>
      )}
    </Section>
  );
}

function PeopleTable({ t, planned }: { readonly t: Translator; readonly planned: PlannedAssignments }) {
  const { assigned } = planned.plan;
  const people = planned.people
    .map((person) => {
      const own = assigned.filter(({ userId }) => userId === person.userId);
      const departments = own.map(
        ({ service }) => planned.services.get(service.id)?.departmentName ?? t("assignment.noDepartment"),
      );
      return { ...person, count: own.length, places: [...new Set(departments)] };
    })
    .filter(({ count }) => count > 0);
  return (
    <ScrollTable caption={t("assignment.planPeople")} stack>
      <THead
        columns={[
          { label: t("assignment.colPerson") },
          { label: t("assignment.colDepartments") },
          { label: t("assignment.colCount"), num: true },
        ]}
      />
      <TBody>
        {people.map((person) => (
          <Row key={person.userId}>
            <RowHead>{person.name}</RowHead>
            <Cell label={t("assignment.colDepartments")} full>
              {person.places.slice(0, 6).join(", ")}
              {person.places.length > 6 && ` ${t("assignment.more", { count: person.places.length - 6 })}`}
            </Cell>
            <Cell num keyFigure label={t("assignment.colCount")}>
              {formatNumber(person.count, t.locale)}
            </Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}

function Left<R extends SkipReason | NobodyReason>({
  t,
  base,
  chosen,
  title,
  prefix,
  reasons,
  list,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly title: string;
  readonly chosen: PlannedAssignments["services"];
  readonly prefix: "skip" | "nobody";
  readonly reasons: readonly R[];
  readonly list: readonly { readonly service: AssignmentPlan["skipped"][number]["service"]; readonly reason: R }[];
}) {
  if (list.length === 0) return null;
  return (
    <div className="h-mt">
      <h3 className="h-h3">{title}</h3>
      {reasons.map((reason) => {
        const services = list.filter((each) => each.reason === reason);
        if (services.length === 0) return null;
        return (
          <details key={reason} className="h-left">
            <summary>{t.dynamic(`assignment.${prefix}_${reason}`, { count: services.length })}</summary>
            <ul className="h-names">
              {services.slice(0, NAMED).map(({ service }) => (
                <li key={service.id}>
                  <a href={`${base}/services/${service.id}`}>{service.name}</a>
                  {placeOf(chosen, service.id)}
                </li>
              ))}
              {services.length > NAMED && <li>{t("assignment.more", { count: services.length - NAMED })}</li>}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

const placeOf = (chosen: PlannedAssignments["services"], id: string): string => {
  const name = chosen.get(id)?.departmentName ?? null;
  return name === null ? "" : ` (${name})`;
};
