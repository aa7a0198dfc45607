import { Cell, Row, RowHead, ScrollTable, TBody, TFoot, THead } from "@/components/ui";
import type { ProgressState } from "@/lib/domain/assignment/state";
import type { ProgressLine, WorkFilter } from "@/lib/features/assignment/data-progress";
import { formatNumber, formatShare } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { OPEN_STATES, workHref } from "./links";

interface Figure {
  readonly key: "colOpen" | "colOverdue" | "colSubmitted" | "colApproved" | "colAgain";
  readonly states: readonly ProgressState[];
  /** Share of what is assigned beside the number. */
  readonly share: boolean;
}

const FIGURES: readonly Figure[] = [
  { key: "colOpen", states: OPEN_STATES, share: false },
  { key: "colOverdue", states: ["overdue"], share: false },
  { key: "colSubmitted", states: ["submitted"], share: true },
  { key: "colApproved", states: ["approved"], share: true },
  { key: "colAgain", states: ["again"], share: false },
];

const sum = (line: ProgressLine, states: readonly ProgressState[]): number =>
  states.reduce((all, state) => all + line.counts[state], 0);

/**
 * How far the work is, a row per department, method or person. Every number leads to its assignments; "draft again" has a
 * column only where there is one.
 */
export function ProgressTable({
  t,
  base,
  caption,
  head,
  lines,
  total,
  nameOf,
  filterOf,
  extra,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly caption: string;
  /** Head of the first column. */
  readonly head: string;
  readonly lines: readonly ProgressLine[];
  /** The last row; left out where the rows are not all of it. */
  readonly total?: ProgressLine;
  readonly nameOf: (line: ProgressLine) => string;
  /** What the list behind a number is narrowed to; null = the total. */
  readonly filterOf: (line: ProgressLine | null) => WorkFilter;
  /** Below the name. */
  readonly extra?: (line: ProgressLine) => string | null;
}) {
  const figures = FIGURES.filter(({ key }) => key !== "colAgain" || lines.some((line) => line.counts.again > 0));
  const withServices = lines.some((line) => line.services !== undefined);
  const cells = (line: ProgressLine, filter: WorkFilter, name: string) => (
    <>
      {withServices && (
        <Cell num label={t("assignment.colServices")}>
          {line.services === undefined ? "" : formatNumber(line.services, t.locale)}
        </Cell>
      )}
      <Cell num keyFigure label={t("assignment.colAssigned")}>
        <Count t={t} n={line.assigned} href={workHref(base, filter)} name={name} state={t("assignment.colAssigned")} />
      </Cell>
      {figures.map(({ key, states, share }) => {
        const n = sum(line, states);
        return (
          <Cell key={key} num label={t(`assignment.${key}`)} className={key === "colOverdue" && n > 0 ? "h-late" : ""}>
            <Count
              t={t}
              n={n}
              href={workHref(base, { ...filter, states })}
              name={name}
              state={t(`assignment.${key}`)}
            />
            {share && line.assigned > 0 && <span className="h-cellsub">{formatShare(n, line.assigned, t.locale)}</span>}
          </Cell>
        );
      })}
    </>
  );
  return (
    <ScrollTable caption={caption} stack>
      <THead
        columns={[
          { label: head },
          ...(withServices ? [{ label: t("assignment.colServices"), num: true }] : []),
          { label: t("assignment.colAssigned"), num: true },
          ...figures.map(({ key }) => ({ label: t(`assignment.${key}`), num: true })),
        ]}
      />
      <TBody>
        {lines.map((line) => (
          <Row key={line.id ?? "none"}>
            <RowHead sub={extra?.(line)}>{nameOf(line)}</RowHead>
            {cells(line, filterOf(line), nameOf(line))}
          </Row>
        ))}
      </TBody>
      {total !== undefined && (
        <TFoot>
          <Row>
            <RowHead>{t("assignment.total")}</RowHead>
            {cells(
              withServices ? { ...total, services: lines.reduce((all, line) => all + (line.services ?? 0), 0) } : total,
              filterOf(null),
              t("assignment.total"),
            )}
          </Row>
        </TFoot>
      )}
    </ScrollTable>
  );
}

function Count({
  t,
  n,
  href,
  name,
  state,
}: {
  readonly t: Translator;
  readonly n: number;
  readonly href: string;
  readonly name: string;
  readonly state: string;
}) {
  if (n === 0) return "0";
  return (
    <a href={href} aria-label={t("assignment.showList", { count: n, name, state })}>
      {formatNumber(n, t.locale)}
    </a>
  );
}
