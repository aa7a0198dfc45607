import type { Criterion } from "../types";
import { ladder } from "./ladder";

/** SOV-3: who controls data and AI services. */
export const dataCriteria: readonly Criterion[] = [
  ladder(
    "SOV-3.1",
    { de: "Wer hat die Schlüssel zu den verschlüsselten Daten?", en: "Who holds the keys to the encrypted data?" },
    {
      de: "Es zählt, wer die Daten tatsächlich entschlüsseln kann. Beispiel: Die Stadt verwaltet eigene Schlüssel im Schlüsseldienst des Anbieters, dieser kann sie aber im Notfall nutzen: Stufe 3.",
      en: "What counts is who can in fact decrypt the data. Example: the city manages its own keys in the provider's key service, but the provider can use them in an emergency: step 3.",
    },
    [
      ["Nur der Anbieter", "The provider alone"],
      ["Vor allem der Anbieter, aber nicht allein", "Mainly the provider, but not alone"],
      ["Beide; der Anbieter hat einen Zweitschlüssel", "Both; the provider has an override key"],
      [
        "Vor allem der Kunde; der Anbieter kann Daten ganz oder teilweise lesen",
        "Mainly the customer; the provider can read all or some of the data",
      ],
      ["Allein der Kunde; der Anbieter kann nichts lesen", "The customer alone; the provider can read nothing"],
    ],
  ),
  ladder(
    "SOV-3.2",
    {
      de: "Ist nachvollziehbar, wer wann worauf zugegriffen hat?",
      en: "Can one see who accessed what, and when?",
    },
    {
      de: "Dazu gehören auch die Zugriffe des Anbieters selbst und die Nutzung von KI-Modellen. Beispiel: Protokolle gibt es nur auf Anfrage beim Anbieter: höchstens Stufe 3.",
      en: "This includes access by the provider itself and use of AI models. Example: logs are available from the provider on request only: step 3 at most.",
    },
    [
      ["Es gibt keine Protokolle", "There are no logs"],
      [
        "Es gibt lückenhafte Protokolle, etwa ohne Zeit oder Person",
        "There are incomplete logs, for instance without time or person",
      ],
      [
        "Es gibt Protokolle, aber nicht in Echtzeit oder nicht in der Hand des Kunden",
        "There are logs, but not in real time or not in the customer's hands",
      ],
      [
        "Vollständig in der Hand des Kunden, aber nicht in Echtzeit",
        "Fully in the customer's hands, but not in real time",
      ],
      [
        "In Echtzeit für den Kunden, dazu unabhängig prüfbar",
        "In real time for the customer, and open to independent audit",
      ],
    ],
  ),
  ladder(
    "SOV-3.3",
    {
      de: "Werden Daten nachweislich und endgültig gelöscht?",
      en: "Are data deleted for good, and can that be proved?",
    },
    {
      de: "Wichtig bei Kündigung und nach Ablauf von Aufbewahrungsfristen, Sicherungen eingeschlossen. Beispiel: Eine E-Mail des Anbieters „alles gelöscht“ ist Stufe 2.",
      en: "This matters on termination and after retention periods, backups included. Example: an e-mail from the provider saying “all deleted” is step 2.",
    },
    [
      ["Weder zugesichert noch nachprüfbar", "Neither promised nor verifiable"],
      ["Nur von Hand bestätigt", "Confirmed by hand only"],
      ["Intern nach Vorschrift geprüft, ohne Nachweis", "Checked internally by the rules, no proof is kept"],
      ["Technisch geprüft und protokolliert", "Verified technically and logged"],
      ["Durchgängig erzwungen und unabhängig geprüft", "Enforced throughout and verified independently"],
    ],
  ),
  ladder(
    "SOV-3.4",
    {
      de: "Werden Daten nur in der EU oder im EWR gespeichert und verarbeitet?",
      en: "Are data stored and processed in the EU or EEA only?",
    },
    {
      de: "Dazu gehören Sicherungen, Protokolle, Metadaten und Fernzugriffe. Beispiel: Rechenzentrum in Frankfurt, nachts aber Wartung aus einem Drittstaat mit Einblick in Daten: nicht Stufe 5.",
      en: "This includes backups, logs, metadata and remote access. Example: a data centre in Frankfurt, but at night maintenance from a third country that can see data: not step 5.",
    },
    [
      [
        "Orte weitgehend unbekannt, auch Drittstaaten ohne Kontrolle",
        "Places largely unknown, including third countries without control",
      ],
      [
        "Teils in der EU, erheblich in Drittstaaten mit wenig Kontrolle",
        "Partly in the EU, much of it in third countries with little control",
      ],
      [
        "Überwiegend in der EU, in Drittstaaten mit üblichen Garantien",
        "Mainly in the EU, in third countries with the usual safeguards",
      ],
      ["Grundsätzlich in der EU, eng begrenzte Ausnahmen", "In the EU by default, with tightly limited exceptions"],
      ["Ausschließlich in der EU, auch im Ausweichfall", "In the EU only, also as a fallback"],
    ],
  ),
  ladder(
    "SOV-3.5",
    {
      de: "Woher kommen KI-Modelle und die Rechentechnik dafür?",
      en: "Where do AI models and the computing for them come from?",
    },
    {
      de: "Es zählt, wo Modelle entwickelt, trainiert und betrieben werden und auf welchen Chips. Nutzt der Dienst keine KI, wählen Sie „nicht anwendbar“ und begründen Sie das. Beispiel: ein Chatbot der Stadt mit offenem Modell auf US-Beschleunigern: Stufe 3.",
      en: "What counts is where models are developed, trained and run, and on which chips. If the service uses no AI, choose “not applicable” and say why. Example: a city chatbot with an open model on US accelerators: step 3.",
    },
    [
      [
        "Undurchschaubare KI von außerhalb oder unbekannter Herkunft, beschränkte Chips",
        "Opaque AI from outside or of unknown origin, restricted chips",
      ],
      ["Lizenzierte KI, überwiegend von außerhalb, auch bei Chips", "Licensed AI, mostly from outside, chips too"],
      ["Prüfbare oder offene KI auf fremden Chips", "Auditable or open AI on foreign chips"],
      ["KI unter Führung aus der EU, fremde Beschleuniger", "AI led from the EU, foreign accelerators"],
      ["Modelle und Chips aus der EU", "Models and chips from the EU"],
    ],
  ),
];
