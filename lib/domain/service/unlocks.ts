import type { ExposureWorld } from "../exposure/types";
import { UNKNOWN } from "../method/answers";
import { derivationContext } from "./context";
import { DERIVATIONS } from "./derive";
import type { DerivationContext } from "./derived";
import { FACT_KINDS, feedsOf, type FactKind } from "./derive-feeds";
import { entered, trialWorlds } from "./enter-fact";
import { factState, type FactState } from "./fact-state";
import { sameParties } from "./parties";
import type { ServiceFacts } from "./types";

/** What entering a kind of fact would do in a city. */
export interface Unlock {
  readonly kind: FactKind;
  /** Services by the state of the fact; together all services. */
  readonly known: number;
  readonly missing: number;
  readonly none: number;
  /** Services that would get at least one more answer. */
  readonly services: number;
  /** Answers that would follow whichever of the values tried were entered. */
  readonly answers: number;
  /** The same by method id, and within it by criterion. */
  readonly byMethod: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Unlocks {
  readonly services: number;
  readonly kinds: readonly Unlock[];
  /** How many services have an answer derived, by method id and criterion. */
  readonly derived: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The part of one service; criteria as `method criterion`. */
export interface ServiceUnlocks {
  readonly derived: readonly string[];
  /** In the order of {@link FACT_KINDS}. */
  readonly kinds: readonly { readonly state: FactState; readonly answers: readonly string[] }[];
}

interface Fed {
  readonly key: string;
  readonly derive: (context: DerivationContext) => { readonly value: string | null };
}

const ALL: readonly (Fed & { readonly kinds: readonly FactKind[] })[] = Object.entries(DERIVATIONS).flatMap(
  ([method, table]) =>
    Object.entries(table).map(([criterion, derive]) => ({
      key: `${method} ${criterion}`,
      derive,
      kinds: feedsOf(method, criterion),
    })),
);
const FED: ReadonlyMap<FactKind, readonly Fed[]> = new Map(
  FACT_KINDS.map((kind) => [kind, ALL.filter(({ kinds }) => kinds.includes(kind))]),
);

/** Does an answer follow, other than "unknown"? */
function settled({ derive }: Fed, context: DerivationContext): boolean {
  const { value } = derive(context);
  return value !== null && value !== UNKNOWN;
}

/** Kinds on which nothing depends that the context works out beforehand, nor who takes part: the rest of it stays. */
const LIGHT: readonly FactKind[] = ["keys", "location", "contract", "skills"];

/**
 * Finds for services of one world which facts are missing, and which answers would follow if one kind of them were entered
 * and everything else stayed. Counted are answers that follow from every value tried; the derivations are run, nothing is
 * estimated.
 */
export function unlocker(world: ExposureWorld): (facts: ServiceFacts) => ServiceUnlocks {
  const worlds = trialWorlds(world);
  return (facts) => {
    const context = derivationContext(facts, world);
    const derived = new Set(ALL.filter((one) => settled(one, context)).map(({ key }) => key));
    const kinds = FACT_KINDS.map((kind) => {
      const state = factState(kind, context);
      if (state !== "missing") return { state, answers: [] };
      let open = (FED.get(kind) ?? []).filter(({ key }) => !derived.has(key));
      const tried = open.length === 0 ? [] : entered(kind, facts, worlds);
      for (const [then, there] of tried) {
        if (open.length === 0) break;
        const light = LIGHT.includes(kind) || (kind === "alternatives" && facts.products.length > 0);
        const after = light ? sameParties({ ...context, facts: then }, context) : derivationContext(then, there);
        open = open.filter((one) => settled(one, after));
      }
      return { state, answers: tried.length === 0 ? [] : open.map(({ key }) => key) };
    });
    return { derived: [...derived], kinds };
  };
}

/** The parts of all services of a city together. */
export function sumUnlocks(parts: readonly ServiceUnlocks[]): Unlocks {
  const add = (counts: Record<string, Record<string, number>>, key: string): void => {
    const [method = "", criterion = ""] = key.split(" ");
    const of = (counts[method] ??= {});
    of[criterion] = (of[criterion] ?? 0) + 1;
  };
  const derived: Record<string, Record<string, number>> = {};
  for (const part of parts) for (const key of part.derived) add(derived, key);
  const kinds = FACT_KINDS.map((kind, index): Unlock => {
    const sum = { known: 0, missing: 0, none: 0, services: 0, answers: 0 };
    const byMethod: Record<string, Record<string, number>> = {};
    for (const part of parts) {
      const { state = "none", answers = [] } = part.kinds[index] ?? {};
      sum[state] += 1;
      if (answers.length > 0) sum.services += 1;
      sum.answers += answers.length;
      for (const key of answers) add(byMethod, key);
    }
    return { kind, ...sum, byMethod };
  });
  return { services: parts.length, kinds, derived };
}
