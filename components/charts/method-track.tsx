import { CellChart, pct } from "./parts";

/** A result between the worst (left) and the best (right) of its scale; what is still possible is hatched. All 0–1. */
export function MethodTrack({
  value,
  worst,
  best,
  label,
}: {
  readonly value: number | null;
  readonly worst: number;
  readonly best: number;
  readonly label?: string;
}) {
  const x = (share: number) => Math.min(99, Math.max(1, share * 100));
  return (
    <CellChart label={label}>
      <rect className="h-track" x="0" y="8" width="100%" height="7" />
      {best > worst && (
        <rect className="h-ubar" x={pct(worst * 100)} y="5" width={pct((best - worst) * 100)} height="13" />
      )}
      {value !== null && <line className="h-target" x1={pct(x(value))} x2={pct(x(value))} y1="2" y2="21" />}
    </CellChart>
  );
}
