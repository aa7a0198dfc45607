import { outOfReach, type Grant } from "@/lib/domain/access/authorise";
import { groupEffect, type GroupAnswers, type GroupEffect, type GroupMode } from "@/lib/domain/assignment/group";
import { derivationContext } from "@/lib/domain/service/context";
import { deriveFor } from "@/lib/domain/service/derive";
import type { AssessedAnswers } from "@/lib/domain/service/score";
import type { ListQuery } from "@/lib/domain/service/list";
import type { Database, Tx } from "@/lib/server/database/client";
import { loadCityWorld, loadScoringInputs } from "../score/data";
import { loadAssignable, printOf } from "./data";

type Reader = Database | Tx;

export interface GroupMember {
  readonly id: string;
  readonly name: string;
  readonly departmentName: string | null;
  readonly state: string | null;
  readonly assessmentId: string | null;
  readonly version: number;
  readonly before: AssessedAnswers;
  readonly effect: GroupEffect;
}

export interface GroupPlan {
  readonly members: readonly GroupMember[];
  /** Stands for exactly this result, so that what is carried out is what was shown. */
  readonly print: string;
}

/**
 * What the answers do to every service of the selection. Derived answers are those of the facts as they are now, so that
 * `open` means: neither facts nor people have answered. A fixed number of queries, whatever the number of services.
 */
export async function loadGroup(
  reader: Reader,
  grant: Grant<"assessment.write">,
  list: Pick<ListQuery, "filter" | "text">,
  method: { readonly ref: string; readonly id: string },
  given: GroupAnswers,
  mode: GroupMode,
): Promise<GroupPlan> {
  const services = await loadAssignable(reader, grant, list, method.ref);
  const ids = services.map(({ id }) => id);
  const open = await reader.assessment.findMany({
    where: {
      cityId: grant.cityId,
      serviceId: { in: ids },
      method: method.ref,
      rater: "first",
      state: { not: "superseded" },
    },
    select: { id: true, serviceId: true, version: true, state: true, answers: true },
  });
  const openOf = new Map(open.map((row) => [row.serviceId, row]));
  // Facts are asked only where an answer could still be filled in.
  const criteria = Object.keys(given);
  const fillable = ids.filter((id) => {
    const row = openOf.get(id);
    if (row === undefined) return true;
    const answers = row.answers as unknown as AssessedAnswers;
    return row.state === "draft" && criteria.some((criterion) => !Object.hasOwn(answers, criterion));
  });
  const derived =
    mode === "open" && criteria.length > 0 && fillable.length > 0
      ? await loadDerived(reader, grant.cityId, method.id, fillable)
      : NONE_DERIVED;
  const members = services.map((service): GroupMember => {
    const row = openOf.get(service.id);
    const before = (row?.answers ?? {}) as unknown as AssessedAnswers;
    const effect = groupEffect(
      {
        reachable: outOfReach(grant, service.departmentId) === null,
        retired: service.retired,
        state: row?.state ?? null,
        answers: before,
        derived: derived.get(service.id) ?? [],
      },
      given,
      mode,
    );
    return {
      id: service.id,
      name: service.name,
      departmentName: service.departmentName,
      state: row?.state ?? null,
      assessmentId: row?.id ?? null,
      version: row?.version ?? 0,
      before,
      effect,
    };
  });
  const changed = members.flatMap(({ id, version, effect }) =>
    effect.effect === "changed" ? [[id, version, effect.criteria, given]] : [],
  );
  return { members, print: printOf(changed) };
}

const NONE_DERIVED: ReadonlyMap<string, readonly string[]> = new Map();

/** Criteria that the facts of each service answer; none for methods without derivations. */
async function loadDerived(
  reader: Reader,
  cityId: string,
  methodId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const city = await loadCityWorld(reader, cityId);
  const inputs = await loadScoringInputs(reader, cityId, city.products, ids);
  return new Map(
    inputs.map(({ facts }) => [
      facts.id,
      Object.keys(deriveFor(methodId, derivationContext(facts, city.world)).answers),
    ]),
  );
}
