import { CellChart, partOf, pct } from "./parts";

/** Share 0–1 against a scale, with target (3 px stroke), earlier value (thin stroke) and what unknowns could add (hatched). */
export function ShareBar({
  value,
  max = 1,
  target,
  previous,
  unknown = 0,
  label,
}: {
  /** 0–1; `null` = no data. */
  readonly value: number | null;
  /** Right end of the scale, 0–1; say it in the column head. */
  readonly max?: number;
  readonly target?: number | null;
  readonly previous?: number | null;
  /** Share that is unknown and could still count, 0–1. */
  readonly unknown?: number;
  readonly label?: string;
}) {
  const x = (v: number) => Math.min(100, Math.max(0, partOf(v, max)));
  return (
    <CellChart label={label}>
      {value === null ? (
        <rect className="h-ubar" x="0" y="6" width="100%" height="11" />
      ) : (
        <>
          <rect className="h-track" x="0" y="8" width="100%" height="7" />
          {unknown > 0 && (
            <rect className="h-ubar" x={pct(x(value))} y="5" width={pct(x(value + unknown) - x(value))} height="13" />
          )}
          <rect className="h-bar" x="0" y="5" width={pct(x(value))} height="13" />
        </>
      )}
      {previous !== null && previous !== undefined && (
        <line className="h-prev" x1={pct(x(previous))} x2={pct(x(previous))} y1="2" y2="21" />
      )}
      {target !== null && target !== undefined && <TargetStroke x={x(target)} />}
    </CellChart>
  );
}

/** Kept inside the drawing, so that a target of 100 % is still seen. */
function TargetStroke({ x }: { readonly x: number }) {
  const at = pct(Math.min(99.6, Math.max(0.4, x)));
  return <line className="h-target" x1={at} x2={at} y1="1" y2="22" />;
}

/** Two nested counts: dark directly, light over dependencies as well. */
export function ReachBar({
  direct,
  reach,
  total,
  label,
}: {
  readonly direct: number;
  readonly reach: number;
  readonly total: number;
  readonly label?: string;
}) {
  return (
    <CellChart label={label}>
      <rect className="h-track" x="0" y="8" width="100%" height="7" />
      <rect className="h-bar2" x="0" y="5" width={pct(partOf(reach, total))} height="13" />
      <rect className="h-bar" x="0" y="5" width={pct(partOf(direct, total))} height="13" />
    </CellChart>
  );
}

/** Count of one exposure class; the part that is only a minimum is hatched, unknown wholly. */
export function ExposureBar({
  level,
  count,
  atLeast,
  max,
  label,
}: {
  /** 1 = J0 … 5 = J4; `null` = unknown. */
  readonly level: 1 | 2 | 3 | 4 | 5 | null;
  readonly count: number;
  readonly atLeast: number;
  readonly max: number;
  readonly label?: string;
}) {
  const known = level === null ? 0 : count - atLeast;
  return (
    <CellChart label={label}>
      {level !== null && known > 0 && (
        <rect className={`h-seg h-f${level}`} x="0" y="2" width={pct(partOf(known, max))} height="19" />
      )}
      {count - known > 0 && (
        <rect
          className="h-ubar"
          x={pct(partOf(known, max))}
          y="2"
          width={pct(partOf(count - known, max))}
          height="19"
        />
      )}
    </CellChart>
  );
}

export interface GoalTrackProps {
  /** `null` = not known. All four in the metric's own unit. */
  readonly baseline: number | null;
  readonly now: number | null;
  readonly forecast?: number | null;
  readonly target: number;
  readonly direction: "up" | "down";
  /** Upper end of the metric, e.g. 1 for shares. */
  readonly cap?: number;
  readonly label?: string;
}

/** Ends of the scale, worst first, so that right is always better: from zero for "more is better", toward zero for "less is better". */
export function goalDomain(
  values: readonly number[],
  direction: "up" | "down",
  cap?: number,
): readonly [number, number] {
  const largest = Math.max(...values, 0);
  const padded = largest === 0 ? 1 : largest * (direction === "up" ? 4 / 3 : 5 / 4);
  const end = cap === undefined ? padded : Math.min(cap, padded);
  return direction === "up" ? [0, end] : [end, 0];
}

/** From baseline to now (dark; light when it went back), planned measures dashed, target as a stroke. */
export function GoalTrack({ baseline, now, forecast, target, direction, cap, label }: GoalTrackProps) {
  const known = [baseline, now, forecast, target].filter((v): v is number => v !== null && v !== undefined);
  const [worst, best] = goalDomain(known, direction, cap);
  const x = (v: number) => Math.min(100, Math.max(0, ((v - worst) / (best - worst)) * 100));
  if (now === null) {
    return (
      <CellChart label={label}>
        <rect className="h-ubar" x="0" y="6" width="100%" height="11" />
        <TargetStroke x={x(target)} />
      </CellChart>
    );
  }
  const from = x(baseline ?? now);
  const to = x(now);
  const planned = forecast === null || forecast === undefined ? to : x(forecast);
  return (
    <CellChart label={label}>
      <rect className="h-track" x="0" y="8" width="100%" height="7" />
      {planned !== to && (
        <rect
          className="h-fcst"
          x={pct(Math.min(to, planned))}
          y="5.5"
          width={pct(Math.abs(planned - to))}
          height="12"
        />
      )}
      {from !== to && (
        <rect
          className={to > from ? "h-bar" : "h-bar2"}
          x={pct(Math.min(from, to))}
          y="5"
          width={pct(Math.abs(to - from))}
          height="13"
        />
      )}
      {/* Where we are, also when nothing has moved or nothing is known of the start. */}
      <line className="h-prev" x1={pct(to)} x2={pct(to)} y1="2" y2="21" />
      <TargetStroke x={x(target)} />
    </CellChart>
  );
}
