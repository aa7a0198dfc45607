import type { Answers, Method, Output } from "../types";
import { freedomCriteria, jurisdictionCriteria, opennessCriteria } from "./criteria";

const yesPartlyNo = { yes: 1, partly: 0.5, no: 0 };

const scale: Output["scale"] = { min: 0, max: 100, direction: "higher" };

const bands: Output["levels"] = [
  { level: "A", from: 80, name: { de: "sehr hoch", en: "very high" } },
  { level: "B", from: 60, name: { de: "hoch", en: "high" } },
  { level: "C", from: 40, name: { de: "mittel", en: "medium" } },
  { level: "D", from: 20, name: { de: "gering", en: "low" } },
  { level: "E", from: 0, name: { de: "sehr gering", en: "very low" } },
];

const freedom: Output = {
  id: "freedom",
  name: { de: "Wechselfreiheit", en: "Freedom to switch" },
  scale,
  levels: bands,
  rule: {
    kind: "weighted",
    total: 100,
    weights: {
      alternative: { weight: 25, values: yesPartlyNo },
      export: { weight: 20, values: yesPartlyNo },
      interfaces: { weight: 15, values: yesPartlyNo },
      separable: { weight: 15, values: yesPartlyNo },
      exit: { weight: 15, values: yesPartlyNo },
      skills: { weight: 10, values: yesPartlyNo },
    },
    deductions: { couplings: { "0": 0, "1": 5, "2": 10, "3+": 15 } },
    caps: [
      { criterion: "alternative", option: "no", max: 25 },
      { criterion: "double-grip", option: "yes", max: 50 },
    ],
  },
};

const jurisdiction: Output = {
  id: "jurisdiction",
  name: { de: "Rechtsraum", en: "Jurisdiction" },
  scale,
  levels: bands,
  rule: {
    kind: "lookup",
    criterion: "exposure",
    values: { J0: 100, J1: 80, J2: 55, J3: 25, J4: 0 },
    bonus: { criterion: "keys", option: "city", points: 15 },
  },
};

const openness: Output = {
  id: "openness",
  name: { de: "Offenheit", en: "Openness" },
  scale,
  levels: bands,
  rule: {
    kind: "weighted",
    total: 100,
    weights: {
      licence: { weight: 50, values: { open: 1, "open-core": 0.5, "source-available": 0.25, proprietary: 0 } },
      standards: { weight: 20, values: yesPartlyNo },
      formats: { weight: 20, values: yesPartlyNo },
      shaping: { weight: 10, values: yesPartlyNo },
    },
    deductions: {},
    caps: [],
  },
};

const ALL_BEST: Answers = {
  alternative: "yes",
  export: "yes",
  interfaces: "yes",
  separable: "yes",
  exit: "yes",
  skills: "yes",
  "double-grip": "no",
  couplings: "0",
  exposure: "J0",
  keys: "city",
  licence: "open",
  standards: "yes",
  formats: "yes",
  shaping: "yes",
};

/** Our own profile: three dimensions from 0 to 100, 100 is sovereign. They are never averaged. */
export const hoheitProfile: Method = {
  ref: "hoheit-profile@1",
  id: "hoheit-profile",
  version: "1",
  name: { de: "Hoheit-Profil", en: "Hoheit profile" },
  unit: "service",
  // The method is our own and has no publisher's page; a URN says so without promising an address.
  source: { title: "Hoheit-Profil, Fassung 1", url: "urn:hoheit:method:hoheit-profile:1", date: "2026-11-21" },
  licence: { spdx: "EUPL-1.2", attribution: null },
  criteria: [...freedomCriteria, ...jurisdictionCriteria, ...opennessCriteria],
  outputs: [freedom, jurisdiction, openness],
  examples: [
    { answers: ALL_BEST, expect: { freedom: 100, jurisdiction: 100, openness: 100 } },
    // All in order but nowhere to go: 75 points, limited to 25.
    { answers: { ...ALL_BEST, alternative: "no" }, expect: { freedom: 25 } },
    // 87.5 points minus 10 for two couplings.
    { answers: { ...ALL_BEST, alternative: "partly", couplings: "2" }, expect: { freedom: 77.5 } },
    // Double grip limits after the deduction: 85 becomes 50.
    { answers: { ...ALL_BEST, "double-grip": "yes", couplings: "3+" }, expect: { freedom: 50 } },
    // Without the contract's 15 points the other 85 count for 100: 65 of 85.
    { answers: { ...ALL_BEST, exit: "not-applicable", export: "no" }, expect: { freedom: 76.470588 } },
    { answers: { ...ALL_BEST, exposure: "J1" }, expect: { jurisdiction: 95 } },
    { answers: { ...ALL_BEST, exposure: "J2" }, expect: { jurisdiction: 70 } },
    { answers: { ...ALL_BEST, exposure: "J3", keys: "provider" }, expect: { jurisdiction: 25 } },
    { answers: { ...ALL_BEST, exposure: "J4" }, expect: { jurisdiction: 15 } },
    { answers: { ...ALL_BEST, exposure: "unknown" }, expect: { jurisdiction: null, openness: 100 } },
    {
      answers: { ...ALL_BEST, licence: "open-core", standards: "partly", shaping: "no" },
      expect: { openness: 55 },
    },
    {
      answers: { licence: "source-available", standards: "no", formats: "no", shaping: "no" },
      expect: { openness: 12.5 },
    },
    { answers: {}, expect: { freedom: null, jurisdiction: null, openness: null } },
  ],
};
