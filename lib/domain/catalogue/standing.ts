import { classify, topController } from "../exposure";
import type { TopController } from "../exposure";
import type { ExposureClass, ExposureFinding, ExposureWorld, Organisation, Ownership } from "../exposure/types";
import type { Reason } from "../facts";

/** How an organisation stands by itself, before it has a role in any service. */
export interface Standing {
  readonly top: TopController;
  /** Class of a service whose data this organisation could read; null = nothing found, but links are missing. */
  readonly class: ExposureClass | null;
  readonly atLeast: boolean;
  readonly finding: ExposureFinding | null;
  readonly missing: readonly Reason[];
}

/** The assumption behind a standing, not a statement about any service. */
const AS_READER = { source: null, asOf: null, confidence: "high", evidence: "read" } as const;

/** Who stands above the organisation, and which class a service would have if this organisation could read its data. */
export function standingOf(world: ExposureWorld, organisationId: string): Standing {
  const exposure = classify(world, {
    roles: [{ role: "operator", organisationId, dataAccess: "readable", provenance: AS_READER }],
    requiredRoles: [],
  });
  return {
    top: topController(world, organisationId),
    class: exposure.class,
    atLeast: exposure.atLeast,
    finding: exposure.findings[0] ?? null,
    missing: exposure.missing,
  };
}

/** One holding on the way up. */
export interface HoldingAbove {
  readonly depth: number;
  readonly organisation: Organisation;
  readonly ownership: Ownership;
  /** undefined: the owner is unknown or not recorded. */
  readonly owner: Organisation | undefined;
}

/** All holdings above an organisation, nearest first; each organisation's holders once, so loops end. */
export function holdingsAbove(world: ExposureWorld, organisationId: string): readonly HoldingAbove[] {
  const found: HoldingAbove[] = [];
  const seen = new Set([organisationId]);
  let level = [organisationId];
  for (let depth = 1; level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const id of level) {
      const organisation = world.organisations.get(id);
      for (const ownership of organisation?.ownerships ?? []) {
        if (organisation === undefined) continue;
        const owner = ownership.ownerId === null ? undefined : world.organisations.get(ownership.ownerId);
        found.push({ depth, organisation, ownership, owner });
        if (owner !== undefined && !seen.has(owner.id)) {
          seen.add(owner.id);
          next.push(owner.id);
        }
      }
    }
    level = next;
  }
  return found;
}

/** What the organisation holds directly, by name. */
export function holdingsOf(world: ExposureWorld, organisationId: string): readonly HoldingAbove[] {
  const owner = world.organisations.get(organisationId);
  return [...world.organisations.values()]
    .flatMap((organisation) =>
      organisation.ownerships
        .filter((ownership) => ownership.ownerId === organisationId)
        .map((ownership) => ({ depth: 1, organisation, ownership, owner })),
    )
    .sort((a, b) => (a.organisation.name < b.organisation.name ? -1 : 1));
}
