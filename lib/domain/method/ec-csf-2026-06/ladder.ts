import type { Criterion, Text } from "../types";

/** The step the annex leaves without a label, shown as that. */
export const BLANK = ["(im Original leer)", "(blank in the original)"] as const;

/** A criterion of the annex: its steps come worst first, as German and English text, and get the ids "1", "2", … */
export function ladder(id: string, text: Text, help: Text, steps: readonly (readonly [string, string])[]): Criterion {
  const options = steps.map(([de, en], index) => ({ id: String(index + 1), text: { de, en } }));
  return { id, text, help, options, order: "ladder" };
}
