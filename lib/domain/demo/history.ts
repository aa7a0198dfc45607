import type { Organisation } from "../exposure/types";
import type { CityData, DemoAssessment, DemoService } from "./types";

/**
 * The city as it stood at the end of a day: without what came later, with changes since then undone and assessments in the
 * state they had. Feed it to the same scoring functions as today's data to get a true snapshot.
 * @param date ISO day; `city.today` in the result is this day
 */
export function cityAt(data: CityData, date: string): CityData {
  const later = data.history.changes
    .filter((change) => change.date > date)
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const undo = new Map<string, Partial<DemoService>>();
  // Latest first, so that the earliest of several changes has the last word.
  for (const change of later) undo.set(change.serviceKey, { ...undo.get(change.serviceKey), ...change.before });
  const services = data.services
    .filter((service) => service.inInventorySince <= date)
    .map((service) => ({ ...service, ...undo.get(service.key) }));
  const keys = new Set(services.map((service) => service.key));
  return {
    ...data,
    city: { ...data.city, today: date },
    services,
    dependencies: data.dependencies.filter((edge) => keys.has(edge.fromKey) && keys.has(edge.toKey)),
    assessments: data.assessments
      .filter((assessment) => assessment.createdAt <= date && keys.has(assessment.serviceKey))
      .map((assessment) => assessmentAt(assessment, date)),
    history: {
      dates: data.history.dates.filter((day) => day <= date),
      changes: data.history.changes.filter((change) => change.date <= date),
      learned: data.history.learned.filter((fact) => fact.date <= date),
    },
  };
}

function assessmentAt(assessment: DemoAssessment, date: string): DemoAssessment {
  const reached = (day: string | null) => (day !== null && day <= date ? day : null);
  const [submittedAt, approvedAt, supersededAt] = [
    reached(assessment.submittedAt),
    reached(assessment.approvedAt),
    reached(assessment.supersededAt),
  ];
  return {
    ...assessment,
    submittedAt,
    approvedAt,
    approvedBy: approvedAt === null ? null : assessment.approvedBy,
    supersededAt,
    state:
      supersededAt !== null
        ? "superseded"
        : approvedAt !== null
          ? "approved"
          : submittedAt !== null
            ? "submitted"
            : "draft",
  };
}

/** Organisations as far as the city knew them on a day: owners it learned of later were unknown. */
export function organisationsAt(data: CityData, organisations: readonly Organisation[], date: string): Organisation[] {
  const later = new Set(data.history.learned.filter((fact) => fact.date > date).map((fact) => fact.organisationId));
  return organisations.map((organisation) =>
    later.has(organisation.id) ? { ...organisation, ownershipKnown: "unknown", ownerships: [] } : organisation,
  );
}
