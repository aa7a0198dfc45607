import type { Row } from "./rows";

/** SOV-4 to SOV-6: operation, supply chain, technology. */
export const operationSupplyTechnology: readonly Row[] = [
  {
    id: "sov-4-01",
    kind: "base",
    de: "Wer den Dienst betreibt, betreut oder leitet, ist EU-Bürger mit Wohnsitz in der EU.",
    en: "Everybody who operates, supports or manages the service is an EU citizen living in the EU.",
  },
  {
    id: "sov-4-01-c3",
    kind: "ac",
    de: "Das Betriebspersonal gehört zu einer eigenständigen europäischen Organisation.",
    en: "The operating staff belongs to a standalone European organisation.",
  },
  {
    id: "sov-4-02",
    kind: "base",
    de: "Zugriffe zur Verwaltung, auch aus der Ferne, laufen über Zugangswege in der EU.",
    en: "Administrative access, also from remote work, uses access paths in the EU.",
  },
  {
    id: "sov-4-03",
    kind: "base",
    de: "Die Netzanbindung ist mehrfach und unabhängig ausgelegt; mindestens ein Netzanbieter ist ein Unternehmen aus der EU.",
    en: "Connectivity is redundant and independent; at least one network provider is a company from the EU.",
  },
  {
    id: "sov-4-03-ac",
    kind: "ac",
    de: "Mindestens ein Netzanbieter gehört nicht zum Konzern des Anbieters.",
    en: "At least one network provider does not belong to the provider's group.",
  },
  {
    id: "sov-4-04",
    kind: "base",
    de: "Die Überwachung der Sicherheit (SOC) ist in der EU angesiedelt und arbeitet auch nach einer Trennung weiter.",
    en: "Security monitoring (SOC) is located in the EU and keeps working after a disconnection.",
  },
  {
    id: "sov-4-05",
    kind: "base",
    de: "Aktualisierungen und Betriebsdaten gelangen nur über einen gesicherten, vom Anbieter kontrollierten Bereich hinein und werden dort geprüft.",
    en: "Updates and operating data come in only through a secured area under the provider's control, and are checked there.",
  },
  {
    id: "sov-4-06",
    kind: "base",
    de: "Fremde Software wird vor dem Einsatz auf Bedrohungen untersucht.",
    en: "Third-party software is analysed for threats before it is deployed.",
  },
  {
    id: "sov-4-07",
    kind: "base",
    de: "Der Datenaustausch mit Dritten wird überwacht, gesteuert und protokolliert.",
    en: "The exchange of data with third parties is monitored, controlled and logged.",
  },
  {
    id: "sov-4-08",
    kind: "base",
    de: "Daten werden nur über bekannte Übergänge ausgetauscht; ein Datenflussdiagramm liegt vor.",
    en: "Data is exchanged through known gateways only; there is a data-flow diagram.",
  },
  {
    id: "sov-4-09",
    kind: "base",
    de: "Der Dienst läuft auch dann weiter, wenn alle Verbindungen in Länder außerhalb der EU getrennt sind; das wird mindestens jährlich geprobt.",
    en: "The service keeps running when all connections to countries outside the EU are cut; this is tested at least once a year.",
  },
  {
    id: "sov-4-10",
    kind: "base",
    de: "Nach einer Trennung von bis zu 90 Tagen lassen sich Verbindungen und Aktualisierungen wieder aufnehmen.",
    en: "After a disconnection of up to 90 days, connections and updates can be resumed.",
  },
  {
    id: "sov-5-01",
    kind: "base",
    de: "Software-Bestandteile, ihre Hersteller und Herkunftsländer sind erfasst, etwa als Stückliste (SBOM), und für Kunden abrufbar.",
    en: "Software components, their makers and countries of origin are recorded, for example as a bill of materials (SBOM), and available to customers.",
  },
  {
    id: "sov-5-02",
    kind: "base",
    de: "Die Hardware, ihre Hersteller und Herkunftsländer sind erfasst und für Kunden abrufbar.",
    en: "The hardware, its makers and countries of origin are recorded and available to customers.",
  },
  {
    id: "sov-5-03",
    kind: "base",
    de: "Fremde Dienste, die der Dienst braucht, und ihre Länder sind erfasst und für Kunden abrufbar.",
    en: "External services that the service needs, and their countries, are recorded and available to customers.",
  },
  {
    id: "sov-5-04",
    kind: "base",
    de: "Risiken aus Ausfuhrbeschränkungen werden erkannt und gemindert; betroffene Kunden werden unterrichtet.",
    en: "Risks from export restrictions are identified and reduced; affected customers are informed.",
  },
  {
    id: "sov-5-05",
    kind: "base",
    de: "Die Kapazität wird in der EU geplant, überwacht und gesteuert (wie in C5:2026).",
    en: "Capacity is planned, monitored and controlled in the EU (as in C5:2026).",
  },
  {
    id: "sov-6-01",
    kind: "base",
    de: "In der EU liegt eine Sicherung des Quellcodes, höchstens 24 Stunden alt und mit mindestens fünf Versionen.",
    en: "A backup of the source code is kept in the EU, at most 24 hours old and with at least five versions.",
  },
  {
    id: "sov-6-02",
    kind: "base",
    de: "Der Dienst kann weiter sicher bereitgestellt werden, wenn Dritte ausfallen; dafür gibt es beschriebene Ausweichwege.",
    en: "The service can still be delivered securely when third parties drop out; there are documented fallbacks.",
  },
  {
    id: "sov-6-03",
    kind: "base",
    de: "Die Werkzeuge zur Softwareentwicklung sind verfügbar, auch wenn der Zugang zu einem wichtigen Werkzeug wegfällt.",
    en: "The software development tools are available, even if access to an important one is lost.",
  },
];
