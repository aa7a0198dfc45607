import { stateOf } from "./answers";
import { criteriaOf } from "./evaluate";
import type { Method, MethodResult, SourcedAnswer } from "./types";

/** How many of the things tried stand where, for one output. */
export interface OutputTrial {
  readonly output: string;
  /** In the method's order. `certain`: with a result on this level; `possible`: without one, this level still within reach. */
  readonly levels: readonly { readonly level: string; readonly certain: number; readonly possible: number }[];
  readonly withResult: number;
  readonly open: number;
}

/** A method tried on many things. */
export interface MethodTrial {
  readonly tried: number;
  readonly outputs: readonly OutputTrial[];
  /** By criterion: how often it is answered, derived or assessed, and how often it is unknown. */
  readonly criteria: Readonly<Record<string, { readonly answered: number; readonly unknown: number }>>;
}

interface Tried {
  readonly answers: Readonly<Record<string, SourcedAnswer>>;
  readonly result: MethodResult;
}

/** Sums up what a method says about many things. Nothing is averaged, and what is open stays open. */
export function trialOf(method: Method, tried: readonly Tried[]): MethodTrial {
  const outputs = method.outputs.map(({ id, levels }): OutputTrial => {
    const results = tried.flatMap(({ result }) => result.outputs.filter(({ output }) => output === id));
    const order = levels.map(({ level }) => level);
    const reach = results
      .filter(({ result }) => result === null)
      .map(({ rangeLevels }) =>
        [order.indexOf(rangeLevels.best), order.indexOf(rangeLevels.worst)].sort((a, b) => a - b),
      );
    return {
      output: id,
      levels: order.map((level, index) => ({
        level,
        certain: results.filter(({ result }) => result?.level === level).length,
        possible: reach.filter(([low = 0, high = 0]) => low <= index && index <= high).length,
      })),
      withResult: results.length - reach.length,
      open: reach.length,
    };
  });
  const ids = [...new Set(method.outputs.flatMap((output) => criteriaOf(method, output).map(({ id }) => id)))];
  const count = (id: string, state: string) =>
    tried.filter(({ answers }) => {
      const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
      return answer !== undefined && stateOf(id, { [id]: answer.value }) === state;
    }).length;
  return {
    tried: tried.length,
    outputs,
    criteria: Object.fromEntries(
      ids.map((id) => [id, { answered: count(id, "answered"), unknown: count(id, "unknown") }]),
    ),
  };
}
