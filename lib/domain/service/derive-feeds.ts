import type { FactRef } from "../facts";

/** Kinds of facts that derivations look at; the columns of "which fact feeds which criterion". */
export const FACT_KINDS = [
  "maker",
  "operator",
  "other-roles",
  "seat",
  "ownership",
  "jurisdiction-law",
  "operating-model",
  "control",
  "keys",
  "data-access",
  "location",
  "licence",
  "own-development",
  "interfaces",
  "alternatives",
  "couplings",
  "contract",
  "skills",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

const SERVICE_FIELDS: Readonly<Record<string, FactKind>> = {
  operatingModel: "operating-model",
  ownDevelopment: "own-development",
  codePublished: "own-development",
  dataLocation: "location",
  skills: "skills",
  proprietaryCouplings: "couplings",
  "control.keys": "keys",
  "control.data": "control",
  "control.operation": "control",
  "control.access": "control",
  "contract.exitClause": "contract",
  "contract.dataReturnClause": "contract",
  "contract.noticeMonths": "contract",
  "contract.securityUpdates": "contract",
};

const PRODUCT_FIELDS: Readonly<Record<string, FactKind>> = {
  maker: "maker",
  licence: "licence",
  sourceModel: "licence",
  interfaces: "interfaces",
  alternatives: "alternatives",
  competitors: "alternatives",
};

/** The kind a fact shown beside a derived answer belongs to; null for a field that no derivation is known to use. */
export function kindOfFact({ subject, field }: Pick<FactRef, "subject" | "field">): FactKind | null {
  const what = subject.split(":", 1)[0];
  switch (what) {
    case "service":
      return SERVICE_FIELDS[field] ?? null;
    case "product":
      return PRODUCT_FIELDS[field] ?? null;
    case "organisation":
      return field === "country" ? "seat" : "ownership";
    case "jurisdiction":
      return "jurisdiction-law";
    case "role":
      if (field === "location") return "location";
      if (field === "dataAccess") return "data-access";
      if (subject === "role:maker") return "maker";
      return subject === "role:operator" ? "operator" : "other-roles";
    default:
      return null;
  }
}

type Feeds = Readonly<Record<string, readonly FactKind[]>>;

/** An organisation is judged by its seat and by who owns it. */
const STANDING = ["seat", "ownership"] as const;
/** The city operates what runs in its own data centre, unless somebody else decides over that alone. */
const OPERATOR = ["operator", "operating-model", "control", ...STANDING] as const;
const MAKER = ["maker", "own-development", ...STANDING] as const;
const SOURCE = ["licence", "own-development"] as const;
const READERS = ["operator", "other-roles", "data-access"] as const;
const EXPOSURE = ["maker", "operator", "other-roles", "jurisdiction-law", "data-access", ...STANDING] as const;
const GRIP = ["maker", "operator", "other-roles", "operating-model", "own-development", "ownership"] as const;
const NAMED = ["interfaces", "own-development"] as const;
const EXIT = ["contract"] as const;

const MUNICH: Feeds = {
  alt: ["alternatives", "own-development"],
  head: ["maker", "operator", "operating-model", "own-development", ...STANDING],
  os: SOURCE,
  sup: ["contract"],
  api: [...NAMED, "licence"],
  dat: [...NAMED, "licence"],
};

const PROFILE: Feeds = {
  alternative: ["alternatives", "own-development"],
  export: [],
  interfaces: NAMED,
  separable: [...GRIP, "licence"],
  exit: EXIT,
  skills: ["skills"],
  "double-grip": GRIP,
  couplings: ["couplings"],
  exposure: [...EXPOSURE, "operating-model", "control", "own-development"],
  keys: ["keys"],
  licence: SOURCE,
  standards: NAMED,
  formats: NAMED,
  shaping: SOURCE,
};

const BASEL: Feeds = {
  legal: [...OPERATOR, "other-roles", "data-access", "location", "jurisdiction-law"],
  exit: ["alternatives", "own-development", "contract"],
  data: ["contract", ...NAMED],
  interop: [...NAMED, "licence"],
  ops: [...GRIP, "licence"],
  gov: SOURCE,
};

const CUT_OFF = [...OPERATOR, ...MAKER, "other-roles", "licence"] as const;

/** Criteria that no recorded fact answers are left out. */
const EC: Feeds = {
  "SOV-1.1": OPERATOR,
  "SOV-1.2": OPERATOR,
  "SOV-1.3": [...MAKER, "licence"],
  "SOV-1.4": OPERATOR,
  "SOV-1.8": CUT_OFF,
  "SOV-2.1": [...OPERATOR, "other-roles", "data-access", "jurisdiction-law"],
  "SOV-2.2": [...EXPOSURE, "operating-model", "control", "own-development"],
  "SOV-2.3": [...EXPOSURE, "operating-model", "control", "own-development"],
  "SOV-2.4": [...OPERATOR, ...MAKER, "jurisdiction-law"],
  "SOV-2.5": [...MAKER, "licence"],
  "SOV-2.6": MAKER,
  "SOV-3.1": ["keys", ...READERS, "operating-model", "control", ...STANDING],
  "SOV-3.4": ["location", ...READERS, "operating-model", "control", ...STANDING],
  "SOV-4.1": ["contract", "operator", "operating-model", "control", ...SOURCE],
  "SOV-4.2": [...OPERATOR, "other-roles", "location"],
  "SOV-4.3": ["skills", ...OPERATOR, ...MAKER],
  "SOV-4.4": ["other-roles", "location", ...STANDING],
  "SOV-4.5": [...OPERATOR, ...MAKER, "licence"],
  "SOV-4.6": CUT_OFF,
  "SOV-5.4": [...MAKER, "licence"],
  "SOV-5.5": [...OPERATOR, ...MAKER],
  "SOV-5.6": [...OPERATOR, ...MAKER, "other-roles", "alternatives"],
  "SOV-6.1": [...NAMED, "licence"],
  "SOV-6.2": NAMED,
  "SOV-6.3": SOURCE,
  "SOV-6.4": SOURCE,
  "SOV-7.6": ["operator", "operating-model", "control", "contract", ...SOURCE],
};

const C3A: Feeds = {
  "sov-1-01": OPERATOR,
  "sov-1-02": OPERATOR,
  "sov-1-03": OPERATOR,
  "sov-3-01-c3": ["location", ...READERS, "operating-model", "control", ...STANDING],
  "sov-3-01-c4": ["location", ...READERS, "operating-model", "control", ...STANDING],
  "sov-3-02": ["keys"],
  "sov-3-02-ac": ["keys", "operating-model"],
  "sov-3-03": NAMED,
  "sov-3-03-ac1": NAMED,
  "sov-3-05": ["keys", ...READERS, ...STANDING],
  "sov-4-01": ["operator", "other-roles", "location", ...STANDING],
  "sov-4-01-c3": OPERATOR,
};

const ZENDIS: Feeds = {
  a6: ["skills"],
  b4: [...NAMED, "licence"],
  b5: ["couplings", "interfaces", ...SOURCE],
  c1: ["control", "location"],
  c4: [...NAMED, "licence"],
  d1: [...GRIP, "control", "licence"],
  d3: ["contract", "alternatives", ...SOURCE],
};

/**
 * Which kinds of facts each derivation looks at, by method id and criterion; for the page that shows which fact feeds which
 * criterion. A criterion that is not listed takes a person. Tests hold the facts of derived answers to it.
 */
export const FEEDS: Readonly<Record<string, Feeds>> = {
  "munich-sds": MUNICH,
  "hoheit-profile": PROFILE,
  "basel-sds": BASEL,
  "ec-csf": EC,
  "bsi-c3a": C3A,
  zendis: ZENDIS,
};

/** Kinds of facts that feed one criterion, each once, in the order of {@link FACT_KINDS}; empty when only a person can answer. */
export function feedsOf(methodId: string, criterion: string): readonly FactKind[] {
  const feeds = Object.hasOwn(FEEDS, methodId) ? FEEDS[methodId] : undefined;
  const kinds = feeds !== undefined && Object.hasOwn(feeds, criterion) ? (feeds[criterion] ?? []) : [];
  return FACT_KINDS.filter((kind) => kinds.includes(kind));
}
