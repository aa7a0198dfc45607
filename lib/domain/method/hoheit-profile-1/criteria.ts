import type { Criterion, Option } from "../types";

const option = (id: string, de: string, en: string): Option => ({ id, text: { de, en } });
const YES = option("yes", "Ja", "Yes");
const PARTLY = option("partly", "Teilweise", "Partly");
const NO = option("no", "Nein", "No");
const yesPartlyNo: readonly Option[] = [YES, PARTLY, NO];

/** Freedom to switch: how locked in the city is. */
export const freedomCriteria: readonly Criterion[] = [
  {
    id: "alternative",
    output: "freedom",
    text: { de: "Gibt es eine echte Alternative?", en: "Is there a real alternative?" },
    help: {
      de: "Ein heute verfügbares Produkt mit ähnlichen Funktionen, zu dem der Wechsel mit vertretbarem Aufwand möglich ist. „Teilweise“, wenn es nur für einen Teil der Funktionen eines gibt. Ohne Alternative bleibt die Wechselfreiheit bei höchstens 25.",
      en: "A product available today with similar functions to which one can switch with reasonable effort. “Partly” if there is one for some of the functions only. Without an alternative, freedom to switch stays at 25 or below.",
    },
    options: yesPartlyNo,
  },
  {
    id: "export",
    output: "freedom",
    text: {
      de: "Lassen sich alle Daten in offenen Formaten ausleiten?",
      en: "Can all data be exported in open formats?",
    },
    help: {
      de: "Nutzdaten, Metadaten und Konfiguration, vollständig und mit eigenen Mitteln.",
      en: "Payload, metadata and configuration, complete and by the city's own means.",
    },
    options: yesPartlyNo,
  },
  {
    id: "interfaces",
    output: "freedom",
    text: { de: "Sind die Schnittstellen offen und dokumentiert?", en: "Are the interfaces open and documented?" },
    help: {
      de: "„Teilweise“, wenn neben offenen auch herstellereigene Schnittstellen gebraucht werden.",
      en: "“Partly” if proprietary interfaces are needed beside open ones.",
    },
    options: yesPartlyNo,
  },
  {
    id: "separable",
    output: "freedom",
    text: {
      de: "Kann der Dienst ohne seinen Hersteller betrieben werden?",
      en: "Can it be operated apart from its maker?",
    },
    help: {
      de: "Durch die Stadt selbst oder einen Dritten, der nicht zum Konzern des Herstellers gehört.",
      en: "By the city itself or by a third party outside the maker's corporate group.",
    },
    options: yesPartlyNo,
  },
  {
    id: "exit",
    output: "freedom",
    text: { de: "Sind die Ausstiegsbedingungen geregelt?", en: "Are the exit terms settled?" },
    help: {
      de: "Ja, wenn der Vertrag Ausstieg und Datenrückgabe regelt und die Kündigungsfrist höchstens sechs Monate beträgt. „Teilweise“, wenn eines davon fehlt.",
      en: "Yes if the contract settles exit and return of data and the notice period is at most six months. “Partly” if one of these is missing.",
    },
    options: yesPartlyNo,
  },
  {
    id: "skills",
    output: "freedom",
    text: {
      de: "Sind die nötigen Kenntnisse im Haus oder bei mindestens zwei Anbietern vorhanden?",
      en: "Are the skills available in house or from at least two suppliers?",
    },
    options: yesPartlyNo,
  },
  {
    id: "double-grip",
    output: "freedom",
    text: {
      de: "Gehören Hersteller und Betreiber zum selben Konzern?",
      en: "Do maker and operator belong to one corporate group?",
    },
    help: {
      de: "Wer die Software herstellt und zugleich betreibt, hält den Kunden doppelt fest: Die Wechselfreiheit bleibt dann bei höchstens 50. Betrieb durch die Stadt oder einen öffentlichen Träger zählt als Nein.",
      en: "Whoever makes the software and also runs it holds its customer twice: freedom to switch then stays at 50 or below. Operation by the city or a public body counts as no.",
    },
    options: [NO, YES],
  },
  {
    id: "couplings",
    output: "freedom",
    text: {
      de: "Wie viele andere Dienste hängen über herstellereigene Kopplungen an diesem?",
      en: "How many other services hang on this one through proprietary couplings?",
    },
    help: {
      de: "Jede Kopplung kostet 5 Punkte, zusammen höchstens 15.",
      en: "Each coupling costs 5 points, at most 15 together.",
    },
    options: [
      option("0", "Keiner", "None"),
      option("1", "Einer", "One"),
      option("2", "Zwei", "Two"),
      option("3+", "Drei oder mehr", "Three or more"),
    ],
  },
];

/** Jurisdiction: whose law can reach the service. */
export const jurisdictionCriteria: readonly Criterion[] = [
  {
    id: "exposure",
    output: "jurisdiction",
    text: { de: "Welche Zugriffsklasse hat der Dienst?", en: "Which exposure class does the service have?" },
    help: {
      de: "Wird aus den beteiligten Organisationen und ihren Eigentümern bestimmt. Technischer Hinweis, keine Rechtsberatung.",
      en: "Determined from the organisations involved and their owners. A technical indication, not legal advice.",
    },
    options: [
      option("J0", "J0: nichts gefunden, alle Glieder bekannt", "J0: none found, all links known"),
      option("J1", "J1: nur als Lieferant, ohne Zugang zu Daten", "J1: supplier only, no access to data"),
      option("J2", "J2: teilweise", "J2: partly"),
      option("J3", "J3: über eine beherrschende Mutter", "J3: through a controlling parent"),
      option("J4", "J4: unmittelbar", "J4: directly"),
    ],
  },
  {
    id: "keys",
    output: "jurisdiction",
    text: { de: "Wer hält die Schlüssel?", en: "Who holds the keys?" },
    help: {
      de: "„Stadt“ nur, wenn allein die Stadt sie hält, außerhalb der Umgebung des Anbieters. Der Zuschlag von 15 hebt nie über die nächste Klasse und gilt nur für die Offenlegung, nicht für die Verfügbarkeit.",
      en: "“City” only if the city alone holds them, outside the provider's environment. The bonus of 15 never lifts beyond the next class and concerns disclosure, not availability.",
    },
    options: [
      option("city", "Allein die Stadt", "The city alone"),
      option("provider", "Der Anbieter, auch gemeinsam mit der Stadt", "The provider, also together with the city"),
    ],
  },
];

/** Openness: how open the software is. */
export const opennessCriteria: readonly Criterion[] = [
  {
    id: "licence",
    output: "openness",
    text: { de: "Unter welcher Art Lizenz steht die Software?", en: "What kind of licence is the software under?" },
    help: {
      de: "Offen: das vollständige Produkt unter einer von der OSI anerkannten Lizenz. Bei Eigenentwicklungen zählt, ob der Quellcode veröffentlicht ist.",
      en: "Open: the complete product under an OSI-approved licence. For own developments it counts whether the code is published.",
    },
    options: [
      option("open", "Offen", "Open"),
      option("open-core", "Offener Kern mit geschlossenen Teilen", "Open core with closed parts"),
      option("source-available", "Quellcode einsehbar, nicht frei", "Source available, not open source"),
      option("proprietary", "Proprietär", "Proprietary"),
    ],
  },
  {
    id: "standards",
    output: "openness",
    text: { de: "Folgen die Schnittstellen offenen Standards?", en: "Do the interfaces follow open standards?" },
    options: yesPartlyNo,
  },
  {
    id: "formats",
    output: "openness",
    text: { de: "Sind die Dateiformate offen?", en: "Are the file formats open?" },
    options: yesPartlyNo,
  },
  {
    id: "shaping",
    output: "openness",
    text: { de: "Kann die Stadt die Entwicklung mitgestalten?", en: "Can the city shape the development?" },
    help: {
      de: "Durch Beiträge, eine eigene Abspaltung oder Mitsprache in der Steuerung des Projekts.",
      en: "By contributing, by a fork of its own or by a say in the project's governance.",
    },
    options: yesPartlyNo,
  },
];
