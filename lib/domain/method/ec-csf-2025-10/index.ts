import { ALL_BOTTOM, ALL_TOP, ANNEX_EXAMPLE, framework } from "../ec-csf-2026-06/framework";
import type { Method } from "../types";

/** Share of each objective in the score, framework v1.2.1, section 5. */
export const WEIGHTS_2025_10: Readonly<Record<string, number>> = {
  "SOV-1": 0.15,
  "SOV-2": 0.1,
  "SOV-3": 0.1,
  "SOV-4": 0.15,
  "SOV-5": 0.2,
  "SOV-6": 0.15,
  "SOV-7": 0.1,
  "SOV-8": 0.05,
};

/** The Commission's framework v1.2.1 of October 2025: its weights on the criteria that were published in June 2026. */
export const ecCsf202510: Method = framework({
  version: "2025-10",
  name: {
    de: "Cloud Sovereignty Framework der Europäischen Kommission (v1.2.1, Oktober 2025)",
    en: "Cloud Sovereignty Framework of the European Commission (v1.2.1, October 2025)",
  },
  source: {
    title: "European Commission: Cloud Sovereignty Framework, version 1.2.1",
    url: "https://commission.europa.eu/document/download/09579818-64a6-4dd5-9577-446ab6219113_en",
    date: "2025-10",
  },
  weights: WEIGHTS_2025_10,
  seal3: { de: "SEAL-3: digitale Widerstandsfähigkeit", en: "SEAL-3: digital resilience" },
  notes: [
    {
      de: "Fassung 1.2.1 nennt Ziele, SEAL-Stufen und Gewichte, aber keinen Fragenkatalog, und lässt offen, wie Punkte entstehen. Wir rechnen mit den 48 Kriterien, Punkten und Stufen der Tabelle vom Juni 2026 und den Gewichten vom Oktober 2025. Andere Umsetzungen aus dieser Zeit weichen deshalb ab.",
      en: "Version 1.2.1 gives objectives, SEAL levels and weights, but no list of questions, and leaves open how points come about. We use the 48 criteria, points and levels of the workbook of June 2026 with the weights of October 2025. Other implementations of that time therefore differ.",
    },
    {
      de: "Gewichte vom Oktober 2025: Strategie 15, Recht 10, Daten und KI 10, Betrieb 15, Lieferkette 20, Technologie 15, Sicherheit 10, Umwelt 5 %. Ergebnisse sind mit denen der Fassung vom Juni 2026 nicht vergleichbar. Die besten Antworten ergeben 100,0805 %.",
      en: "Weights of October 2025: strategy 15, law 10, data and AI 10, operation 15, supply chain 20, technology 15, security 10, environment 5 %. Results do not compare with those of the edition of June 2026. The best answers add up to 100.0805 %.",
    },
  ],
  examples: [
    { answers: ALL_TOP, expect: { score: 100.08045, seal: 4 }, source: "Computed from the published maxima" },
    { answers: ALL_BOTTOM, expect: { score: 0, seal: 0 }, source: "Computed" },
    {
      answers: ANNEX_EXAMPLE,
      expect: { score: 66.0327, seal: 1 },
      source: "Answers of the annex's worked example of June 2026, computed with the weights of October 2025",
    },
    {
      answers: ANNEX_EXAMPLE,
      with: { transcription: "B" },
      expect: { score: 66.0327, seal: 2 },
      source: "The same with transcription B",
    },
    { answers: {}, expect: { score: null, seal: null }, source: "Nothing answered is no result" },
  ],
});
