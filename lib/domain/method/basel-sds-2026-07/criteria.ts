import type { Criterion, Option } from "../types";

const options: readonly Option[] = [
  { id: "yes", text: { de: "Ja", en: "Yes" } },
  { id: "partly", text: { de: "Teilweise", en: "Partly" } },
  { id: "no", text: { de: "Nein", en: "No" } },
];

/** The six questions in our own words. `source` names the dimension of the calculator. */
export const criteria: readonly Criterion[] = [
  {
    id: "legal",
    text: {
      de: "Gilt für Anbieter und Daten allein das Recht der Schweiz oder der EU?",
      en: "Do only Swiss or EU laws apply to the provider and to the data?",
    },
    help: {
      de: "Betrachten Sie den Anbieter, seine Muttergesellschaft und die Unterauftragnehmer, auf die es ankommt, ferner den Ort der Verarbeitung und wer dort rechtlich bestimmt. Beispiel für „Teilweise“: Rechenzentrum in der EU, Muttergesellschaft außerhalb.",
      en: "Look at the provider, its parent company and the subcontractors that matter, and at where the data is processed and who is legally in control there. Example of “partly”: data centre in the EU, parent company outside.",
    },
    options,
    source: "Rechtsraum",
  },
  {
    id: "exit",
    text: {
      de: "Können Sie mit vertretbarem Aufwand zu einer tatsächlich verfügbaren Alternative wechseln?",
      en: "Can you move to an alternative that really exists, with justifiable effort?",
    },
    help: {
      de: "Es zählen der Markt, der Aufwand für die Umstellung und Bindungen, die sich vermeiden ließen. Beispiel für „Teilweise“: Es gibt eine Alternative, der Wechsel dauert aber mehrere Jahre.",
      en: "What counts is the market, the effort of the move and ties that could be avoided. Example of “partly”: there is an alternative, but the move takes several years.",
    },
    options,
    source: "Exit / Markt",
  },
  {
    id: "data",
    text: {
      de: "Lassen sich alle Daten vollständig und in offenen Formaten herausgeben?",
      en: "Can all data be handed out completely and in open formats?",
    },
    help: {
      de: "Gemeint sind Nutzdaten, Metadaten und Konfiguration sowie ein Ausgabeverfahren, das sich nachvollziehen lässt. Beispiel für „Teilweise“: Inhalte ja, Berechtigungen und Verlauf nein.",
      en: "This covers payload, metadata and configuration, and a way of exporting that can be traced. Example of “partly”: contents yes, permissions and history no.",
    },
    options,
    source: "Datenhoheit",
  },
  {
    id: "interop",
    text: {
      de: "Beruht der Dienst auf offenen Standards und beschriebenen Schnittstellen?",
      en: "Does the service rest on open standards and documented interfaces?",
    },
    help: {
      de: "Zum Beispiel offene Protokolle, standardisierte und dokumentierte Programmierschnittstellen, Anschluss an Systeme anderer Hersteller.",
      en: "For example open protocols, standardised and documented programming interfaces, connections to systems of other makers.",
    },
    options,
    source: "Interoperabilität",
  },
  {
    id: "ops",
    text: {
      de: "Kann der Dienst ohne den Hersteller betrieben werden, durch Sie selbst oder durch Dritte?",
      en: "Can the service be operated without its maker, by yourselves or by a third party?",
    },
    help: {
      de: "Es kommt darauf an, ob sich die Betriebsumgebung verlagern lässt und der Dienst ohne Plattformdienste eines bestimmten Anbieters auskommt.",
      en: "What matters is whether the operating environment can be moved, and whether the service does without platform services of one particular vendor.",
    },
    options,
    source: "Betriebsautonomie",
  },
  {
    id: "gov",
    text: {
      de: "Können Sie auf die Weiterentwicklung einwirken oder sie notfalls selbst übernehmen?",
      en: "Can you influence further development, or take it over yourselves if need be?",
    },
    help: {
      de: "Anhaltspunkte sind quelloffene Lizenz, gemeinschaftliche Steuerung, Einfluss auf die Entwicklungsplanung, Erweiterbarkeit und verfügbares Fachwissen.",
      en: "Signs are an open-source licence, community governance, influence on the roadmap, extensibility and available know-how.",
    },
    options,
    source: "Gestaltungsfähigkeit",
  },
];
