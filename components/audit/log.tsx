import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { ChangeValue, FieldChange } from "@/lib/domain/audit/changes";
import { methods } from "@/lib/domain/method/registry";
import { formatDateTime, formatList, formatNumber, MISSING } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";

export interface AuditView {
  readonly id: string;
  readonly at: Date;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectName: string | null;
  readonly changes: readonly FieldChange[];
  readonly reason: string | null;
}

/** Fields shown at once; the rest of a long row opens below. */
const SHOWN = 6;

/** The word of an action, a subject or a field; its id where the log holds something newer than these words. */
export function auditWord(t: Translator, kind: "action" | "subject" | "field", id: string): string {
  const key = `auditWords.${kind}_${id}`;
  return t.has(key) ? t.dynamic(key) : id;
}

/** Vocabulary of fields whose values are ids of ours; anything else is shown as it was typed. */
const VALUE_WORDS: Readonly<Record<string, string>> = {
  role: "roles.",
  dimension: "acceptance.dimension_",
  level: "evidence.level_",
  kind: "evidence.kind_",
  state: "words.assessment_",
  lifecycle: "words.lifecycle_",
  operatingModel: "words.operation_",
  codePublished: "words.yesNo_",
  confidentiality: "words.need_",
  integrity: "words.need_",
  availability: "words.need_",
  dataLocation: "words.location_",
  controlData: "words.holder_",
  controlOperation: "words.holder_",
  controlKeys: "words.holder_",
  controlAccess: "words.holder_",
  skills: "words.yesNo_",
  exitClause: "words.yesNo_",
  dataReturnClause: "words.yesNo_",
  securityUpdates: "words.yesNo_",
};

/** Name of a field; answers of an assessment are named by their question. */
function fieldName(t: Translator, subjectType: string, field: string): string {
  const [id, part] = field.split(".");
  if (subjectType === "assessment" && (part === "value" || part === "note")) {
    const text = methods.flatMap((method) => method.criteria).find((criterion) => criterion.id === id)?.text;
    if (text) {
      const label = tr(text, t.locale);
      return part === "note" ? t("auditWords.note", { label }) : label;
    }
  }
  return auditWord(t, "field", field);
}

/** Programs act under an id; people under their name. */
export function actorName(t: Translator, name: string): string {
  if (name === "cli") return t("audit.commandLine");
  return name === "system" ? t("audit.system") : name;
}

/** The log: who, when, what, and each field before and after. */
export function AuditLog({
  t,
  rows,
  departments,
  brokenAt,
}: {
  readonly t: Translator;
  readonly rows: readonly AuditView[];
  readonly departments: ReadonlyMap<string, string>;
  readonly brokenAt: string | null;
}) {
  return (
    <ScrollTable caption={t("audit.table")} stack variant="h-table--audit">
      <THead
        columns={[
          { label: t("audit.what") },
          { label: t("audit.when") },
          { label: t("audit.who") },
          { label: t("audit.changes") },
          { label: t("audit.reason") },
        ]}
      />
      <TBody>
        {rows.map((row) => (
          <Row key={row.id} id={`e${row.id}`} className={row.id === brokenAt ? "is-broken" : undefined}>
            <RowHead sub={`${auditWord(t, "action", row.action)} · ${t("audit.number", { id: row.id })}`}>
              {row.subjectName ?? auditWord(t, "subject", row.subjectType)}
            </RowHead>
            <Cell label={t("audit.when")} nowrap>
              {formatDateTime(row.at, t.locale)}
            </Cell>
            <Cell label={t("audit.who")}>{actorName(t, row.actorName)}</Cell>
            <Cell label={t("audit.changes")} full>
              <Changes t={t} subjectType={row.subjectType} changes={row.changes} departments={departments} />
            </Cell>
            <Cell label={t("audit.reason")}>{row.reason ?? MISSING}</Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}

function Changes({
  t,
  subjectType,
  changes,
  departments,
}: {
  readonly t: Translator;
  readonly subjectType: string;
  readonly changes: readonly FieldChange[];
  readonly departments: ReadonlyMap<string, string>;
}) {
  if (changes.length === 0) return <span className="h-2">{t("audit.noChanges")}</span>;
  const list = (part: readonly FieldChange[]) => (
    <ul className="h-changes">
      {part.map((change) => (
        <li key={change.field}>
          <span className="h-2">{fieldName(t, subjectType, change.field)}:</span>{" "}
          {change.before === null
            ? shown(t, change.field, change.after, departments)
            : t("audit.became", {
                before: shown(t, change.field, change.before, departments),
                after: shown(t, change.field, change.after, departments),
              })}
        </li>
      ))}
    </ul>
  );
  const rest = changes.slice(SHOWN);
  return (
    <>
      {list(changes.slice(0, SHOWN))}
      {rest.length > 0 && (
        <details className="h-more">
          <summary>{t("audit.moreFields", { count: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}

function shown(t: Translator, field: string, value: ChangeValue, departments: ReadonlyMap<string, string>): string {
  if (value === null) return MISSING;
  if (typeof value === "boolean") return value ? t("common.yes") : t("common.no");
  if (typeof value === "number") return formatNumber(value, t.locale);
  if (typeof value !== "string") {
    return formatList(
      value.map((item) => departments.get(item) ?? item),
      t.locale,
    );
  }
  const word = `${VALUE_WORDS[field] ?? (field.endsWith(".value") ? "words.yesNo_" : "")}${value}`;
  if (t.has(word)) return t.dynamic(word);
  return departments.get(value) ?? value;
}
