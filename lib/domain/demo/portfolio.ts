import type { ExposureWorld } from "../exposure/types";
import type { Policy } from "../profile/policy";
import { toPortfolioRow } from "../service/portfolio";
import { scoreService, type AssessedAnswers } from "../service/score";
import type { PortfolioRow, ProductFacts } from "../service/types";
import { currentAssessments } from "./current";
import { proprietaryCouplings } from "./dependencies";
import { serviceFacts } from "./facts";
import { cityAt, organisationsAt } from "./history";
import { assessedAnswers, type CityIds } from "./tables";
import type { CityData } from "./types";

/** What the city's figures are computed from besides its own data. */
export interface PortfolioWorld {
  readonly world: ExposureWorld;
  readonly products: ReadonlyMap<string, ProductFacts>;
  readonly policy: Policy;
}

/** The city's figures as they were at the end of a day, by the functions that score every city. */
export function portfolioAt(data: CityData, date: string, ids: CityIds, context: PortfolioWorld): PortfolioRow[] {
  const then = cityAt(data, date);
  const organisations = organisationsAt(data, [...context.world.organisations.values()], date);
  const world: ExposureWorld = {
    ...context.world,
    organisations: new Map(organisations.map((each) => [each.id, each])),
  };
  const couplings = proprietaryCouplings(then.dependencies);
  const departmentName = new Map(data.departments.map(({ key, name }) => [key, name]));
  const assessed = new Map<string, Partial<Record<"munich-sds" | "hoheit-profile", AssessedAnswers>>>();
  for (const each of currentAssessments(then.assessments)) {
    const method = each.method.split("@")[0];
    if (each.state === "superseded" || (method !== "munich-sds" && method !== "hoheit-profile")) continue;
    assessed.set(each.serviceKey, { ...assessed.get(each.serviceKey), [method]: assessedAnswers(each) });
  }
  return then.services.map((service) => {
    const id = ids.services.get(service.key);
    if (id === undefined) throw new RangeError(`nothing has the key ${service.key}`);
    const facts = { ...serviceFacts(service, context.products, couplings.get(service.key) ?? 0), id };
    const score = scoreService({
      facts,
      assessed: assessed.get(service.key) ?? {},
      world,
      policy: context.policy,
      today: date,
    });
    return toPortfolioRow(
      facts,
      {
        departmentId: ids.departments.get(service.departmentKey) ?? null,
        departmentName: departmentName.get(service.departmentKey) ?? null,
        users: service.users,
      },
      score,
    );
  });
}
