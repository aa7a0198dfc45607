import { Button, Cell, LinkButton, Note, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { Translator } from "@/lib/i18n";
import type { ServiceValues } from "@/lib/features/service/data";
import type { ConflictField } from "./conflict-fields";
import { valueText } from "./record-log";

/**
 * Two people changed one service: each field both may have an opinion on is chosen here, nothing typed is lost. A radio
 * button carries the value itself, so the page works without script and saves through the same address as the form.
 */
export function ServiceConflict({
  t,
  action,
  back,
  cancelHref,
  fields,
  now,
  version,
  reason,
  departments,
}: {
  readonly t: Translator;
  readonly action: string;
  readonly back: string;
  readonly cancelHref: string;
  readonly fields: readonly ConflictField[];
  readonly now: ServiceValues;
  /** Version of what is stored now: the choice is made against it. */
  readonly version: number;
  readonly reason: string;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}) {
  const different = fields.filter((field) => field.changedBy !== "nobody");
  const show = (name: ConflictField["name"], value: unknown) =>
    name === "departmentId" && typeof value === "string"
      ? (departments.find((each) => each.id === value)?.name ?? t("common.unknown"))
      : valueText(t, name, value);
  if (different.length === 0) {
    return (
      <>
        <Note tone="info">{t("serviceForm.conflictNone")}</Note>
        <LinkButton href={cancelHref}>{t("serviceForm.conflictBack")}</LinkButton>
      </>
    );
  }
  return (
    <>
      <Note tone="warning" live="alert" title={t("errors.conflictTitle")}>
        {t("errors.conflictText")}
      </Note>
      <form method="post" action={action}>
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="base" value={JSON.stringify(now)} />
        <input type="hidden" name="reason" value={reason} />
        {fields
          .filter((field) => field.changedBy === "nobody")
          .map((field) => (
            <input key={field.name} type="hidden" name={field.name} value={field.theirText} />
          ))}
        <ScrollTable caption={t("errors.conflictTitle")} stack variant="h-conflict">
          <THead
            columns={[
              { id: "field", label: t("service.what") },
              { id: "before", label: t("errors.conflictBase") },
              { id: "yours", label: t("errors.conflictYours") },
              { id: "theirs", label: t("errors.conflictTheirs") },
            ]}
          />
          <TBody>
            {different.map((field) => {
              const open = field.changedBy === "both" || field.changedBy === "unclear";
              const label = t.dynamic(`serviceForm.${field.name}`);
              return (
                <Row key={field.name} className={open ? "is-changed" : undefined}>
                  <RowHead sub={subText(t, field)}>{label}</RowHead>
                  <Cell label={t("errors.conflictBase")} quiet full>
                    {field.before === null && field.changedBy === "unclear" ? "–" : show(field.name, field.before)}
                  </Cell>
                  <Cell label={t("errors.conflictYours")} full>
                    <Choice
                      id={`${field.name}-yours`}
                      name={field.name}
                      value={field.yourText}
                      checked={field.changedBy === "you"}
                      label={`${label}, ${t("errors.conflictYours")}`}
                      text={show(field.name, field.yours)}
                    />
                  </Cell>
                  <Cell label={t("errors.conflictTheirs")} full>
                    <Choice
                      id={`${field.name}-theirs`}
                      name={field.name}
                      value={field.theirText}
                      checked={field.changedBy === "they"}
                      label={`${label}, ${t("errors.conflictTheirs")}`}
                      text={show(field.name, field.theirs)}
                    />
                  </Cell>
                </Row>
              );
            })}
          </TBody>
        </ScrollTable>
        <div className="h-actions h-mt">
          <Button variant="primary">{t("serviceForm.conflictSubmit")}</Button>
          <LinkButton href={cancelHref}>{t("serviceForm.conflictBack")}</LinkButton>
        </div>
      </form>
    </>
  );
}

function subText(t: Translator, { changedBy }: ConflictField): string {
  if (changedBy === "you") return t("serviceForm.conflictOnlyYours");
  if (changedBy === "they") return t("serviceForm.conflictOnlyTheirs");
  return changedBy === "both" ? t("serviceForm.conflictBoth") : t("serviceForm.conflictChoose");
}

function Choice({
  id,
  name,
  value,
  checked,
  label,
  text,
}: {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly label: string;
  readonly text: string;
}) {
  return (
    <span className="h-checkrow">
      <input
        className="h-check"
        type="radio"
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        required
        aria-label={`${label}: ${text}`}
      />
      <label htmlFor={id}>{text}</label>
    </span>
  );
}
