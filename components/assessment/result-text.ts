import { levelOf } from "@/lib/domain/method/evaluate";
import type { Method, OutputResult } from "@/lib/domain/method/types";
import { formatNumber } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";

const outputOf = (method: Method, id: string) => method.outputs.find((output) => output.id === id);

/** A value with the sign of its scale, two decimals at most. */
export function valueText(t: Translator, method: Method, output: string, value: number): string {
  const sign = outputOf(method, output)?.sign;
  const number = formatNumber(value, t.locale, { maxDigits: 2 });
  return sign === undefined ? number : `${number}\u00a0${sign}`;
}

/** Name of a level in the person's language; the level itself where the method has no name for it. */
export function levelName(t: Translator, method: Method, output: string, level: string): string {
  const found = outputOf(method, output)?.levels.find((each) => each.level === level);
  return found === undefined ? level : tr(found.name, t.locale);
}

/** As much of an output as words need: fresh, as it was approved, or as it would be. */
type Said = Pick<OutputResult, "output" | "result" | "range"> & { readonly complete?: boolean };

/** What an output says: a value with its level, or the range that is still possible. */
export function outputText(t: Translator, method: Method, output: Said): string {
  const levels = outputOf(method, output.output)?.levels.length ?? 0;
  const value = (number: number) => valueText(t, method, output.output, number);
  // Additional requirements of which nobody chose any.
  if (output.result === null && output.complete === true) return t("assessment.noneChosen");
  if (output.result === null) {
    const { best, worst } = output.range;
    return best === worst
      ? t("assessment.onlyPossible", { value: value(best) })
      : t("assessment.between", { worst: value(worst), best: value(best) });
  }
  const name = levelName(t, method, output.output, output.result.level);
  return levels > 1
    ? t("assessment.valueLevel", { value: value(output.result.value), level: name })
    : value(output.result.value);
}

/** The result of a method in one line, a pair always with both its halves. */
export function resultText(t: Translator, method: Method, result: { readonly outputs: readonly Said[] }): string {
  const { pair } = method;
  const find = (id: string) => result.outputs.find(({ output }) => output === id);
  const [score, level] = pair ? [find(pair.output), find(pair.with)] : [];
  if (score && level) {
    const { best, worst } = level.range;
    const scale = outputOf(method, level.output);
    const key = pair?.key.toUpperCase() ?? "";
    const levelText =
      level.result !== null
        ? levelName(t, method, level.output, level.result.level)
        : best === worst && scale !== undefined
          ? levelName(t, method, level.output, levelOf(scale, best))
          : `${key} ${worst}–${best}`;
    return `${outputText(t, method, score)}, ${levelText}`;
  }
  if (result.outputs.length === 1 && result.outputs[0]) return outputText(t, method, result.outputs[0]);
  return result.outputs
    .map((output) => {
      const named = outputOf(method, output.output);
      return `${named ? tr(named.name, t.locale) : output.output} ${outputText(t, method, output)}`;
    })
    .join(", ");
}
