import { Section } from "@/components/layout";
import { Button, Cell, Confirm, Empty, Row, RowHead, ScrollTable, TBody, TextField, THead } from "@/components/ui";
import { formatDate, formatDateTime, formatNumber } from "@/lib/format";
import { formatCountry } from "@/lib/format/country";
import type { CorrectionItem } from "@/lib/features/catalogue/data-details";
import type { Translator } from "@/lib/i18n";
import { licenceText, SourceLink } from "./parts";

/** Fields that may be corrected, by the message that names them. */
export const FIELD_LABELS = {
  country: "catalogue.seat",
  publicSector: "catalogue.publicSector",
  owner: "catalogue.ownership",
  licence: "catalogue.licence",
  sourceModel: "catalogue.sourceModel",
  makerId: "catalogue.maker",
} as const;
export type CorrectableField = keyof typeof FIELD_LABELS;

export const isCorrectable = (field: string): field is CorrectableField => Object.hasOwn(FIELD_LABELS, field);

/** The value of a correction in words. */
export function correctedText(t: Translator, field: string, value: unknown, valueName: string | null): string {
  if (field === "owner" && (value === "none" || value === "unknown")) return t(`catalogue.ownership_${value}`);
  if (
    field === "owner" &&
    typeof value === "object" &&
    value !== null &&
    "share" in value &&
    typeof value.share === "number"
  ) {
    return `${valueName ?? ""}, ${formatNumber(value.share, t.locale)} %`;
  }
  if (field === "owner" || field === "makerId") return valueName ?? t("common.unknown");
  if (field === "country")
    return typeof value === "string" ? formatCountry(value, t.locale) : t("catalogue.seatUnknown");
  if (field === "publicSector") return t(value === true ? "common.yes" : "common.no");
  if (field === "licence") return licenceText(t, typeof value === "string" ? value : null);
  return typeof value === "string" ? t.dynamic(`catalogue.model_${value}`) : t("common.unknown");
}

/** The correction in force per field. */
export const inForce = (corrections: readonly CorrectionItem[]): ReadonlyMap<string, CorrectionItem> =>
  new Map(corrections.filter((each) => each.endedAt === null).map((each) => [each.field, each]));

/** Who corrected what, when and why; each can be taken back by those who may. */
export function Corrections({
  t,
  corrections,
  endAction,
  back,
  errors,
}: {
  readonly t: Translator;
  readonly corrections: readonly CorrectionItem[];
  /** Address that ends a correction, or null for those who may not. */
  readonly endAction: ((id: string) => string) | null;
  readonly back: string;
  readonly errors?: string | null;
}) {
  const active = corrections.filter((each) => each.endedAt === null).length;
  return (
    <Section
      id="corrections"
      kicker={t("catalogue.corrections")}
      finding={t("catalogue.correctionsFinding", { count: active })}
      base={[t("catalogue.correctionsBase")]}
    >
      {errors && (
        <p className="h-err" role="alert">
          {errors}
        </p>
      )}
      {corrections.length === 0 ? (
        <Empty title={t("catalogue.correctionsNone")}>{endAction !== null && t("catalogue.correctionsHow")}</Empty>
      ) : (
        <ScrollTable caption={t("ui.tableOf", { name: t("catalogue.corrections") })} stack>
          <THead
            columns={[
              { label: t("catalogue.fact") },
              { label: t("catalogue.value") },
              { label: t("catalogue.reason") },
              { label: t("catalogue.source") },
              { label: t("catalogue.correctionWho") },
              { label: t("catalogue.correctionWhen") },
              { label: t("catalogue.correctionState") },
            ]}
          />
          <TBody>
            {corrections.map((each) => (
              <Row key={each.id}>
                <RowHead>{isCorrectable(each.field) ? t(FIELD_LABELS[each.field]) : each.field}</RowHead>
                <Cell label={t("catalogue.value")}>{correctedText(t, each.field, each.value, each.valueName)}</Cell>
                <Cell label={t("catalogue.reason")} full>
                  {each.reason}
                </Cell>
                <Cell label={t("catalogue.source")}>
                  <SourceLink t={t} source={each.source} />
                </Cell>
                <Cell label={t("catalogue.correctionWho")}>{each.by ?? t("catalogue.correctionByNobody")}</Cell>
                <Cell label={t("catalogue.correctionWhen")}>{formatDateTime(each.at, t.locale)}</Cell>
                <Cell label={t("catalogue.correctionState")}>
                  {each.endedAt !== null ? (
                    <span className="h-2">
                      {t("catalogue.correctionEndedOn", { date: formatDate(each.endedAt, t.locale) })}
                    </span>
                  ) : endAction === null ? (
                    t("catalogue.correctionActive")
                  ) : (
                    <Confirm
                      size="small"
                      label={t("catalogue.correctionEnd")}
                      title={t("catalogue.correctionEndTitle")}
                    >
                      <form method="post" action={endAction(each.id)}>
                        <input type="hidden" name="back" value={back} />
                        <TextField
                          id={`reason-${each.id}`}
                          name="reason"
                          label={t("catalogue.reason")}
                          required
                          maxLength={1000}
                        />
                        <Button size="small">{t("catalogue.correctionEnd")}</Button>
                      </form>
                    </Confirm>
                  )}
                </Cell>
              </Row>
            ))}
          </TBody>
        </ScrollTable>
      )}
    </Section>
  );
}
