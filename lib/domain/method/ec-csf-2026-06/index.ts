import type { Method } from "../types";
import { ALL_BOTTOM, ALL_TOP, ANNEX_EXAMPLE, framework } from "./framework";
import { WEIGHTS_2026_06 } from "./values";

/** The Commission's framework as its annex calculator of 1 June 2026 computes it. */
export const ecCsf202606: Method = framework({
  version: "2026-06",
  name: {
    de: "Cloud Sovereignty Framework der Europäischen Kommission (Juni 2026)",
    en: "Cloud Sovereignty Framework of the European Commission (June 2026)",
  },
  source: {
    title: "European Commission: Sovereign Cloud Framework explained, implementation guidance and annex calculator",
    url: "https://commission.europa.eu/news-and-media/news/sovereign-cloud-framework-explained-2026-06-01_en",
    date: "2026-06-01",
  },
  weights: WEIGHTS_2026_06,
  seal3: { de: "SEAL-3: technologische Souveränität", en: "SEAL-3: technological sovereignty" },
  notes: [
    {
      de: "Gewichte der Tabelle vom 1. Juni 2026: Strategie 20, Recht 10, Daten und KI 10, Betrieb 15, Lieferkette 10, Technologie 15, Sicherheit 15, Umwelt 5 %. Sie weichen von Fassung 1.2.1 (Oktober 2025) ab; Ergebnisse beider Fassungen sind nicht vergleichbar. Die besten Antworten ergeben 100,0756 %.",
      en: "Weights of the workbook of 1 June 2026: strategy 20, law 10, data and AI 10, operation 15, supply chain 10, technology 15, security 15, environment 5 %. They differ from version 1.2.1 (October 2025); results of the two do not compare. The best answers add up to 100.0756 %.",
    },
  ],
  examples: [
    {
      answers: ANNEX_EXAMPLE,
      expect: { score: 67.97235, seal: 1 },
      source: "Worked example of the annex; the points of SOV-1 are published, the total is computed from it",
    },
    {
      answers: ANNEX_EXAMPLE,
      with: { transcription: "B" },
      expect: { score: 67.97235, seal: 2 },
      source: "Worked example of the annex, computed with transcription B",
    },
    { answers: ALL_TOP, expect: { score: 100.0756, seal: 4 }, source: "ArcKit csf-score, published test" },
    {
      answers: { ...ALL_TOP, "SOV-3.1": "1" },
      expect: { score: 98.0756, seal: 0 },
      source: "ArcKit csf-score, published test: SEAL-0 with a score above 50 %",
    },
    { answers: ALL_BOTTOM, expect: { score: 0, seal: 0 }, source: "Computed" },
    { answers: { ...ALL_TOP, "SOV-5.2": "1" }, expect: { score: 98.6456, seal: 1 }, source: "Computed" },
    {
      answers: { ...ALL_TOP, "SOV-5.2": "1" },
      with: { gates: "relaxed" },
      expect: { score: 98.6456, seal: 4 },
      source: "Computed",
    },
    { answers: {}, expect: { score: null, seal: null }, source: "Nothing answered is no result" },
  ],
});
