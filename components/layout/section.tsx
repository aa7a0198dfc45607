import type { ReactNode } from "react";

/**
 * One finding with its proof: the sentence and its base in the reading column, the evidence in the wide one.
 * Reading only the left column is the report.
 */
export function Section({
  id,
  kicker,
  finding,
  base = [],
  strong = false,
  reading,
  children,
}: {
  readonly id?: string;
  /** What the section is about, small above the finding. */
  readonly kicker?: string;
  readonly finding: ReactNode;
  /** Denominators, unknown counts, how to read the chart: one paragraph each. */
  readonly base?: readonly ReactNode[];
  /** 2 px rule: the first section below the page head. */
  readonly strong?: boolean;
  /** More in the reading column, below the base. */
  readonly reading?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={strong ? "h-sec h-sec--strong" : "h-sec"} id={id}>
      <div className="h-cols">
        <div className="h-read">
          <h2 className="h-finding">
            {kicker !== undefined && <span className="h-kicker">{kicker}</span>}
            {finding}
          </h2>
          {base.map((line, i) => (
            <p key={i} className="h-base">
              {line}
            </p>
          ))}
          {reading}
        </div>
        <div className="h-evid">{children}</div>
      </div>
    </section>
  );
}

/** What a change consists of: start, parts with their sign, end. */
export function SumLine({
  label,
  parts,
}: {
  readonly label: string;
  readonly parts: readonly {
    readonly label: string;
    readonly detail?: ReactNode;
    readonly value: ReactNode;
    readonly end?: boolean;
  }[];
}) {
  return (
    <dl className={parts.length === 5 ? "h-eq h-eq--5" : "h-eq"} aria-label={label}>
      {parts.map((part) => (
        <div key={part.label} className={part.end === true ? "h-eq__end" : undefined}>
          <dt>
            {part.label}
            <span className="h-cellsub">{part.detail ?? "\u00a0"}</span>
          </dt>
          <dd>{part.value}</dd>
        </div>
      ))}
    </dl>
  );
}
