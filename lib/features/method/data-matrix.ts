import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Grant } from "@/lib/domain/access/authorise";
import { trialOf, type MethodTrial } from "@/lib/domain/method/trial";
import type { Method } from "@/lib/domain/method/types";
import { derivationContext } from "@/lib/domain/service/context";
import { deriveForMethod } from "@/lib/domain/service/derive-method";
import { standingOf } from "@/lib/domain/service/standing";
import { sumUnlocks, unlocker, type ServiceUnlocks, type Unlocks } from "@/lib/domain/service/unlocks";
import type { Database, Tx } from "@/lib/server/database/client";
import { perRevision } from "@/lib/server/revision";
import { loadCityWorld, loadScoringInputs, type CityWorld, type ScoringInput } from "../score/data";

type Reader = Database | Tx;
type Reach = Pick<Grant<"service.read">, "cityId">;

/** Services in use: what is retired is not asked about any more. */
async function servicesInUse(reader: Reader, cityId: string): Promise<{ city: CityWorld; inputs: ScoringInput[] }> {
  const city = await loadCityWorld(reader, cityId);
  const inputs = await loadScoringInputs(reader, cityId, city.products, "all");
  return { city, inputs: inputs.filter(({ facts }) => facts.lifecycle !== "retired") };
}

/** After so many services others get their turn. */
const TURN = 100;

const matrices = perRevision<Unlocks>(50);

/** What was found for each service, by everything it rests on: after a change only the services it touches are tried again. */
const found = new LRUCache<string, Map<string, { readonly facts: string; readonly part: ServiceUnlocks }>>({ max: 4 });
const hash = (text: string): string => createHash("sha256").update(text).digest("base64");

/** Which facts are missing in the city, and how many answers would follow from each. */
export async function loadUnlocks(reader: Reader, grant: Reach): Promise<Unlocks> {
  return matrices(reader, grant.cityId, "unlocks", async () => {
    const { city, inputs } = await servicesInUse(reader, grant.cityId);
    const { organisations, jurisdictions } = city.world;
    const key = hash(JSON.stringify([grant.cityId, [...organisations.values()], [...jurisdictions.values()]]));
    const known = found.get(key) ?? new Map();
    found.set(key, known);
    const find = unlocker(city.world);
    const parts: ServiceUnlocks[] = [];
    for (const { facts } of inputs) {
      const text = hash(JSON.stringify(facts));
      const before = known.get(facts.id);
      if (before?.facts === text) {
        parts.push(before.part);
        continue;
      }
      const part = find(facts);
      known.set(facts.id, { facts: text, part });
      parts.push(part);
      if (parts.length % TURN === 0) await setImmediate();
    }
    return sumUnlocks(parts);
  });
}

const trials = perRevision<MethodTrial>(50);

/** How the city's services stand by a method from what facts say, and what has been assessed by it. */
export async function loadTrial(reader: Reader, grant: Reach, method: Method): Promise<MethodTrial> {
  return trials(reader, grant.cityId, method.ref, async () => {
    const { city, inputs } = await servicesInUse(reader, grant.cityId);
    const standings = [];
    for (const { facts, inForce } of inputs) {
      const derived = deriveForMethod(method, derivationContext(facts, city.world));
      const assessed = inForce.find((each) => each.method === method.ref)?.answers ?? {};
      standings.push(standingOf(method, derived, assessed));
      if (standings.length % TURN === 0) await setImmediate();
    }
    return trialOf(method, standings);
  });
}
