import type { Criterion } from "../types";
import { ladder } from "./ladder";

/** SOV-6: how open and transparent the technology is. */
export const technologyCriteria: readonly Criterion[] = [
  ladder(
    "SOV-6.1",
    {
      de: "Wie offen sind Schnittstellen und Datenformate?",
      en: "How open are interfaces and data formats?",
    },
    {
      de: "Gemeint ist, ob andere Verfahren ohne Mitwirkung des Herstellers angebunden werden können. Beispiel: Fachdaten über XÖV-Standards, Dokumente aber nur im Format des Herstellers: Stufe 3.",
      en: "The question is whether other applications can be connected without the maker's help. Example: case data by published standards, but documents in the maker's format only: step 3.",
    },
    [
      ["Geschlossen und herstellereigen", "Closed and proprietary"],
      ["Herstellereigen, nur eingeschränkt nutzbar", "Proprietary, of limited use only"],
      [
        "Wichtige beschrieben und teils nach Standard, andere herstellereigen",
        "Key ones documented and partly standard, others proprietary",
      ],
      ["Überwiegend nach anerkannten offenen Standards", "Mostly by recognised open standards"],
      [
        "Alle wichtigen Funktionen offen, mit veröffentlichter Spezifikation",
        "All key functions open, with published specifications",
      ],
    ],
  ),
  ladder(
    "SOV-6.2",
    {
      de: "Wie verbindlich werden offene Standards eingesetzt?",
      en: "How bindingly are open standards used?",
    },
    {
      de: "Gemeint sind Kerndienste wie Anmeldung, Datenformate, Nachrichten und Protokollierung. Beispiel: Die Anmeldung nutzt OpenID Connect und ist dokumentiert, die Ablage ist herstellereigen: Stufe 3.",
      en: "This means core services such as sign-in, data formats, messaging and logging. Example: sign-in uses OpenID Connect and is documented, storage is proprietary: step 3.",
    },
    [
      ["Keine", "Not at all"],
      ["Fallweise, ohne Regel", "Case by case, without a rule"],
      ["In einem Teil der Kerndienste, dokumentiert", "In part of the core services, documented"],
      ["Vorgeschrieben für die meisten Kerndienste", "Required for most core services"],
      ["Vorgeschrieben für alle Kerndienste", "Required for all core services"],
    ],
  ),
  ladder(
    "SOV-6.3",
    {
      de: "Ist die Software quelloffen, und wer bestimmt über sie?",
      en: "Is the software open source, and who governs it?",
    },
    {
      de: "Es zählen Lizenz und Steuerung des Projekts. Beispiel: offene Lizenz, aber ein einzelnes Unternehmen entscheidet über alles: Stufe 3.",
      en: "Licence and governance of the project both count. Example: an open licence, but one single company decides everything: step 3.",
    },
    [
      ["Geschlossen, allein in der Hand des Herstellers", "Closed, in the maker's hands alone"],
      [
        "Quellcode einsehbar, Änderung und Übergabe kaum möglich",
        "Code open to view, change and handover hardly possible",
      ],
      ["Quelloffen, aber zentral gesteuert", "Open source, but centrally governed"],
      [
        "Quelloffen mit wesentlichen Beiträgen aus der EU, Steuerung begrenzt, Übergabe möglich",
        "Open source with major contributions from the EU, limited governance, handover possible",
      ],
      [
        "Ganz quelloffen, unabhängig oder aus der EU gesteuert, mit allen Rechten",
        "Fully open source, governed independently or from the EU, with all rights",
      ],
    ],
  ),
  ladder(
    "SOV-6.4",
    {
      de: "Wie einsehbar ist der Aufbau des Dienstes?",
      en: "How open to view is the way the service is built?",
    },
    {
      de: "Gemeint sind Architektur, Datenflüsse und Abhängigkeiten. Beispiel: Datenflüsse werden nur bei einer Prüfung vor Ort gezeigt: Stufe 2.",
      en: "This means architecture, data flows and dependencies. Example: data flows are shown in an on-site audit only: step 2.",
    },
    [
      ["Gar nicht", "Not at all"],
      ["Nur bei Prüfungen", "In audits only"],
      ["Einiges ist veröffentlicht", "Some is published"],
      ["Vieles ist veröffentlicht", "Much is published"],
      ["Kunden können mitgestalten und anpassen", "Customers can take part in shaping it"],
    ],
  ),
  ladder(
    "SOV-6.5",
    {
      de: "Wie eigenständig ist die EU beim eingesetzten Hochleistungsrechnen?",
      en: "How independent is the EU in the high-performance computing used?",
    },
    {
      de: "Gemeint sind Prozessoren, Beschleuniger und die Software dafür. Für die meisten Dienste einer Stadt ohne Bedeutung: Wählen Sie dann „nicht anwendbar“ und begründen Sie das. Beispiel für eine Anwendung: Berechnung eines Stadtklimamodells.",
      en: "This means processors, accelerators and software for them. It does not matter for most services of a city: then choose “not applicable” and say why. Example where it does: computing an urban climate model.",
    },
    [
      ["Eingeführte, nicht einsehbare Rechner", "Imported computers, not open to inspection"],
      ["In der EU betrieben, fremde Technik", "Run in the EU, foreign technology"],
      ["In der EU mitentworfen oder zusammengefügt", "Co-designed or integrated in the EU"],
      ["Prozessorentwurf aus der EU, Fertigung außerhalb", "Processor design from the EU, made outside"],
      ["Entwurf, Fertigung und Betrieb in der EU", "Designed, made and run in the EU"],
    ],
  ),
];
