import type { ReactNode } from "react";

/** Position or width in percent of the drawing. Geometry is fluid, text keeps its size. */
export function pct(value: number): string {
  return `${value.toFixed(2)}%`;
}

/** Part of a whole in percent, 0 when there is no whole. */
export function partOf(value: number, whole: number): number {
  return whole > 0 ? (value / whole) * 100 : 0;
}

/** A part of a chart that leads to the services behind it; without address just a part. */
export function ChartLink({
  href,
  label,
  children,
}: {
  readonly href?: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  if (href === undefined) {
    return (
      <g role="img" aria-label={label}>
        {children}
      </g>
    );
  }
  return (
    <a href={href} aria-label={label}>
      {children}
    </a>
  );
}

/** Bar in a table cell. The figures stand beside it, so it is hidden from screen readers unless it has a `label`. */
export function CellChart({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  if (label === undefined) {
    return (
      <svg className="h-chart h-ch-24" aria-hidden="true">
        {children}
      </svg>
    );
  }
  return (
    <svg className="h-chart h-ch-24" role="img" aria-label={label}>
      {children}
    </svg>
  );
}

/** What a chart shows when there is nothing to draw: an outline and the words, never a zero. */
export function NoData({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <svg className="h-chart h-ch-56" role="img" aria-label={`${title}: ${text}`}>
      <rect className="h-ghost" x="0.5" y="6" width="99.5%" height="40" />
      <text className="h-t h-t--2 h-c" x="50%" y="31">
        {text}
      </text>
    </svg>
  );
}
