import type { Answers, Criterion, Group, Method, Output, Text, Variant } from "../types";
import { dataCriteria } from "./data";
import { legalCriteria } from "./legal";
import { operationCriteria } from "./operation";
import { securityCriteria } from "./security";
import { strategicCriteria } from "./strategic";
import { supplyChainCriteria } from "./supply-chain";
import { sustainabilityCriteria } from "./sustainability";
import { technologyCriteria } from "./technology";
import { NEVER_GATING, POINTS, SEAL_A, SEAL_B } from "./values";

/** The 48 criteria in the order of the annex. */
export const criteria: readonly Criterion[] = [
  ...strategicCriteria,
  ...legalCriteria,
  ...dataCriteria,
  ...operationCriteria,
  ...supplyChainCriteria,
  ...technologyCriteria,
  ...securityCriteria,
  ...sustainabilityCriteria,
];

const OBJECTIVES: readonly { readonly id: string; readonly name: Text }[] = [
  { id: "SOV-1", name: { de: "Strategische Souveränität", en: "Strategic sovereignty" } },
  { id: "SOV-2", name: { de: "Recht und Gerichtsbarkeit", en: "Law and jurisdiction" } },
  { id: "SOV-3", name: { de: "Daten und KI", en: "Data and AI" } },
  { id: "SOV-4", name: { de: "Betrieb", en: "Operation" } },
  { id: "SOV-5", name: { de: "Lieferkette", en: "Supply chain" } },
  { id: "SOV-6", name: { de: "Technologie", en: "Technology" } },
  { id: "SOV-7", name: { de: "Sicherheit und Regeltreue", en: "Security and compliance" } },
  { id: "SOV-8", name: { de: "Umwelt und Nachhaltigkeit", en: "Environment and sustainability" } },
];

/** The nominal maximum of every objective, shared by all in the annex (cell E1). */
const DIVISOR = 1000;

function groups(weights: Readonly<Record<string, number>>): readonly Group[] {
  return OBJECTIVES.map(({ id, name }) => {
    return { id, name, weight: weights[id] ?? 0, divisor: DIVISOR, points: POINTS[id] ?? {} };
  });
}

/** The best score there is. Above 100 %, because the annex rounds the points of single steps up. */
function bestScore(of: readonly Group[]): number {
  const best = of.map(({ weight, points }) => {
    const sum = Object.values(points).reduce((total, steps) => total + Math.max(...Object.values(steps)), 0);
    return (weight * sum * 100) / DIVISOR;
  });
  return Math.round(best.reduce((total, one) => total + one, 0) * 1e6) / 1e6;
}

const variants: readonly Variant[] = [
  {
    parameter: "transcription",
    id: "A",
    name: { de: "Abschrift A (flavienbwk)", en: "Transcription A (flavienbwk)" },
    reason: {
      de: "Voreinstellung. Zwei öffentliche Abschriften der Tabelle nennen für 19 von 48 Kriterien verschiedene SEAL-Stufen, immer bei mittleren Antworten. Für A spricht: Der Leitfaden (S. 10) ordnet EAL2 und prüfbare kritische Lieferanten SEAL-2 zu, wie A; und unabhängig veröffentlichte Bewertungen mit SEAL-2 bei Sicherheit oder Umwelt sind nur mit A möglich. An der Tabelle der Kommission selbst noch nicht geprüft.",
      en: "The default. Two public transcriptions of the workbook give different SEAL levels for 19 of 48 criteria, always in middle answers. In favour of A: the guidance (p. 10) puts EAL2 and auditable critical suppliers at SEAL-2, as A does; and independently published ratings with SEAL-2 for security or environment are possible under A only. Not yet checked against the Commission's workbook itself.",
    },
    rules: {},
  },
  {
    parameter: "transcription",
    id: "B",
    name: { de: "Abschrift B (SUSE)", en: "Transcription B (SUSE)" },
    reason: {
      de: "Die SEAL-Stufen aus der Abschrift von SUSE; die Punkte sind dieselben. B ist bei 19 Kriterien in mittleren Antworten milder und nie strenger. Woher der Unterschied kommt, ist nicht bekannt: vielleicht eine spätere Fassung der Tabelle, vielleicht ein Fehler bei der Übernahme.",
      en: "The SEAL levels of SUSE's transcription; the points are the same. B is more lenient for middle answers of 19 criteria and never stricter. Where the difference comes from is not known: perhaps a later edition of the workbook, perhaps an error in taking it over.",
    },
    rules: { seal: { values: SEAL_B } },
  },
  {
    parameter: "gates",
    id: "all",
    name: { de: "Alle Kriterien begrenzen", en: "All criteria gate" },
    reason: {
      de: "Voreinstellung, wie in der Tabelle der Kommission: Die niedrigste Antwort über alle Kriterien bestimmt die SEAL-Stufe.",
      en: "The default, as in the Commission's workbook: the lowest answer over all criteria decides the SEAL level.",
    },
    rules: {},
  },
  {
    parameter: "gates",
    id: "relaxed",
    name: { de: "Chips und Hardware begrenzen nicht", en: "Chips and hardware do not gate" },
    reason: {
      de: "Der Leitfaden (S. 13) hält SEAL-4 wegen der Lieferketten für Chips und Hardware derzeit für unerreichbar und regt eine Lockerung an. Nach der Lesart von SUSE zählen 3.5, 5.1, 5.2, 5.3 und 6.5 dann weiter für die Punktzahl, begrenzen aber nicht die SEAL-Stufe.",
      en: "The guidance (p. 13) holds SEAL-4 to be out of reach today because of the supply chains for chips and hardware, and suggests relaxing it. In SUSE's reading 3.5, 5.1, 5.2, 5.3 and 6.5 then still score but do not gate the SEAL level.",
    },
    rules: { seal: { ignored: NEVER_GATING } },
  },
];

/** Notes that hold for both editions: they share criteria and values. */
const NOTES: readonly Text[] = [
  {
    de: "Punktzahl und SEAL-Stufe lesen dieselben Antworten verschieden: die Punktzahl als gewichtete Summe, die SEAL-Stufe als niedrigste Stufe aller Antworten. Eine einzige schlechte Antwort senkt die SEAL-Stufe ganz und die Punktzahl kaum; deshalb stehen beide immer zusammen. Bei neun Kriterien (1.2, 1.4 bis 1.7, 2.5, 5.3, 7.2, 8.4) trägt jede Antwort SEAL-4.",
    en: "Score and SEAL level read the same answers in two ways: the score as a weighted sum, the SEAL level as the lowest level of all answers. One bad answer collapses the SEAL level and hardly moves the score; so the two always stand together. For nine criteria (1.2, 1.4 to 1.7, 2.5, 5.3, 7.2, 8.4) every answer supports SEAL-4.",
  },
  {
    de: "SEAL-0: ausschließlich von Dritten außerhalb der EU beherrscht, allein fremdes Recht. SEAL-1: EU-Recht gilt förmlich, ist aber kaum durchsetzbar; weiter ausschließlich fremde Kontrolle. SEAL-2: EU-Recht gilt und ist durchsetzbar; wesentliche Abhängigkeiten und mittelbare fremde Kontrolle bleiben. SEAL-3: Beteiligte aus der EU haben wirksamen, aber nicht vollen Einfluss; fremde Kontrolle nur am Rand. SEAL-4: volle Kontrolle in der EU, allein EU-Recht, keine kritische Abhängigkeit nach außen.",
    en: "SEAL-0: controlled by third parties outside the EU alone, foreign law only. SEAL-1: EU law applies on paper but can hardly be enforced; still foreign control alone. SEAL-2: EU law applies and can be enforced; material dependencies and indirect foreign control remain. SEAL-3: parties from the EU have real but not full influence; foreign control at the margin only. SEAL-4: full control in the EU, EU law only, no critical dependency on the outside.",
  },
  {
    de: "Das Verfahren setzt keine Mindeststufe. Die Vergabestelle legt sie je Ausschreibung fest; Angebote darunter scheiden aus, und die Punktzahl reiht nur die übrigen. In der Ausschreibung der Kommission selbst war es SEAL-2.",
    en: "The framework sets no floor. The contracting authority sets it per tender; offers below are out, and the score only ranks the others. In the Commission's own tender it was SEAL-2.",
  },
  {
    de: "Wir teilen wie die Tabelle durch 1000. Da sie Punkte einzelner Stufen rundet, ergeben die besten Antworten etwas mehr als 100 %. Wer durch die tatsächlichen Höchstpunkte teilt, kommt für das Rechenbeispiel auf 67,916 statt 67,972 %; mit den in der Tabelle eingetippten ganzen Punkten sind es 68,055 %. Die dritte Stufe von 1.7 zählt 83,0 Punkte, obwohl 83,34 zu erwarten wären.",
    en: "We divide by 1000, as the workbook does. As it rounds the points of single steps, the best answers add up to slightly more than 100 %. Dividing by the real maxima gives 67.916 instead of 67.972 % for the worked example; with the whole points typed into the workbook it is 68.055 %. The third step of 1.7 counts 83.0 points although 83.34 would be expected.",
  },
  {
    de: "Eigenheiten der Vorlage, die wir zeigen und nicht verbessern: zwei leere Antworten bei 1.6; die dritte Stufe von 2.4 nennt einen Umsatzanteil; 4.6 fragt nach dem Sitz der Lieferanten und stuft Folgen einer Abschaltung ab; bei 5.2 ist von Code die Rede; „ELA“ statt EAL bei 7.1; „PUE > 0“ bei 8.1; doppelte Bezeichnungen bei 8.2 bis 8.4. Der Leitfaden spricht von 43 Fragen, die Tabelle hat 48.",
    en: "Quirks of the original that we show and do not mend: two blank answers in 1.6; the third step of 2.4 names a share of revenue; 4.6 asks for the seat of suppliers and grades what a cut-off does; 5.2 speaks of code; “ELA” instead of EAL in 7.1; “PUE > 0” in 8.1; labels that come twice in 8.2 to 8.4. The guidance speaks of 43 questions, the workbook has 48.",
  },
  {
    de: "Die Tabelle kennt nur beantwortet oder leer, und leer zählt 0 Punkte. Wir unterscheiden: Offenes und Unbekanntes hält das Ergebnis als Spanne offen. Nicht Anwendbares bleibt außer Betracht, und die übrigen Kriterien des Ziels zählen entsprechend mehr; das ist unsere Wahl.",
    en: "The workbook knows answered or blank only, and blank counts 0 points. We tell apart: what is open or unknown keeps the result open as a range. What is not applicable is left out, and the other criteria of the objective count for more accordingly; this is our choice.",
  },
  {
    de: "Die Fragen und Antworten sind von uns umschrieben, nicht amtlich übersetzt. Punkte und SEAL-Stufen stammen aus zwei öffentlichen Abschriften der Tabelle, nicht aus ihr selbst. Die Kommission nennt die Werte Beispiele, die Vergabestellen anpassen dürfen.",
    en: "Questions and answers are paraphrased by us, not an official translation. Points and SEAL levels come from two public transcriptions of the workbook, not from the workbook itself. The Commission calls the values examples which contracting authorities may adapt.",
  },
];

/** What the two editions of the framework do not share. */
interface Edition {
  readonly version: string;
  readonly name: Text;
  readonly source: Method["source"];
  /** Share of each objective in the score; adds up to 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** Name of SEAL-3, which the annex of 2026 changed. */
  readonly seal3: Text;
  /** Shown before the notes that hold for both. */
  readonly notes: readonly Text[];
  readonly examples: Method["examples"];
}

/**
 * The Commission's framework in one edition: the score in percent, Σ weight · points / 1000, and the SEAL, the lowest level
 * of all answered criteria. Source: guidance and annex calculator of 1 June 2026, cells E1 and F2.
 */
export function framework(edition: Edition): Method {
  const own = groups(edition.weights);
  const score: Output = {
    id: "score",
    name: { de: "Souveränitätspunktzahl", en: "Sovereignty score" },
    sign: "%",
    scale: { min: 0, max: bestScore(own), direction: "higher" },
    rule: { kind: "grouped", groups: own, factor: 100, mean: false, notApplicable: "left-out" },
    // The framework has no levels of its score: what gates is the SEAL.
    levels: [{ level: "score", from: 0, name: { de: "Punktzahl", en: "Score" } }],
  };
  const seal: Output = {
    id: "seal",
    name: { de: "SEAL-Stufe", en: "SEAL level" },
    scale: { min: 0, max: 4, direction: "higher" },
    rule: { kind: "minimum", values: SEAL_A },
    levels: [
      { level: "0", from: 0, name: { de: "SEAL-0: keine Souveränität", en: "SEAL-0: no sovereignty" } },
      {
        level: "1",
        from: 1,
        name: { de: "SEAL-1: rechtliche Souveränität", en: "SEAL-1: jurisdictional sovereignty" },
      },
      { level: "2", from: 2, name: { de: "SEAL-2: Datensouveränität", en: "SEAL-2: data sovereignty" } },
      { level: "3", from: 3, name: edition.seal3 },
      {
        level: "4",
        from: 4,
        name: { de: "SEAL-4: volle digitale Souveränität", en: "SEAL-4: full digital sovereignty" },
      },
    ],
  };
  return {
    ref: `ec-csf@${edition.version}`,
    id: "ec-csf",
    version: edition.version,
    name: edition.name,
    unit: "service",
    source: edition.source,
    licence: {
      // The Commission's reuse policy, normally CC BY 4.0; the documents themselves state nothing we have seen.
      spdx: "LicenseRef-EC-reuse",
      attribution: {
        de: "Verfahren: Cloud Sovereignty Framework, © Europäische Union; Weiterverwendung nach den Regeln der Europäischen Kommission, Wortlaut angepasst. Werte nach den Abschriften von flavienbwk (cloud-sovereignty-score, MIT) und SUSE (csf-self-assessment).",
        en: "Method: Cloud Sovereignty Framework, © European Union; reused under the rules of the European Commission, wording adapted. Values after the transcriptions by flavienbwk (cloud-sovereignty-score, MIT) and SUSE (csf-self-assessment).",
      },
    },
    notes: [...edition.notes, ...NOTES],
    criteria,
    outputs: [score, seal],
    pair: { output: "score", with: "seal", key: "seal" },
    defaults: { transcription: "A", gates: "all" },
    variants,
    examples: edition.examples,
  };
}

/** Answers in the order of the 48 criteria, "-" = blank. */
function choices(steps: string): Answers {
  const given = steps.replaceAll(" ", "");
  return Object.fromEntries(
    criteria.flatMap(({ id }, index) => (given[index] === "-" ? [] : [[id, given[index] ?? ""]])),
  );
}

/** The annex's own worked example: 47 answers, 1.6 blank. The Commission calls its values fictitious. */
export const ANNEX_EXAMPLE: Answers = choices("43243-33 335433 34453 344543 3333344 33342 5555555 4554");

/** The best answer to every criterion. */
export const ALL_TOP: Answers = Object.fromEntries(criteria.map(({ id, options }) => [id, options.at(-1)?.id ?? ""]));

/** The worst answer to every criterion. */
export const ALL_BOTTOM: Answers = Object.fromEntries(criteria.map(({ id, options }) => [id, options[0]?.id ?? ""]));
