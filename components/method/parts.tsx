import { Mark, Tabs, type Band, type MunichLevel } from "@/components/ui";
import { byId } from "@/lib/domain/method/sections";
import type { Criterion, Method, Output } from "@/lib/domain/method/types";
import { FACT_KINDS, feedsOf, type FactKind } from "@/lib/domain/service/derive-feeds";
import { tr, type Translator } from "@/lib/i18n";

/** Parts of the area of methods. */
export function MethodTabs({
  t,
  base,
  current,
}: {
  readonly t: Translator;
  /** `/c/<city>` */
  readonly base: string;
  readonly current: "list" | "matrix" | "own" | null;
}) {
  return (
    <Tabs
      page
      label={t("methods.parts")}
      items={[
        { href: `${base}/methods`, label: t("methods.tabList"), current: current === "list" },
        { href: `${base}/methods/matrix`, label: t("methods.tabMatrix"), current: current === "matrix" },
        { href: `${base}/methods/own`, label: t("methods.tabOwn"), current: current === "own" },
      ]}
    />
  );
}

/** Address of a method's page. */
export const methodHref = (base: string, method: Pick<Method, "ref">): string =>
  `${base}/methods/${encodeURIComponent(method.ref)}`;

/** Marks exist for levels 1–5 and bands A–E; another scale shows its words alone. */
export function scaleKind(output: Output | undefined): "munich" | "band" | null {
  if (output === undefined) return null;
  const levels = output.levels.map((each) => each.level).join("");
  if (levels === "12345") return "munich";
  return levels === "ABCDE" ? "band" : null;
}

/** The mark of a level, silent: its words stand beside it. */
export function LevelMark({ output, level }: { readonly output: Output; readonly level: string }) {
  const kind = scaleKind(output);
  if (kind === "munich") return <Mark kind="munich" value={level as `${MunichLevel}`} label="" />;
  return kind === "band" ? <Mark kind="band" value={level as Band} label="" /> : <>{level}</>;
}

/** What a question is called in short: its published id, or its number. */
export const labelOf = (method: Method, criterion: Criterion): string =>
  byId(method) ? criterion.id : String(method.criteria.indexOf(criterion) + 1);

export const kindName = (t: Translator, kind: FactKind): string => t.dynamic(`matrix.kind_${kind}`);

/** Kinds of facts from which a criterion follows, also one of a city's own method that names another. */
export function kindsOf(method: Pick<Method, "id">, { id, derivedFrom }: Criterion): readonly FactKind[] {
  const kinds = derivedFrom === undefined ? feedsOf(method.id, id) : feedsOf(derivedFrom.method, derivedFrom.criterion);
  return FACT_KINDS.filter((kind) => kinds.includes(kind));
}

/** A parameter of a method in words; one that a city made up goes by its id. */
export const parameterName = (t: Translator, parameter: string): string => {
  const key = `methods.parameter_${parameter}`;
  return t.has(key) ? t.dynamic(key) : parameter;
};

/** A reading in words, an own weighting included. */
export function readingName(t: Translator, method: Method, parameter: string, id: string): string {
  const found = (method.variants ?? []).find((one) => one.parameter === parameter && one.id === id);
  return found === undefined ? (id === "custom" ? t("methods.custom") : id) : tr(found.name, t.locale);
}

/** A scale of two levels from 0 to 1: its words say all there is. */
export const passOrFail = ({ scale, levels }: Output): boolean => scale.max - scale.min === 1 && levels.length === 2;

/** Name of the level that a value reaches. */
export function levelAt(t: Translator, output: Output, value: number): string {
  const reached = output.levels.filter(({ from }) => from <= value).sort((a, b) => b.from - a.from)[0];
  return reached === undefined ? String(value) : tr(reached.name, t.locale);
}
