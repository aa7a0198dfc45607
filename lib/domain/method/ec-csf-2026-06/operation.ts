import type { Criterion } from "../types";
import { ladder } from "./ladder";

/** SOV-4: whether people in the EU can run, support and develop the service by themselves. */
export const operationCriteria: readonly Criterion[] = [
  ladder(
    "SOV-4.1",
    {
      de: "Wie leicht lassen sich Daten und Anwendungen mitnehmen?",
      en: "How easily can data and workloads be taken elsewhere?",
    },
    {
      de: "Gemeint ist der Umzug zu einem anderen, europäisch kontrollierten Angebot. Beispiel: Der Hersteller beschreibt den vollständigen Export der Akten in einem offenen Format: Stufe 3.",
      en: "This means moving to another offer under European control. Example: the maker describes the full export of the records in an open format: step 3.",
    },
    [
      ["Keine Zusage", "No promise"],
      ["Nach Möglichkeit, ohne Gewähr", "As far as possible, without guarantee"],
      ["Übliche, beschriebene Wege zum Export", "Standard, documented ways of export"],
      ["Förmlicher Umzugsdienst mit Unterstützung", "Formal migration service with assistance"],
      ["Läuft schon auf souveräner Infrastruktur", "Already runs on sovereign infrastructure"],
    ],
  ),
  ladder(
    "SOV-4.2",
    {
      de: "Können Kräfte in der EU den Dienst ohne Hilfe von außerhalb betreiben?",
      en: "Can people in the EU run the service without help from outside?",
    },
    {
      de: "Gemeint sind Betrieb, Wartung und Fehlersuche über alle Schichten. Beispiel: Das kommunale Rechenzentrum betreibt alles, nur Störungen der Datenbank löst der Hersteller in Übersee: Stufe 4.",
      en: "This means operation, maintenance and fault finding on all layers. Example: the municipal data centre runs everything, only database faults are solved by the maker overseas: step 4.",
    },
    [
      ["Entscheidende Aufgaben liegen bei Kräften außerhalb der EU", "Critical tasks lie with people outside the EU"],
      ["Teilweise aus der EU", "Partly from the EU"],
      ["Ausgewogen verteilt", "Evenly shared"],
      ["Überwiegend aus der EU", "Mostly from the EU"],
      ["Alles, über alle Schichten, aus der EU", "Everything, on all layers, from the EU"],
    ],
  ),
  ladder(
    "SOV-4.3",
    {
      de: "Gibt es in der EU genug Fachleute für den Dienst?",
      en: "Are there enough experts for the service in the EU?",
    },
    {
      de: "Gemeint sind die Fachleute, die den Dienst betreiben und erhalten. Beispiel: ein verbreitetes offenes System, das viele Häuser in der EU beherrschen, gegenüber einer Nischenlösung mit Entwicklern allein in Übersee.",
      en: "This means the experts who run and sustain the service. Example: a common open system that many firms in the EU master, against a niche product whose developers are all overseas.",
    },
    [
      ["Weltweit verteilt, meist außerhalb der EU", "Spread over the world, mainly outside the EU"],
      ["Gemischt, mehrheitlich außerhalb", "Mixed, the majority outside"],
      ["Mehrheitlich in der EU, schwierige Fälle gehen ins Ausland", "The majority in the EU, hard cases go abroad"],
      ["Alle in der EU", "All in the EU"],
      ["Alle in der EU und sicherheitsüberprüft", "All in the EU and security-cleared"],
    ],
  ),
  ladder(
    "SOV-4.4",
    {
      de: "Von wo und unter welchem Recht wird Unterstützung geleistet?",
      en: "From where, and under which law, is support given?",
    },
    {
      de: "Gemeint sind alle Stufen der Betreuung, auch nachts und im Störungsfall. Beispiel: deutschsprachige Annahme, aber dritte Stufe beim Hersteller in Übersee: Stufe 3.",
      en: "This covers all levels of support, also at night and in a fault. Example: a German-speaking help desk, but third level with the maker overseas: step 3.",
    },
    [
      ["Weltweit, meist außerhalb der EU", "Worldwide, mostly outside the EU"],
      ["Gemischt, mehrheitlich außerhalb", "Mixed, the majority outside"],
      ["Mehrheitlich in der EU, weitergereicht wird nach außerhalb", "The majority in the EU, escalation goes outside"],
      ["Vollständig in der EU", "Wholly in the EU"],
      ["Vollständig in der EU und sicherheitsüberprüft", "Wholly in the EU and security-cleared"],
    ],
  ),
  ladder(
    "SOV-4.5",
    {
      de: "Wo liegen Dokumentation und Betriebswissen, und wer kommt daran?",
      en: "Where are documentation and know-how kept, and who can reach them?",
    },
    {
      de: "Gemeint sind technische Unterlagen, Quellcode und Betriebshandbücher, die langfristige Eigenständigkeit erlauben. Beispiel: Das Betriebshandbuch liegt nur im weltweiten Kundenportal des Herstellers: Stufe 1.",
      en: "This means technical documents, source code and operating manuals that allow long-term independence. Example: the operating manual exists only in the maker's worldwide customer portal: step 1.",
    },
    [
      ["Außerhalb der EU oder von dort zugänglich", "Outside the EU or accessible from there"],
      ["Ablage in der EU ist möglich, aber nicht Pflicht", "Storage in the EU is possible but not enforced"],
      ["In der EU, im Ausweich- oder Betreuungsfall auch außerhalb", "In the EU, outside as a fallback or for support"],
      ["Alle maßgeblichen Ablagen nur in der EU", "All primary stores in the EU only"],
      [
        "Alles samt Kopien in der EU, Verwaltung nur durch Kräfte in der EU",
        "Everything and its copies in the EU, administered by people in the EU only",
      ],
    ],
  ),
  ladder(
    "SOV-4.6",
    {
      de: "Wie trifft es den Dienst, wenn ein wichtiger Unterauftragnehmer oder Lieferant ausfällt?",
      en: "What does the loss of a key subcontractor or supplier do to the service?",
    },
    {
      de: "Das Original fragt nach Ort und rechtlicher Kontrolle der Lieferanten, seine Stufen beschreiben aber wie bei 1.8 die Folgen einer Abschaltung. Beispiel: Wird das Rechenzentrum eines Unterauftragnehmers gesperrt, läuft der Dienst im eigenen weiter: Stufe 5.",
      en: "The original asks for place and legal control of suppliers, but its steps describe, as in 1.8, what a cut-off does. Example: if a subcontractor's data centre is blocked, the service goes on in the provider's own: step 5.",
    },
    [
      ["Sofortiger Stillstand ist zu erwarten", "Immediate standstill is to be expected"],
      [
        "Der Dienst endet wohl, aber mit Zeit zum Reagieren",
        "The service would probably stop, but leave time to react",
      ],
      [
        "Befristeter Weiterbetrieb, vertraglich mit dem Auftraggeber zugesichert",
        "Goes on for a time, as promised in the contract with the customer",
      ],
      [
        "Andere Lieferanten oder eigene Übernahme wichtiger Aufgaben sind möglich",
        "Other suppliers can be found or key tasks taken in-house",
      ],
      ["Voll eigenständiger, ununterbrochener Betrieb", "Fully independent operation without a break"],
    ],
  ),
];
