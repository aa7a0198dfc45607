import { createHash } from "node:crypto";
import type { Method } from "@/lib/domain/method/types";
import { derivationContext } from "@/lib/domain/service/context";
import { deriveForMethod } from "@/lib/domain/service/derive-method";
import { printNow } from "@/lib/domain/service/frozen";
import type { AssessedAnswers } from "@/lib/domain/service/score";
import { standingOf, type Standing } from "@/lib/domain/service/standing";
import type { CityWorld, ScoringInput } from "./data";

type Facts = Pick<ScoringInput, "facts" | "inForce">;

/**
 * How the service stands under methods: facts and the assessment in force put together, in the order given.
 * @param assessed answers that go before those in force, by `id@version`
 */
export function standingsFor(
  city: CityWorld,
  input: Facts,
  methods: readonly Method[],
  assessed: Readonly<Record<string, AssessedAnswers>> = {},
): readonly Standing[] {
  const context = derivationContext(input.facts, city.world);
  return methods.map((method) => {
    const given = assessed[method.ref] ?? input.inForce.find((each) => each.method === method.ref)?.answers ?? {};
    return standingOf(method, deriveForMethod(method, context), given);
  });
}

/** Short fingerprint of answers and results. */
export const fingerprint = (print: string): string => createHash("sha256").update(print).digest("hex");

/**
 * Approved assessments of the service whose "changed since approval" is no longer what is stored: facts or the method have
 * changed, or have changed back.
 */
export function staleApprovals(
  city: CityWorld,
  input: Facts,
): readonly { readonly id: string; readonly changed: boolean }[] {
  return input.inForce.flatMap(({ id, method: ref, state, approvedPrint, changedSince }) => {
    const method =
      state === "approved" && approvedPrint !== null ? city.methods.find((each) => each.ref === ref) : undefined;
    if (method === undefined) return [];
    const [standing] = standingsFor(city, input, [method]);
    if (standing === undefined) return [];
    const changed = fingerprint(printNow(standing)) !== approvedPrint;
    return changed === (changedSince !== null) ? [] : [{ id, changed }];
  });
}
