import type { Criterion, Method, Option } from "../types";

export { clausesFromShares } from "./shares";
export type { Clause, ClauseResult, Share, ShareProblem, SharesInput } from "./shares";

const options: readonly Option[] = [
  { id: "yes", text: { de: "Eingehalten", en: "Met" } },
  { id: "no", text: { de: "Nicht eingehalten", en: "Not met" } },
];

const criteria: readonly Criterion[] = [
  {
    id: "seat",
    text: {
      de: "Satzungssitz, Hauptverwaltung oder Hauptniederlassung liegen in einem Mitgliedstaat der EU.",
      en: "Statutory seat, central administration or main establishment is in a member state of the EU.",
    },
    options,
    source: "19.6",
  },
  {
    id: "single-share",
    text: {
      de: "Kein Anteilseigner von außerhalb der EU hält für sich mehr als 24 % des Kapitals oder der Stimmen.",
      en: "No holder from outside the EU has more than 24 % of the capital or votes by itself.",
    },
    help: {
      de: "Unmittelbare und mittelbare Anteile zählen zusammen. Entscheidend ist der Sitz des Anteilseigners. Genau 24 % sind noch zulässig.",
      en: "Direct and indirect shares count together. The holder's own seat decides. Exactly 24 % is still allowed.",
    },
    options,
    source: "19.6",
  },
  {
    id: "total-share",
    text: {
      de: "Alle Anteilseigner von außerhalb der EU halten zusammen höchstens 39 % des Kapitals oder der Stimmen.",
      en: "All holders from outside the EU together have at most 39 % of the capital or votes.",
    },
    help: {
      de: "Beispiel: Drei Anteile von je 13 % sind zulässig, zwei von je 20 % nicht.",
      en: "Example: three shares of 13 % each are allowed, two of 20 % each are not.",
    },
    options,
    source: "19.6",
  },
  {
    id: "control-right",
    text: {
      de: "Niemand von außerhalb der EU kann Entscheidungen verhindern oder die Mehrheit in Leitung oder Aufsicht bestellen.",
      en: "Nobody from outside the EU can veto decisions or appoint the majority of a governing body.",
    },
    help: {
      de: "Zum Beispiel durch Vertrag, Satzung oder besondere Anteile, auch bei kleiner Beteiligung.",
      en: "For example by contract, articles of association or special shares, even with a small holding.",
    },
    options,
    source: "19.6",
  },
];

const met = { seat: "yes", "single-share": "yes", "total-share": "yes", "control-right": "yes" };

/** SecNumCloud 3.2, section 19.6: is the provider beyond the reach of laws from outside the EU? Pass or fail. */
export const secNumCloud: Method = {
  ref: "secnumcloud-19.6@3.2",
  id: "secnumcloud-19.6",
  version: "3.2",
  name: {
    de: "SecNumCloud 3.2, Abschnitt 19.6: Schutz vor Recht außerhalb der EU",
    en: "SecNumCloud 3.2, section 19.6: protection from laws outside the EU",
  },
  unit: "organisation",
  source: {
    title: "ANSSI: SecNumCloud 3.2, section 19.6, as described from the draft 3.2.a",
    url: "https://pialab.io/2021/10/25/secnumcloud-immunsation-contre-les-lois-extraterritoriales-hors-ue/",
    date: "2021-10-25",
  },
  licence: {
    spdx: "LicenseRef-not-stated",
    attribution: {
      de: "Regel nach SecNumCloud 3.2 der ANSSI, Abschnitt 19.6; Wortlaut von uns, eine Lizenz ist uns nicht bekannt.",
      en: "Rule after SecNumCloud 3.2 by ANSSI, section 19.6; wording by us, no licence is known to us.",
    },
  },
  notes: [
    {
      de: "Dies ist ein einzelner Abschnitt. Ein Bestehen hier ist keine Qualifizierung nach SecNumCloud und keine rechtliche Bewertung.",
      en: "This is one section only. A pass here is no SecNumCloud qualification and no legal opinion.",
    },
    {
      de: "Die Klausel zu Vetorechten und zur Bestellung der Organe ist uns nur zum Teil aus einer Quelle bekannt.",
      en: "The clause on vetoes and appointments is known to us from a source only in part.",
    },
    {
      de: "Grundlage ist eine Beschreibung des Entwurfs 3.2.a. Der Abschnitt 5.3 d verlangt zusätzlich, verbleibende Risiken aus fremdem Recht aufzuführen; das wird hier nicht geprüft.",
      en: "The basis is a description of the draft 3.2.a. Section 5.3 d also requires remaining risks from foreign laws to be listed; that is not tested here.",
    },
    {
      de: "Eine Angabe der Anteile muss nicht 100 % ergeben; was fehlt, gilt als nicht von außerhalb der EU gehalten und wird als nicht aufgeführt ausgewiesen.",
      en: "Shares need not add up to 100 %; what is missing counts as not held from outside the EU and is shown as not listed.",
    },
  ],
  criteria,
  outputs: [
    {
      id: "pass",
      name: { de: "Abschnitt 19.6", en: "Section 19.6" },
      scale: { min: 0, max: 1, direction: "higher" },
      rule: {
        kind: "minimum",
        decisive: true,
        values: Object.fromEntries(criteria.map(({ id }) => [id, { yes: 1, no: 0 }])),
      },
      levels: [
        { level: "fail", from: 0, name: { de: "nicht bestanden", en: "fail" } },
        { level: "pass", from: 1, name: { de: "bestanden", en: "pass" } },
      ],
    },
  ],
  examples: [
    { answers: met, expect: { pass: 1 }, source: "24 % the largest, 39 % in total" },
    { answers: { ...met, "single-share": "no" }, expect: { pass: 0 }, source: "25 % the largest, 25 % in total" },
    { answers: { ...met, "total-share": "no" }, expect: { pass: 0 }, source: "20 % twice, 40 % in total" },
    { answers: { ...met, seat: "no" }, expect: { pass: 0 }, source: "seat in the US" },
    { answers: { ...met, "control-right": "no" }, expect: { pass: 0 }, source: "veto right" },
    { answers: { ...met, seat: "unknown" }, expect: { pass: null } },
    { answers: {}, expect: { pass: null } },
  ],
};
