import type { Criterion } from "../types";
import { ladder } from "./ladder";

const disclosure: readonly (readonly [string, string])[] = [
  ["Keine Auskunft", "Nothing disclosed"],
  ["Teilweise Auskunft", "Partly disclosed"],
  ["Offengelegt mit Ausnahmen", "Disclosed with exceptions"],
  ["Vollständig offengelegt", "Fully disclosed"],
  ["Herkunft in der EU zertifiziert", "Origin certified in the EU"],
];

/** SOV-5: where parts and software come from, and how much of the chain is visible. */
export const supplyChainCriteria: readonly Criterion[] = [
  ladder(
    "SOV-5.1",
    {
      de: "Ist bekannt, woher die wichtigsten Bauteile kommen?",
      en: "Is it known where the key physical parts come from?",
    },
    {
      de: "Gemeint sind Prozessoren, Speicher und Netztechnik der Server, auf denen der Dienst läuft. Beispiel: Der Betreiber legt die Herkunft seiner Server offen, nicht aber die einzelner Chips: Stufe 3.",
      en: "This means processors, storage and network parts of the servers the service runs on. Example: the operator discloses where its servers come from, but not single chips: step 3.",
    },
    disclosure,
  ),
  ladder(
    "SOV-5.2",
    { de: "Wo wird die Hardware gefertigt?", en: "Where is the hardware made?" },
    {
      de: "Gemeint sind Fertigung und Endmontage. Stufe 4 spricht im Original von Code, obwohl es um Hardware geht. Beispiel: Server aus Asien ohne Angaben zur Fertigung: Stufe 1.",
      en: "This means production and final assembly. Step 4 speaks of code in the original although this is about hardware. Example: servers from Asia without details of their production: step 1.",
    },
    [
      ["Vollständig außerhalb, nicht einsehbar", "Wholly outside, not open to inspection"],
      ["Außerhalb, teilweise offengelegt", "Outside, partly disclosed"],
      ["Gemischt, mit Prüfrechten für die EU", "Mixed, with audit rights for the EU"],
      ["In der EU gebaut, auf fremder Grundlage", "Built in the EU on a foreign basis"],
      ["Nur in der EU entworfen und gebaut", "Designed and built in the EU only"],
    ],
  ),
  ladder(
    "SOV-5.3",
    {
      de: "Ist bekannt, woher die in der Hardware eingebettete Software kommt?",
      en: "Is it known where the software embedded in the hardware comes from?",
    },
    {
      de: "Gemeint ist die Firmware, die etwa Mainboard, Netzkarten und Datenträger steuert. Beispiel: Der Betreiber kann für jede Serverreihe Hersteller und Stand der Firmware nennen.",
      en: "This means firmware that controls, for instance, mainboard, network cards and drives. Example: the operator can name maker and version of the firmware for every type of server.",
    },
    disclosure,
  ),
  ladder(
    "SOV-5.4",
    {
      de: "Wo und von wem wird die Software entworfen und entwickelt?",
      en: "Where and by whom is the software designed and written?",
    },
    {
      de: "Gemeint ist die gesamte Software des Dienstes. Beispiel: Das Fachverfahren entsteht in Deutschland, Betriebssystem und Datenbank nicht: Stufe 3, wenn die wesentlichen Teile aus der EU stammen.",
      en: "This means all software of the service. Example: the specialist application is written in Germany, operating system and database are not: step 3 if the essential parts come from the EU.",
    },
    [
      ["Vollständig fremd und nicht einsehbar", "Wholly foreign and not open to inspection"],
      ["Fremd, Entwicklung teilweise offengelegt", "Foreign, development partly disclosed"],
      ["Kern und wesentliche Teile aus der EU", "Core and essential parts from the EU"],
      ["Zum weit überwiegenden Teil aus der EU", "By far the most part from the EU"],
      ["Ausschließlich aus der EU", "From the EU only"],
    ],
  ),
  ladder(
    "SOV-5.5",
    {
      de: "Wer stellt Fassungen und Aktualisierungen bereit, und wer gibt sie frei?",
      en: "Who builds and ships releases and updates, and who approves them?",
    },
    {
      de: "Getrennt betrachtet werden Ausführung (Bauen, Verteilen) und Kontrolle (Verwaltung der Abläufe, Signatur, Freigabe). Beispiel: Ein Team in der EU spielt Aktualisierungen ein, signiert werden sie in Übersee: Stufe 3.",
      en: "Doing it (build, distribution) and controlling it (running the pipeline, signing, approval) are looked at apart. Example: a team in the EU installs updates that are signed overseas: step 3.",
    },
    [
      ["Kontrolle und Ausführung außerhalb der EU", "Control and execution outside the EU"],
      ["Kontrolle in der EU, Ausführung außerhalb", "Control in the EU, execution outside"],
      ["Kontrolle außerhalb, Ausführung in der EU", "Control outside, execution in the EU"],
      ["Kontrolle und Ausführung in der EU", "Control and execution in the EU"],
      [
        "Wie Stufe 4, dazu erzwungene Prüfschritte in der EU, etwa auf Schwachstellen",
        "Like step 4, with enforced checks in the EU, for instance for vulnerabilities",
      ],
    ],
  ),
  ladder(
    "SOV-5.6",
    {
      de: "Wie stark hängt der Dienst an einzelnen Anbietern von außerhalb der EU?",
      en: "How much does the service hang on single vendors from outside the EU?",
    },
    {
      de: "Gemeint sind auch Einrichtungen und herstellereigene Technik. Beispiel: Nur die Überwachung nutzt ein Werkzeug aus den USA, und das ist dokumentiert: Stufe 4.",
      en: "Facilities and proprietary technology count too. Example: only the monitoring uses a tool from the USA, and that is documented: step 4.",
    },
    [
      ["Nur Anbieter oder Einrichtungen außerhalb der EU", "Only vendors or facilities outside the EU"],
      ["In kritischen Teilen meist solche, nicht dokumentiert", "Mostly such ones in critical parts, undocumented"],
      [
        "In kritischen Teilen wenige, nicht dokumentiert, oder solche nachvollziehbar dokumentiert",
        "Few in critical parts, undocumented, or such ones clearly documented",
      ],
      ["Wenige in unkritischen Teilen, dokumentiert", "Few in non-critical parts, documented"],
      ["Keine", "None"],
    ],
  ),
  ladder(
    "SOV-5.7",
    {
      de: "Welche Lieferanten und Unterauftragnehmer dürfen geprüft werden?",
      en: "Which suppliers and subcontractors may be audited?",
    },
    {
      de: "Gemeint ist die ganze Kette, auch hinter dem direkten Vertragspartner. Beispiel: Der Vertrag gibt der Stadt Prüfrechte beim Rechenzentrum und beim Hersteller, sonst nicht: Stufe 3.",
      en: "This means the whole chain, also behind the direct contractor. Example: the contract gives the city audit rights at the data centre and at the maker, not elsewhere: step 3.",
    },
    [
      ["Keine", "None"],
      ["Einige", "Some"],
      ["Die kritischen", "The critical ones"],
      ["Die meisten", "Most"],
      ["Alle", "All"],
    ],
  ),
];
