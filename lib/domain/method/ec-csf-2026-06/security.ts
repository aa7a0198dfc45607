import type { Criterion } from "../types";
import { ladder } from "./ladder";

/** SOV-7: whether security work and compliance are in European hands. */
export const securityCriteria: readonly Criterion[] = [
  ladder(
    "SOV-7.1",
    {
      de: "Nach welcher Vertrauenswürdigkeitsstufe (EAL) ist der Dienst zertifiziert?",
      en: "To which evaluation assurance level (EAL) is the service certified?",
    },
    {
      de: "Gemeint sind Stufen der Common Criteria; das Original schreibt sie teils „ELA“. Beispiel: Ein Dienst ohne Zertifikat nach Common Criteria ist Stufe 1, auch wenn sein Betrieb nach ISO 27001 zertifiziert ist; das Original nennt dafür keine Stufe.",
      en: "These are levels of the Common Criteria; the original spells some of them “ELA”. Example: a service without a Common Criteria certificate is step 1 even if its operation is certified to ISO 27001; the original gives no step for that.",
    },
    [
      ["EAL0, keine (im Original „ELA0“)", "EAL0, none (“ELA0” in the original)"],
      ["EAL1 (im Original „ELA1“)", "EAL1 (“ELA1” in the original)"],
      ["EAL2", "EAL2"],
      ["EAL3 (im Original „ELA3“)", "EAL3 (“ELA3” in the original)"],
      ["EAL4 bis EAL5", "EAL4 to EAL5"],
    ],
  ),
  ladder(
    "SOV-7.2",
    {
      de: "Hält der Anbieter die einschlägigen Vorschriften der EU nachweislich ein?",
      en: "Does the provider demonstrably follow the relevant rules of the EU?",
    },
    {
      de: "Zum Beispiel DSGVO, NIS-2 und DORA. Beispiel: Ein unabhängiger Prüfbericht deckt alle einschlägigen Vorschriften ab: Stufe 5.",
      en: "For example GDPR, NIS2 and DORA. Example: an independent audit report covers all relevant rules: step 5.",
    },
    [
      ["Nicht erkennbar", "Not visible"],
      ["Einige Vorschriften in Ansätzen, nicht planmäßig", "Some rules in parts, not systematically"],
      ["Einige Vorschriften, mit Lücken und ohne vollen Nachweis", "Some rules, with gaps and without full proof"],
      ["Die meisten Vorschriften, mit kleinen Ausnahmen", "Most rules, with minor exceptions"],
      ["Alle Vorschriften, unabhängig geprüft", "All rules, independently audited"],
    ],
  ),
  ladder(
    "SOV-7.3",
    {
      de: "Wo werden Sicherheitsvorfälle erkannt und bearbeitet?",
      en: "Where are security incidents detected and handled?",
    },
    {
      de: "Gemeint sind das Lagezentrum (SOC) und die Einsatzkräfte. Beispiel: SOC in Deutschland, nachts übernimmt ein Team außerhalb der EU: Stufe 2.",
      en: "This means the security operations centre (SOC) and the response teams. Example: a SOC in Germany, at night a team outside the EU takes over: step 2.",
    },
    [
      ["Außerhalb der EU", "Outside the EU"],
      ["Geteilt zwischen EU und außerhalb", "Split between the EU and outside"],
      ["Vor allem in der EU, Weitergabe nach außerhalb möglich", "Mainly in the EU, escalation outside possible"],
      ["Ausschließlich in der EU", "In the EU only"],
      ["Ausschließlich in der EU, mit Austausch über die ENISA", "In the EU only, sharing information through ENISA"],
    ],
  ),
  ladder(
    "SOV-7.4",
    {
      de: "Wer hat die Hand auf Sicherheitsprotokollen und Überwachung?",
      en: "Who is in control of security logs and monitoring?",
    },
    {
      de: "Gemeint ist, ob die Stadt oder eine Behörde der EU selbst hineinsehen kann. Beispiel: Der Anbieter schickt monatlich einen Sicherheitsbericht: Stufe 2.",
      en: "The question is whether the city or an EU authority can look for itself. Example: the provider sends a security report every month: step 2.",
    },
    [
      ["Allein der Anbieter", "The provider alone"],
      ["Kunden erhalten regelmäßig Berichte", "Customers get periodic reports"],
      ["Kunden haben ein einfaches Portal", "Customers have a basic portal"],
      ["Kunden haben vollen Zugang, Ablage in der EU", "Customers have full access, stored in the EU"],
      [
        "Kunden haben vollen Zugang zu unveränderbaren Protokollen, nur in der EU abgelegt",
        "Customers have full access to tamper-proof logs, stored in the EU only",
      ],
    ],
  ),
  ladder(
    "SOV-7.5",
    {
      de: "Wie werden Vorfälle und Schwachstellen gemeldet?",
      en: "How are incidents and vulnerabilities reported?",
    },
    {
      de: "Gemeint sind Meldungen an Kunden und Behörden und die Zusammenarbeit mit den Computer-Notfallteams (CSIRT) der EU. Beispiel: Meldung innerhalb von 72 Stunden nach DSGVO ist vertraglich geregelt: Stufe 3.",
      en: "This means reports to customers and authorities and work with the EU's computer emergency teams (CSIRT). Example: notice within 72 hours under the GDPR is settled in the contract: step 3.",
    },
    [
      ["Gar nicht oder nur zufällig", "Not at all or by chance"],
      ["Erst auf Anlass, ohne Fristen", "Only when prompted, without deadlines"],
      ["Fristgerecht nach DSGVO und NIS-2", "On time under GDPR and NIS2"],
      [
        "Überwachte Fristen, Daten für CSIRT nicht in Echtzeit",
        "Monitored deadlines, data for CSIRTs not in real time",
      ],
      ["Daten für CSIRT in Echtzeit, geprüfte Abläufe", "Data for CSIRTs in real time, audited procedures"],
    ],
  ),
  ladder(
    "SOV-7.6",
    {
      de: "Können Sicherheitskorrekturen unabhängig vom Hersteller eingespielt werden?",
      en: "Can security fixes be applied independently of the maker?",
    },
    {
      de: "Gemeint sind Entwickeln, Testen und Einspielen. Beispiel: Ein reiner Mietdienst, der ohne Ankündigung aktualisiert wird: Stufe 1; selbst betriebene offene Software mit eigenem Testsystem: Stufe 5.",
      en: "This means developing, testing and applying them. Example: a pure subscription service that is updated without notice: step 1; open software run by the city with its own test system: step 5.",
    },
    [
      ["Nein", "No"],
      ["Nach Zeitplan des Herstellers, einfache Tests möglich", "On the maker's schedule, basic tests possible"],
      [
        "Mit ausreichender Ankündigung und Test, außer in dringenden Fällen",
        "With enough notice and tests, except in urgent cases",
      ],
      ["Unabhängig, ohne eigene Prüfung", "Independently, without own checks"],
      ["Unabhängig, mit eigener Prüfung", "Independently, with own checks"],
    ],
  ),
  ladder(
    "SOV-7.7",
    {
      de: "Können unabhängige Stellen aus der EU den Dienst prüfen?",
      en: "Can independent bodies from the EU audit the service?",
    },
    {
      de: "Gemeint sind Prüfungen von Sicherheit und Regeltreue. Beispiel: Die Stadt darf vorhandene Prüfberichte einsehen, aber nicht selbst prüfen lassen: höchstens Stufe 2.",
      en: "This means audits of security and compliance. Example: the city may read existing audit reports but not have its own audit: step 2 at most.",
    },
    [
      ["Nur der Anbieter selbst prüft", "The provider alone audits"],
      ["Begrenzter Zugang zu Angaben des Anbieters", "Limited access to what the provider discloses"],
      ["Teilweise Kontrolle über Angaben des Anbieters", "Partial control over what the provider discloses"],
      ["Weitgehende Rechte, Angaben anzufordern", "Far-reaching rights to ask for data"],
      ["Jede unabhängige Stelle kann uneingeschränkt prüfen", "Any independent body can audit without limits"],
    ],
  ),
];
