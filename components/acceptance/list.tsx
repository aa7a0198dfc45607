import {
  Cell,
  Mark,
  Row,
  RowHead,
  ScrollTable,
  TBody,
  THead,
  type ExposureClass,
  type MunichLevel,
} from "@/components/ui";
import { daysUntil } from "@/lib/domain/acceptance";
import type { AcceptedRow, AcceptedState } from "@/lib/features/acceptance/schema";
import { formatDate } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { approved, ended } from "./service-part";

/** The city's acceptances: which service, how far from what is required, why, by whom, until when. */
export function AcceptedTable({
  t,
  base,
  state,
  today,
  rows,
}: {
  readonly t: Translator;
  /** `/c/<slug>` */
  readonly base: string;
  readonly state: AcceptedState;
  readonly today: string;
  readonly rows: readonly AcceptedRow[];
}) {
  const last = t(state === "ended" ? "acceptance.colEnd" : "acceptance.colUntil");
  return (
    <ScrollTable
      caption={t("acceptance.caption", { state: t(`acceptance.state_${state}`) })}
      stack
      variant="h-table--top h-table--accepted"
    >
      <THead
        columns={[
          { label: t("acceptance.colService") },
          { label: t("acceptance.colDimension") },
          { label: t("acceptance.colActual") },
          { label: t("acceptance.colRequired") },
          { label: t("acceptance.colReason") },
          { label: t("acceptance.colApprover") },
          { label: last },
        ]}
      />
      <TBody>
        {rows.map((row) => (
          <Row key={row.id}>
            <RowHead sub={row.departmentName}>
              <a href={`${base}/services/${row.serviceId}#gap`}>{row.serviceName}</a>
            </RowHead>
            <Cell label={t("acceptance.colDimension")}>{t.dynamic(`acceptance.dimension_${row.dimension}`)}</Cell>
            <Cell label={t("acceptance.colActual")}>
              <Actual t={t} row={row} />
              {state !== "ended" && row.gap !== "accepted" && (
                <span className="h-cellsub">
                  {t(row.gap === "not-checkable" ? "acceptance.unchecked" : "acceptance.closed")}
                </span>
              )}
            </Cell>
            <Cell label={t("acceptance.colRequired")}>{required(t, row)}</Cell>
            <Cell label={t("acceptance.colReason")} full>
              <span className="h-pretext">{row.reason}</span>
            </Cell>
            <Cell label={t("acceptance.colApprover")}>{approved(t, row)}</Cell>
            <Cell label={last}>
              {state === "ended" ? (
                ended(t, row)
              ) : (
                <>
                  {formatDate(row.until, t.locale)}
                  <span className="h-cellsub">{t("acceptance.left", { days: daysUntil(row.until, today) })}</span>
                </>
              )}
            </Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}

function Actual({ t, row }: { readonly t: Translator; readonly row: AcceptedRow }) {
  if (row.dimension === "exposure") {
    if (row.exposure === null) return <Mark kind="exposure" value={null} state="unknown" label="" />;
    const level = row.exposure as ExposureClass;
    return row.exposureAtLeast ? (
      <>{t("acceptance.exposureAtLeast", { level })}</>
    ) : (
      <Mark kind="exposure" value={level} label={t("common.exposure", { level })} />
    );
  }
  if (row.munichValue === null)
    return <>{t("acceptance.levelBetween", { best: row.munichBest, worst: row.munichWorst })}</>;
  return (
    <Mark kind="munich" value={row.munichValue as MunichLevel} label={t("common.level", { level: row.munichValue })} />
  );
}

function required(t: Translator, row: AcceptedRow): string {
  const value = row.dimension === "exposure" ? row.requiredExposure : row.requiredMunich;
  if (value === null) return t("acceptance.none");
  return row.dimension === "exposure"
    ? t("service.atMostClass", { level: value })
    : t("service.atMostLevel", { level: value });
}
