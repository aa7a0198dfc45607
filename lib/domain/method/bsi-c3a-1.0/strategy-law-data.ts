import type { Row } from "./rows";

/** SOV-1 to SOV-3: strategy, law, data. */
export const strategyLawData: readonly Row[] = [
  {
    id: "sov-1-01",
    kind: "base",
    de: "Der Anbieter unterliegt dem Recht der EU; Vertrag und Streitigkeiten richten sich danach.",
    en: "The provider is subject to the law of the EU; contract and disputes follow it.",
  },
  {
    id: "sov-1-02",
    kind: "base",
    de: "Der eingetragene Hauptsitz des Anbieters liegt in der EU.",
    en: "The provider's registered head office is in the EU.",
  },
  {
    id: "sov-1-03",
    kind: "base",
    de: "Die tatsächliche Kontrolle über den Anbieter liegt bei Unternehmen aus der EU und ist für Kunden erkennbar.",
    en: "Effective control over the provider lies with companies from the EU and is visible to customers.",
    help: {
      de: "Es zählt, wer unmittelbar oder mittelbar über Strategie, Finanzen oder Betrieb bestimmen kann.",
      en: "What counts is who can decide on strategy, finances or operation, directly or indirectly.",
    },
  },
  {
    id: "sov-1-04",
    kind: "base",
    de: "Änderungen der Kontrolle über den Anbieter werden Kunden 90 Tage vorher mitgeteilt.",
    en: "Customers are told 90 days ahead of changes in who controls the provider.",
  },
  {
    id: "sov-2-01",
    kind: "base",
    de: "Der Anbieter prüft mindestens jährlich, welche Gesetze von Drittstaaten auf ihn durchgreifen können, und bewertet das Risiko.",
    en: "At least once a year the provider examines which laws of third countries can reach it, and assesses the risk.",
  },
  {
    id: "sov-2-02",
    kind: "base",
    de: "Die zuständige Behörde für Cybersicherheit darf die Einhaltung der Kriterien prüfen; das Vorgehen ist beschrieben.",
    en: "The competent cyber-security authority may audit compliance with the criteria; the procedure is documented.",
  },
  {
    id: "sov-2-03",
    kind: "base",
    de: "Im Verteidigungsfall kann der Staat den Betrieb im gesetzlichen Rahmen übernehmen.",
    en: "In a state of defence the state can take over operation, within the law.",
    help: {
      de: "Dazu gehören Anlagen und Personal; hilfreich sind Dokumentation, Quellcode und Werkzeuge in übertragbarer Form.",
      en: "This includes facilities and staff; documentation, source code and tools in a portable form help.",
    },
  },
  {
    id: "sov-3-01-c1",
    kind: "base",
    de: "Kunden können feststellen, wo ihre Daten, abgeleitete Daten und Kontodaten gespeichert und verarbeitet werden.",
    en: "Customers can find out where their data, derived data and account data are stored and processed.",
  },
  {
    id: "sov-3-01-c2",
    kind: "base",
    de: "Abgeleitete Daten und Kontodaten können ausschließlich in der EU bleiben.",
    en: "Derived data and account data can stay in the EU only.",
  },
  {
    id: "sov-3-01-c3",
    kind: "base",
    de: "Kundendaten können ausschließlich in der EU gespeichert und verarbeitet werden.",
    en: "Customer data can be stored and processed in the EU only.",
  },
  {
    id: "sov-3-01-c4",
    kind: "on-demand",
    de: "Kundendaten können ausschließlich in Deutschland gespeichert und verarbeitet werden.",
    en: "Customer data can be stored and processed in Germany only.",
    help: {
      de: "Nur beantworten, wenn Sie Deutschland als Ort verlangen; sonst zählt das Kriterium nicht mit.",
      en: "Answer only if you require Germany as the place; otherwise the criterion does not count.",
    },
  },
  {
    id: "sov-3-01-c5",
    kind: "base",
    de: "Die eigenen Daten des Anbieters bleiben in der EU.",
    en: "The provider's own data stays in the EU.",
  },
  {
    id: "sov-3-02",
    kind: "base",
    de: "Schlüssel können außerhalb der Umgebung des Anbieters erzeugt, verwaltet und aufbewahrt werden (Infrastruktur- und Plattformdienste).",
    en: "Keys can be created, managed and kept outside the provider's environment (infrastructure and platform services).",
  },
  {
    id: "sov-3-02-ac",
    kind: "ac",
    de: "Die Schlüsselverwaltung außerhalb der Umgebung des Anbieters ist auch bei Software als Dienst möglich.",
    en: "Key management outside the provider's environment is possible for software as a service too.",
  },
  {
    id: "sov-3-03",
    kind: "base",
    de: "Ein eigener, externer Identitätsdienst lässt sich für Anmeldung und Rechte anbinden.",
    en: "An external identity provider of the customer can be connected for sign-in and permissions.",
  },
  {
    id: "sov-3-03-ac1",
    kind: "ac",
    de: "Die Anbindung des Identitätsdienstes beruht auf offenen Standards.",
    en: "The connection of the identity provider rests on open standards.",
  },
  {
    id: "sov-3-03-ac2",
    kind: "ac",
    de: "Die Anmeldung kommt ohne Konten oder Kontokopien im Verzeichnis des Anbieters aus.",
    en: "Sign-in does without accounts or copies of accounts in the provider's directory.",
  },
  {
    id: "sov-3-03-ac3",
    kind: "ac",
    de: "Rechte lassen sich über Angaben steuern, die der eigene Identitätsdienst laufend ausstellt.",
    en: "Permissions can be steered by claims that the customer's identity provider issues dynamically.",
  },
  {
    id: "sov-3-04",
    kind: "base",
    de: "Kunden können Verwaltungs- und Datenzugriffe protokollieren, aufbewahren und auswerten.",
    en: "Customers can record, keep and review logs of administration and data access.",
  },
  {
    id: "sov-3-04-ac1",
    kind: "ac",
    de: "Protokolle stehen in Echtzeit über eine offene Schnittstelle bereit.",
    en: "Logs are available in real time through an open interface.",
  },
  {
    id: "sov-3-04-ac2",
    kind: "ac",
    de: "Protokolle lassen sich fein filtern.",
    en: "Logs can be filtered in fine detail.",
  },
  {
    id: "sov-3-05",
    kind: "base",
    de: "Daten können auf Kundenseite verschlüsselt werden, mit einem Schlüssel, den nur der Kunde hat.",
    en: "Data can be encrypted on the customer's side, with a key that only the customer has.",
  },
];
