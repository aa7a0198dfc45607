import type { Grant } from "@/lib/domain/access/authorise";
import { carryOver } from "@/lib/domain/assessing/adopt";
import type { Method, OutputResult } from "@/lib/domain/method/types";
import { headline } from "@/lib/domain/service/standing";
import type { Database, Tx } from "@/lib/server/database/client";
import { perRevision } from "@/lib/server/revision";
import { loadCityWorld, loadScoringInputs } from "../score/data";
import { standingsFor } from "../score/data-standing";

/** What a method says of a service, for comparing two versions: outputs in the method's order. */
type Brief = readonly Pick<OutputResult, "output" | "result" | "range">[];

export interface PreviewChange {
  readonly serviceId: string;
  readonly name: string;
  readonly before: Brief;
  readonly after: Brief;
}

export interface MethodPreview {
  readonly services: number;
  /** Services per level of the output that speaks for the method; `open` = only a range is known. */
  readonly before: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
  readonly changes: readonly PreviewChange[];
  /** Answers given by people that the new version takes over, and that it does not know. */
  readonly carried: number;
  readonly dropped: number;
  /** Assessments that would begin under the new version. */
  readonly assessments: number;
}

const previews = perRevision<MethodPreview>(60_000, ({ changes }) => changes.length);
/** So many services before others get their turn on the processor. */
const SLICE = 100;

/**
 * The whole portfolio under another version of a method, next to how it stands: answers of people go over where they fit,
 * facts are read anew. Writes nothing; kept until the city's data change.
 */
export async function methodPreview(
  reader: Database | Tx,
  grant: Pick<Grant<"service.read">, "cityId">,
  from: Method,
  to: Method,
): Promise<MethodPreview> {
  return previews(reader, grant.cityId, `${from.ref}>${to.ref}`, () => compute(reader, grant.cityId, from, to));
}

async function compute(reader: Database | Tx, cityId: string, from: Method, to: Method): Promise<MethodPreview> {
  const city = await loadCityWorld(reader, cityId);
  const inputs = (await loadScoringInputs(reader, cityId, city.products, "all")).filter(
    ({ facts }) => facts.lifecycle !== "retired",
  );
  const before = new Map<string, number>();
  const after = new Map<string, number>();
  const changes: PreviewChange[] = [];
  let [carried, dropped, assessments] = [0, 0, 0];
  for (const [i, input] of inputs.entries()) {
    if (i % SLICE === SLICE - 1) await new Promise((next) => setImmediate(next));
    const given = input.inForce.find(({ method }) => method === from.ref)?.answers ?? {};
    const over = carryOver(given, to);
    carried += Object.keys(over.answers).length;
    dropped += over.dropped.length;
    if (input.inForce.some(({ method }) => method === from.ref)) assessments += 1;
    const own = input.inForce.find(({ method }) => method === to.ref)?.answers;
    const [now, then] = standingsFor(city, input, [from, to], { [to.ref]: own ?? over.answers });
    if (now === undefined || then === undefined) continue;
    count(before, from, now.result.outputs);
    count(after, to, then.result.outputs);
    const [one, other] = [briefOf(now.result.outputs), briefOf(then.result.outputs)];
    if (JSON.stringify(one) !== JSON.stringify(other))
      changes.push({ serviceId: input.facts.id, name: input.facts.name, before: one, after: other });
  }
  changes.sort((a, b) => a.name.localeCompare(b.name, "de"));
  return { services: inputs.length, before, after, changes, carried, dropped, assessments };
}

function count(levels: Map<string, number>, method: Method, outputs: readonly OutputResult[]): void {
  const level = headline(method, { method: method.ref, complete: false, outputs })?.result?.level ?? "open";
  levels.set(level, (levels.get(level) ?? 0) + 1);
}

const briefOf = (outputs: readonly OutputResult[]): Brief =>
  outputs.map(({ output, result, range }) => ({ output, result, range }));
