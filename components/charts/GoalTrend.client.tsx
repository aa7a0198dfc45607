"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import type { GoalTrendProps } from "./goal-trend-chart";

export type { GoalTrendProps } from "./goal-trend-chart";

const Chart = lazy(() => import("./goal-trend-chart"));
const never = () => () => {};

/**
 * Trend of one metric with tooltip and target line. Drawn in the browser only, and its library is loaded only then;
 * the caller shows the same figures as a table, which is all there is without script.
 */
export function GoalTrend(props: GoalTrendProps) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const placeholder = (
    <div className="h-live-chart" role="img" aria-label={props.title}>
      <p className="h-meta">{props.loading}</p>
    </div>
  );
  if (!inBrowser) return placeholder;
  return (
    <Suspense fallback={placeholder}>
      <Chart {...props} />
    </Suspense>
  );
}
