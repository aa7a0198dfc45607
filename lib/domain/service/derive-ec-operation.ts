import { answer, open, serviceFact } from "./derived";
import type { Derivation, DerivationContext, Derivations } from "./derived";
import { noFact, supplied } from "./derive-ec-strategy";
import { EEA, sideOf } from "./footing";
import {
  about,
  blocked,
  cityOperates,
  factsOf,
  foreign,
  free,
  inRoles,
  makersOf,
  operatorsOf,
  readersOf,
  sourceOf,
  withAccess,
  within,
  withPlaces,
} from "./parties";
import type { Party } from "./parties";

/** 3.1: as stated. Who can read the data although the city holds the keys has some way around them. */
function keys(context: DerivationContext): Derivation {
  const { keys: holder } = context.facts.control;
  if (holder === null) return open("derive.keys.unstated");
  const used = [serviceFact(context.facts, "control.keys", holder)];
  if (holder === "unknown") return answer("unknown", "derive.keys.unknown", used);
  if (holder === "provider") return answer("1", "derive.ec.keys.provider", used);
  if (holder === "city-and-provider") return answer("3", "derive.ec.keys.shared", used);
  // Without an operator nobody has said who could read the data.
  const others = readersOf(context, EEA);
  const shut = others.length === 0 && operatorsOf(context, EEA).length > 0;
  return shut
    ? answer("5", "derive.ec.keys.city", [...used, ...withAccess(operatorsOf(context, EEA))])
    : answer("4", "derive.ec.keys.cityButReadable", [...used, ...withAccess(others)]);
}

/** 3.4: where the data lies and where those sit who can read it. "No fallback" is never derived. */
function location(context: DerivationContext): Derivation {
  const { facts, world } = context;
  const stored = sideOf(world, facts.dataLocation, EEA);
  if (facts.dataLocation === null) return open("derive.location.unstated");
  const params = { location: facts.dataLocation };
  if (stored === "unknown") return open("derive.location.unlisted", params);
  const used = [serviceFact(facts, "dataLocation", facts.dataLocation)];
  if (stored === "outside") return answer("1", "derive.ec.location.outside", used, params);
  const readers = readersOf(context, EEA);
  const all = [...used, ...readers.flatMap((each) => [...each.facts, ...each.place, ...each.reads])];
  const away = readers.find((each) => each.location === "outside");
  if (away !== undefined) return answer("2", "derive.ec.location.readOutside", all, { ...params, ...about(away) });
  if (operatorsOf(context, EEA).length === 0) return open("derive.party.no-operator");
  const nowhere = readers.filter((each) => each.location === "unknown");
  if (nowhere.length === 0) return answer("4", "derive.ec.location.inside", all, params);
  const doubtful = nowhere.find((each) => !within(each));
  if (doubtful !== undefined) return open("derive.location.ofReader", { organisation: doubtful.name });
  return answer("3", "derive.ec.location.insideBySeat", all, params);
}

/** 4.1: clauses on exit and data return, or software the city runs itself and may take anywhere. */
function portability(context: DerivationContext): Derivation {
  const { facts } = context;
  const source = sourceOf(context);
  if (cityOperates(context) && free(source)) {
    const used = [serviceFact(facts, "operatingModel", facts.operatingModel), ...source.facts];
    return answer("5", "derive.ec.portability.own", used);
  }
  const { exitClause, dataReturnClause } = facts.contract;
  if (exitClause === null || dataReturnClause === null) return open("derive.exit.unstated");
  if (exitClause === "unknown" || dataReturnClause === "unknown") return open("derive.exit.unknown");
  const used = [
    serviceFact(facts, "contract.exitClause", exitClause),
    serviceFact(facts, "contract.dataReturnClause", dataReturnClause),
  ];
  if (exitClause === "no" && dataReturnClause === "no") return answer("1", "derive.exit.none", used);
  if (exitClause === "no" || dataReturnClause === "no") return answer("2", "derive.exit.oneClause", used);
  return answer("3", "derive.ec.portability.clauses", used);
}

/** Where a party's people are: as stated for this service, otherwise where the party stands by seat and control. */
function teamOf(party: Party): "inside" | "group" | "outside" | "unknown" {
  if (party.location === "outside") return "outside";
  if (party.standing === "unknown") return "unknown";
  if (party.standing === "inside") return "inside";
  return party.standing === "outside" && party.location === "unknown" ? "outside" : "group";
}

/** 4.2: who runs it, from where; `group` = people in the EU of a company controlled from outside. */
function operation(context: DerivationContext): Derivation {
  const operators = operatorsOf(context, EEA);
  if (operators.length === 0) return open("derive.party.no-operator");
  const used = withPlaces(operators);
  const team = (kind: string) => operators.find((each) => teamOf(each) === kind);
  const outside = team("outside");
  if (outside !== undefined) {
    return operators.every((each) => teamOf(each) === "outside")
      ? answer("1", "derive.ec.operation.outside", used, about(outside))
      : answer("2", "derive.ec.operation.partly", used, about(outside));
  }
  const stop = blocked(operators, "operator");
  if (stop !== null) return stop;
  const group = team("group");
  if (group !== undefined) return answer("2", "derive.ec.operation.group", used, about(group));
  const others = inRoles(context, ["host", "support"], EEA);
  const foreigner = others.find((each) => teamOf(each) === "outside" || teamOf(each) === "group");
  if (foreigner !== undefined) {
    return answer("3", "derive.ec.operation.helpOutside", [...used, ...withPlaces([foreigner])], about(foreigner));
  }
  return (
    blocked(others, "other") ??
    answer("4", "derive.ec.operation.inside", [...used, ...withPlaces(others)], about(operators[0]))
  );
}

/** 4.3: those who make and run it, and the city's statement about skills of its own or of several suppliers. */
function skills(context: DerivationContext): Derivation {
  const { facts } = context;
  const stated = facts.skills === null ? [] : [serviceFact(facts, "skills", facts.skills)];
  const operators = operatorsOf(context, EEA);
  const makers = makersOf(context, EEA);
  const stop = blocked(operators, "operator") ?? blocked(makers, "maker");
  const used = [...stated, ...factsOf(operators), ...factsOf(makers)];
  const outside = [...operators, ...makers].find(foreign);
  if (stop === null && outside === undefined) {
    return facts.skills === "yes"
      ? answer("4", "derive.ec.skills.inside", used)
      : answer("3", "derive.ec.skills.insideOnly", used);
  }
  if (facts.skills === null) return open("derive.skills.unstated");
  if (facts.skills === "unknown") return answer("unknown", "derive.ec.skills.unknown", stated);
  if (stop !== null) return stop;
  if (facts.skills === "yes") {
    return operators.every(within)
      ? answer("3", "derive.ec.skills.makerOutside", used, about(outside))
      : answer("2", "derive.ec.skills.operatorOutside", used, about(outside));
  }
  return operators.every(foreign) && makers.every(foreign)
    ? answer("1", "derive.ec.skills.outside", used, about(outside))
    : open("derive.ec.skills.notEnough");
}

/** 4.4: the worst of those named for support. */
function support(context: DerivationContext): Derivation {
  const supporters = inRoles(context, ["support"], EEA);
  if (supporters.length === 0) return open("derive.ec.support.none");
  const used = withPlaces(supporters);
  const outside = supporters.find((each) => teamOf(each) === "outside");
  if (outside !== undefined) return answer("1", "derive.ec.support.outside", used, about(outside));
  const stop = blocked(supporters, "other");
  if (stop !== null) return stop;
  const group = supporters.find((each) => teamOf(each) === "group");
  if (group !== undefined) {
    return group.location === "inside"
      ? answer("3", "derive.ec.support.group", used, about(group))
      : answer("2", "derive.ec.support.groupUnplaced", used, about(group));
  }
  return supporters.every((each) => each.location === "inside")
    ? answer("4", "derive.ec.support.inside", used, about(supporters[0]))
    : answer("3", "derive.ec.support.insideBySeat", used, about(supporters[0]));
}

/** 4.5: know-how sits with the maker, unless the source is open or the city's own. */
function knowHow(context: DerivationContext): Derivation {
  const makers = makersOf(context, EEA);
  const operators = operatorsOf(context, EEA);
  const source = sourceOf(context);
  if (source.kind === "own") {
    return cityOperates(context)
      ? answer("4", "derive.ec.knowHow.city", [...source.facts, ...factsOf(operators)])
      : open("derive.ec.knowHow.elsewhere");
  }
  if (source.kind === "none") return open("derive.noProduct");
  if (source.kind === "unknown") return open("derive.source.unknown", { product: source.product });
  const stop = blocked(makers, "maker");
  if (stop !== null) return stop;
  const outside = makers.find(foreign);
  const used = [...factsOf(makers), ...source.facts];
  const params = { ...about(outside), product: source.product };
  if (outside !== undefined && source.kind !== "open") return answer("1", "derive.ec.knowHow.outside", used, params);
  const blockedOperator = blocked(operators, "operator");
  if (blockedOperator !== null) return blockedOperator;
  const all = [...used, ...factsOf(operators)];
  const runner = operators.find(foreign);
  if (runner !== undefined) return open("derive.ec.knowHow.operator", about(runner));
  return outside === undefined
    ? answer("3", "derive.ec.knowHow.inside", all)
    : answer("2", "derive.ec.knowHow.openSource", all, params);
}

/** 4.6: what a cut-off of suppliers does; the operator itself is 1.8. */
function suppliers(context: DerivationContext): Derivation {
  const { facts, doubleGrip } = context;
  const hosts = inRoles(context, ["host"], EEA);
  const others = inRoles(context, ["support", "sub-processor", "key-holder"], EEA);
  const makers = makersOf(context, EEA);
  const host = hosts.find(foreign);
  if (host !== undefined) return answer("1", "derive.ec.suppliers.host", host.facts, about(host));
  const maker = makers.find(foreign);
  if (maker !== undefined && doubleGrip.value === "yes") {
    return answer("1", "derive.ec.suppliers.doubleGrip", [...maker.facts, ...doubleGrip.facts], about(maker));
  }
  const stop = blocked(hosts, "other");
  if (stop !== null) return stop;
  // Support for free software can be had from others; the rest of its parts cannot be replaced overnight.
  const replaceable = free(sourceOf(context));
  const helper = others.find((each) => foreign(each) && !(each.role === "support" && replaceable));
  if (helper !== undefined) return answer("2", "derive.ec.suppliers.helper", helper.facts, about(helper));
  if (operatorsOf(context, EEA).length === 0 && facts.operatingModel !== "own-data-centre") {
    return open("derive.party.no-operator");
  }
  return blocked(others, "other") ?? supplied(context, [...hosts, ...others]);
}

/** SOV-3 and SOV-4 of the Commission's framework. */
export const ecOperationDerivations: Derivations = {
  "SOV-3.1": keys,
  "SOV-3.2": noFact,
  "SOV-3.3": noFact,
  "SOV-3.4": location,
  "SOV-3.5": noFact,
  "SOV-4.1": portability,
  "SOV-4.2": operation,
  "SOV-4.3": skills,
  "SOV-4.4": support,
  "SOV-4.5": knowHow,
  "SOV-4.6": suppliers,
};
