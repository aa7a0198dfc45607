import { answer, open } from "./derived";
import type { Derivation, DerivationContext, Derivations } from "./derived";
import { holdingsIn } from "./derive-shares";
import { EEA } from "./footing";
import {
  about,
  blocked,
  factsOf,
  foreign,
  inRoles,
  makersOf,
  operatorsOf,
  sourceOf,
  withAccess,
  within,
} from "./parties";
import type { Party } from "./parties";

/** No recorded fact speaks to the criterion: it takes a statement or a proof. */
export const noFact = (): Derivation => open("derive.noFact");

/** Shares add up to all of it, but for rounding in the sources (percent). */
const ALL = 99.5;

function capital(
  context: DerivationContext,
  party: Party,
): { readonly inside: number; readonly outside: number; readonly open: boolean } {
  if (party.city) return { inside: 100, outside: 0, open: false };
  const holdings = party.id === null ? [] : holdingsIn(context.world, party.id, EEA);
  const sum = (side: string) =>
    holdings.reduce((total, each) => total + (each.side === side ? (each.percent ?? 0) : 0), 0);
  return {
    inside: sum("inside"),
    outside: sum("outside"),
    open: holdings.length === 0 || holdings.some((each) => each.side === "unknown" || each.percent === null),
  };
}

/** 1.1: where the power of decision over the operator lies. */
function control(context: DerivationContext): Derivation {
  const operators = operatorsOf(context, EEA);
  const stop = blocked(operators, "operator");
  if (stop !== null) return stop;
  const used = factsOf(operators);
  if (operators.every(({ standing }) => standing === "outside")) {
    return answer("1", "derive.ec.control.outside", used, about(operators[0]));
  }
  const partly = operators.find(foreign);
  if (partly !== undefined) return answer("2", "derive.ec.control.mostlyOutside", used, about(partly));
  if (operators.every(({ city }) => city)) return answer("4", "derive.ec.control.city", used);
  const whole = operators.every((each) => {
    const { inside, outside, open: missing } = capital(context, each);
    return inside >= ALL && outside === 0 && !missing;
  });
  return whole
    ? answer("4", "derive.ec.control.inside", used, about(operators[0]))
    : answer("3", "derive.ec.control.mostlyInside", used, about(operators[0]));
}

/** 1.2: a takeover from outside has happened, or cannot happen to a public body; in between it takes a judgement. */
function takeover(context: DerivationContext): Derivation {
  const operators = operatorsOf(context, EEA);
  const stop = blocked(operators, "operator");
  if (stop !== null) return stop;
  const used = factsOf(operators);
  const taken = operators.find(({ top }) => top === "outside");
  if (taken !== undefined) return answer("1", "derive.ec.takeover.already", used, about(taken));
  if (operators.every(({ city }) => city)) return answer("5", "derive.ec.takeover.city", used);
  if (operators.every((each) => each.publicSector && within(each))) {
    return answer("4", "derive.ec.takeover.public", used, about(operators[0]));
  }
  return open("derive.ec.takeover.private", about(operators[0]));
}

/** 1.3: who decides how the software develops: its maker, and with open source everybody who takes part. */
function roadmap(context: DerivationContext): Derivation {
  const makers = makersOf(context, EEA);
  const stop = blocked(makers, "maker");
  if (stop !== null) return stop;
  const source = sourceOf(context);
  const used = [...factsOf(makers), ...source.facts];
  if (source.kind === "own") return answer("4", "derive.ec.roadmap.city", used);
  const outside = makers.find(foreign);
  const params = { ...about(outside ?? makers[0]), product: source.product };
  if (outside === undefined) return answer("3", "derive.ec.roadmap.inside", used, params);
  if (source.kind === "none") return open("derive.noProduct");
  if (source.kind === "unknown") return open("derive.source.unknown", { product: source.product });
  return source.kind === "open"
    ? answer("2", "derive.ec.roadmap.openSource", used, params)
    : answer("1", "derive.ec.roadmap.outside", used, params);
}

/** 1.4: the worst of the operators; only proven shares count, so an answer needs a proven majority on one side. */
function financing(context: DerivationContext): Derivation {
  const operators = operatorsOf(context, EEA);
  if (operators.length === 0) return open("derive.party.no-operator");
  const rungs = operators
    .map((each) => ({ party: each, shares: capital(context, each) }))
    .map(({ party, shares }) => {
      const { inside, outside, open: missing } = shares;
      const rung =
        outside >= 90
          ? 1
          : outside > 55
            ? 2
            : inside >= ALL && !missing
              ? 5
              : inside > 55
                ? 4
                : inside >= 45 && outside >= 45
                  ? 3
                  : null;
      return { party, rung, inside: Math.round(inside), outside: Math.round(outside) };
    });
  const missing = rungs.find(({ rung }) => rung === null);
  if (missing !== undefined) return open("derive.ec.financing.open", { organisation: missing.party.name });
  const worst = rungs.reduce((a, b) => ((b.rung ?? 0) < (a.rung ?? 0) ? b : a));
  const used = factsOf(operators);
  if (operators.every(({ city }) => city)) return answer("5", "derive.ec.financing.city", used);
  const { inside, outside } = worst;
  return answer(String(worst.rung), "derive.ec.financing.shares", used, {
    organisation: worst.party.name,
    inside,
    outside,
  });
}

/**
 * 1.8: what a cut-off does, judged by who runs the service and whose software it is. That none of those named can be cut off
 * is no answer by itself: what lies beneath them is not recorded.
 */
function cutOff(context: DerivationContext): Derivation {
  const operators = operatorsOf(context, EEA);
  const running = [...operators, ...inRoles(context, ["host"], EEA)];
  if (operators.length === 0) return open("derive.party.no-operator");
  const stopper = running.find(foreign);
  if (stopper !== undefined) return answer("1", "derive.ec.cutOff.runner", stopper.facts, about(stopper));
  return blocked(running, "operator") ?? supplied(context, running);
}

/** The rest of 1.8 and 4.6, when nobody who runs the service can be cut off. */
export function supplied(context: DerivationContext, running: readonly Party[]): Derivation {
  const source = sourceOf(context);
  const makers = makersOf(context, EEA);
  const used = [...factsOf(running), ...source.facts, ...factsOf(makers)];
  if (source.kind === "own") return answer("4", "derive.ec.cutOff.ownDevelopment", used);
  if (source.kind === "none") return open("derive.noProduct");
  if (source.kind === "open") return answer("4", "derive.ec.cutOff.openSource", used, { product: source.product });
  const maker = makers.find(foreign);
  if (maker !== undefined) return answer("2", "derive.ec.cutOff.maker", used, about(maker));
  return blocked(makers, "maker") ?? open("derive.ec.cutOff.beneath");
}

/** 2.1: the law at the seats of those who run the service and of those who control them. */
function jurisdiction(context: DerivationContext): Derivation {
  const operators = operatorsOf(context, EEA);
  const stop = blocked(operators, "operator");
  if (stop !== null) return stop;
  const used = factsOf(operators);
  if (operators.every(({ standing }) => standing === "outside")) {
    return answer("1", "derive.ec.jurisdiction.outside", used, about(operators[0]));
  }
  const others = inRoles(context, ["host", "support", "key-holder", "sub-processor"], EEA).filter(
    ({ access }) => access !== "none" && access !== "encrypted",
  );
  const all = [...operators, ...others];
  const partly = all.find((each) => foreign(each) || each.law.best !== "J0");
  if (partly !== undefined) {
    return answer("2", "derive.ec.jurisdiction.mixed", [...used, ...withAccess([partly])], about(partly));
  }
  const unsettled = all.find((each) => each.law.worst !== "J0");
  if (unsettled !== undefined) return open("derive.party.uncertain", { organisation: unsettled.name });
  return blocked(others, "other") ?? answer("3", "derive.ec.jurisdiction.inside", [...used, ...withAccess(others)]);
}

/** Steps that methods.md 5.7 gives each class, the lower one where it gives two; immunity takes legal proof. */
const BY_CLASS = { J0: "4", J1: "4", J2: "3", J3: "2", J4: "1" } as const;

const OPERATING = ["operator", "host", "support", "key-holder", "sub-processor"] as const;

/** 2.2: extraterritorial laws, from the exposure class. */
function extraterritorial(context: DerivationContext): Derivation {
  const { exposure } = context;
  if (exposure.class === null || exposure.atLeast) {
    return open("derive.exposure.range", { best: exposure.range.best, worst: exposure.range.worst });
  }
  const params = { class: exposure.class };
  // Encryption or missing access lowers the class, but whoever runs the service stays under the foreign law.
  const parties = [...operatorsOf(context, EEA), ...inRoles(context, OPERATING.slice(1), EEA)];
  const reached = parties.find(({ law }) => law.best !== "J0" && law.best !== "J1");
  if ((exposure.class === "J0" || exposure.class === "J1") && reached !== undefined) {
    return answer("2", "derive.ec.laws.withoutAccess", [...exposure.facts, ...reached.facts], about(reached));
  }
  const unsettled = parties.find(({ law }) => law.worst !== "J0" && law.best === "J0");
  if ((exposure.class === "J0" || exposure.class === "J1") && unsettled !== undefined) {
    return open("derive.party.uncertain", { organisation: unsettled.name });
  }
  return answer(BY_CLASS[exposure.class], "derive.ec.laws.class", exposure.facts, params);
}

/** 2.3: only that an authority can compel follows from facts; that it is always refused does not. */
function pathways({ exposure }: DerivationContext): Derivation {
  const { best, worst } = exposure.range;
  const params = { class: best };
  if (best === "J3" || best === "J4") return answer("1", "derive.ec.pathways.compelled", exposure.facts, params);
  if (best === "J2" && worst === "J2") return answer("2", "derive.ec.pathways.partly", exposure.facts, params);
  return open("derive.ec.pathways.open");
}

/**
 * 2.4: export rules of third countries do not bind makers and operators that are under EU law alone, for their own part of
 * the service; parts of others are not recorded. How far those rules restrict a maker outside is not recorded either.
 */
function exportControl(context: DerivationContext): Derivation {
  const makers = makersOf(context, EEA);
  const operators = operatorsOf(context, EEA);
  const stop = blocked(makers, "maker") ?? blocked(operators, "operator");
  if (stop !== null) return stop;
  const all = [...makers, ...operators];
  const outside = all.find((each) => foreign(each) || each.law.best !== "J0");
  if (outside !== undefined) return open("derive.ec.export.outside", about(outside));
  const unsettled = all.find((each) => each.law.worst !== "J0");
  if (unsettled !== undefined) return open("derive.party.uncertain", { organisation: unsettled.name });
  return answer("4", "derive.ec.export.inside", factsOf(all));
}

/** 2.5: where the software comes from, by its makers. Third-party parts are not recorded, so "fully inside" is never derived. */
function origin(context: DerivationContext): Derivation {
  const makers = makersOf(context, EEA);
  const stop = blocked(makers, "maker");
  if (stop !== null) return stop;
  const used = factsOf(makers);
  if (makers.every(within)) {
    return answer(
      "4",
      makers.every(({ city }) => city) ? "derive.ec.origin.city" : "derive.ec.origin.inside",
      used,
      about(makers[0]),
    );
  }
  const params = about(makers.find(foreign));
  if (makers.some(within)) return answer("3", "derive.ec.origin.mixed", used, params);
  const source = sourceOf(context);
  const all = [...used, ...source.facts];
  if (source.kind === "closed" && makers.every(({ standing }) => standing === "outside")) {
    return answer("1", "derive.ec.origin.outside", all, params);
  }
  return answer("2", "derive.ec.origin.mostlyOutside", all, params);
}

/** 2.6: the law at the seats of the makers and of those who control them. */
function rights(context: DerivationContext): Derivation {
  const makers = makersOf(context, EEA);
  const stop = blocked(makers, "maker");
  if (stop !== null) return stop;
  const used = factsOf(makers);
  if (makers.every(within)) {
    return answer(
      "4",
      makers.every(({ city }) => city) ? "derive.ec.rights.city" : "derive.ec.rights.inside",
      used,
      about(makers[0]),
    );
  }
  const countries = [...new Set(makers.flatMap((each) => each.countries))].sort();
  const params = { ...about(makers.find(foreign)), countries: countries.join(", ") };
  if (!makers.every(({ standing }) => standing === "outside"))
    return answer("3", "derive.ec.rights.mixed", used, params);
  return countries.length === 1
    ? answer("1", "derive.ec.rights.oneCountry", used, params)
    : answer("2", "derive.ec.rights.severalCountries", used, params);
}

/** SOV-1 and SOV-2 of the Commission's framework. */
export const ecStrategyDerivations: Derivations = {
  "SOV-1.1": control,
  "SOV-1.2": takeover,
  "SOV-1.3": roadmap,
  "SOV-1.4": financing,
  "SOV-1.5": noFact,
  "SOV-1.6": noFact,
  "SOV-1.7": noFact,
  "SOV-1.8": cutOff,
  "SOV-2.1": jurisdiction,
  "SOV-2.2": extraterritorial,
  "SOV-2.3": pathways,
  "SOV-2.4": exportControl,
  "SOV-2.5": origin,
  "SOV-2.6": rights,
};
