import type { Confidence } from "../facts";
import { EXPOSURE_CLASSES } from "./types";
import type { ExposureClass } from "./types";

/** Best and worst class still possible for one thing. */
export interface ClassRange {
  readonly best: ExposureClass;
  readonly worst: ExposureClass;
}

/** Negative when `a` is better (less exposed) than `b`, 0 when equal; sorts J0 first. */
export function compareClass(a: ExposureClass, b: ExposureClass): number {
  return EXPOSURE_CLASSES.indexOf(a) - EXPOSURE_CLASSES.indexOf(b);
}

/** Worst of the classes; J0 for an empty list, so check for emptiness where that would claim too much. */
export function worstClass(classes: Iterable<ExposureClass>): ExposureClass {
  let worst: ExposureClass = "J0";
  for (const each of classes) if (compareClass(each, worst) > 0) worst = each;
  return worst;
}

/** The class, but not worse than `limit`. */
export function atMost(value: ExposureClass, limit: ExposureClass): ExposureClass {
  return compareClass(value, limit) > 0 ? limit : value;
}

const CONFIDENCE_ORDER: readonly Confidence[] = ["low", "medium", "high"];

/** Negative when `a` is less sure than `b`. */
export function compareConfidence(a: Confidence, b: Confidence): number {
  return CONFIDENCE_ORDER.indexOf(a) - CONFIDENCE_ORDER.indexOf(b);
}

/** Lowest confidence; a chain is as sure as its weakest link. `high` for an empty list. */
export function lowestConfidence(values: Iterable<Confidence>): Confidence {
  let lowest: Confidence = "high";
  for (const each of values) if (compareConfidence(each, lowest) < 0) lowest = each;
  return lowest;
}
