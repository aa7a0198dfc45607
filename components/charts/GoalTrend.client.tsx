"use client";

import { lazy, Suspense, useState, useSyncExternalStore } from "react";
import type { GoalTrendChartProps } from "./goal-trend-chart";

export interface GoalTrendProps extends GoalTrendChartProps {
  /** What opens the chart, e.g. "Werte ablesen". */
  readonly summary: string;
  /** Text while the chart is loading. */
  readonly loading: string;
}

const Chart = lazy(() => import("./goal-trend-chart"));
const never = () => () => {};

/**
 * Trend of one metric with tooltip and target line, opened on demand: its library is larger than a whole page may be,
 * so it is loaded only when somebody asks. Without script there is nothing to open; `GoalLine` and its table say the same.
 */
export function GoalTrend({ summary, loading, ...chart }: GoalTrendProps) {
  const [open, setOpen] = useState(false);
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!inBrowser) return null;
  return (
    <details className="h-trend" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && (
        <Suspense
          fallback={
            <p className="h-live-chart h-meta" role="status">
              {loading}
            </p>
          }
        >
          <Chart {...chart} />
        </Suspense>
      )}
    </details>
  );
}
