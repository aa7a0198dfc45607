import type { FactRef } from "../facts";
import { combine, roleGaps } from "./combine";
import { classifyRole } from "./role";
import type { Exposure, ExposureFinding, ExposureInput, ExposureWorld } from "./types";

/**
 * Exposure of one service from the organisations in its roles (design section 5, steps 1, 2, 4 and 5). Where the data
 * lies is not an input: it never proves anything. What a service inherits from those it depends on is added elsewhere.
 */
export function classify(world: ExposureWorld, input: ExposureInput): Exposure {
  const results = input.roles.map((role) => classifyRole(world, role));
  const gaps = roleGaps(
    input.roles.map((role) => role.role),
    input.requiredRoles,
  );
  return combine(
    results,
    gaps,
    factsOf(
      world,
      results.map((result) => result.finding),
    ),
  );
}

/** The facts the paths rest on, each once, in the order in which they are read. */
export function factsOf(world: ExposureWorld, findings: readonly ExposureFinding[]): readonly FactRef[] {
  const facts = new Map<string, FactRef>();
  const add = (fact: FactRef) => facts.set(`${fact.subject} ${fact.field} ${fact.value ?? ""}`, fact);
  for (const finding of findings) {
    let subject = { id: "", name: "" };
    for (const link of finding.path) {
      const value = link.toId ?? null;
      const { provenance } = link;
      switch (link.kind) {
        case "role":
          add({
            subject: `role:${finding.role}`,
            subjectName: finding.role,
            field: "organisation",
            value: link.toName === "" ? null : link.toName,
            provenance,
          });
          break;
        case "owned-by":
          add({
            subject: `organisation:${subject.id}`,
            subjectName: subject.name,
            field: "owner",
            value: link.toName === "" ? null : link.toName,
            provenance,
          });
          break;
        case "affiliate":
          add({
            subject: `organisation:${subject.id}`,
            subjectName: subject.name,
            field: "affiliate",
            value: link.country,
            provenance,
          });
          break;
        case "subject-to":
          add({
            subject: `jurisdiction:${link.country ?? ""}`,
            subjectName: link.country ?? "",
            field: "accessLaw",
            value: link.toName,
            provenance,
          });
          break;
      }
      const organisation = value === null ? undefined : world.organisations.get(value);
      if (organisation === undefined) continue;
      subject = { id: organisation.id, name: organisation.name };
      add({
        subject: `organisation:${organisation.id}`,
        subjectName: organisation.name,
        field: "country",
        value: organisation.country,
        provenance: organisation.provenance,
      });
      add({
        subject: `organisation:${organisation.id}`,
        subjectName: organisation.name,
        field: "ownership",
        value: organisation.ownershipKnown,
        provenance: organisation.provenance,
      });
    }
  }
  return [...facts.values()];
}
