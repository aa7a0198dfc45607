import type { Criterion, Option, Text } from "../types";

const options: readonly Option[] = [
  { id: "yes", text: { de: "Ja", en: "Yes" } },
  { id: "no", text: { de: "Nein", en: "No" } },
];

/** The seven domains in the publisher's order; weights are given in the same order. */
export const domains: readonly { readonly id: string; readonly name: Text }[] = [
  { id: "data", name: { de: "Daten", en: "Data" } },
  { id: "technical", name: { de: "Technik", en: "Technology" } },
  { id: "operational", name: { de: "Betrieb", en: "Operation" } },
  { id: "assurance", name: { de: "Nachweis und Prüfung", en: "Assurance" } },
  { id: "oss", name: { de: "Open Source", en: "Open source" } },
  { id: "executive", name: { de: "Führung", en: "Executive oversight" } },
  { id: "managed", name: { de: "Bezogene Dienste", en: "Managed services" } },
];

const rows: readonly (readonly [id: string, de: string, en: string, helpDe: string, helpEn: string])[] = [
  [
    "data-1",
    "Hält die Stadt alle Vorgaben ein, die für den Ort ihrer Daten gelten?",
    "Does the city meet all rules that apply to the place of its data?",
    "Zum Beispiel DSGVO, Sozialdatenschutz, Vorgaben des Landes.",
    "For example the GDPR, social data protection, rules of the federal state.",
  ],
  [
    "data-2",
    "Verfügt allein die Stadt über die Schlüssel ihrer verschlüsselten Daten?",
    "Does the city alone hold the keys to its encrypted data?",
    "Ja nur, wenn der Anbieter die Daten nicht entschlüsseln kann.",
    "Yes only if the provider cannot decrypt the data.",
  ],
  [
    "data-3",
    "Kann die Stadt verhindern, dass schutzbedürftige Daten bestimmte Grenzen überschreiten?",
    "Can the city prevent sensitive data from crossing certain borders?",
    "Gemeint sind technische Maßnahmen, nicht nur Zusagen im Vertrag.",
    "This means technical measures, not just promises in a contract.",
  ],
  [
    "technical-1",
    "Ist die Bindung an einzelne Hersteller so begrenzt, dass ein Wechsel bezahlbar bleibt?",
    "Is the dependence on single vendors limited so that a change stays affordable?",
    "Zum Beispiel durch offene Standards, Open Source oder mehrere Bezugsquellen.",
    "For example by open standards, open source or several sources of supply.",
  ],
  [
    "technical-2",
    "Haben offene Standards Vorrang vor herstellereigenen Schnittstellen?",
    "Do open standards come before proprietary interfaces?",
    "Zum Beispiel bei Containern, Datenformaten und Anmeldung.",
    "For example for containers, data formats and sign-in.",
  ],
  [
    "technical-3",
    "Lassen sich die wichtigsten Anwendungen auf eine andere Plattform verlagern?",
    "Can the most important applications be moved to another platform?",
    "Ohne große Teile neu zu entwickeln, auch ins eigene Rechenzentrum.",
    "Without developing large parts anew, also to the own data centre.",
  ],
  [
    "operational-1",
    "Laufen die wichtigsten Systeme weiter, wenn fremde Cloud-Dienste ausfallen?",
    "Do the most important systems keep running when external cloud services fail?",
    "Denken Sie auch an Anmeldung, Namensauflösung und Lizenzprüfung.",
    "Think of sign-in, name resolution and licence checks as well.",
  ],
  [
    "operational-2",
    "Hat die Stadt eigene Fachleute für den Betrieb ihrer Infrastruktur?",
    "Does the city have its own specialists to run its infrastructure?",
    "Eine kommunale IT-Tochter oder ein Zweckverband zählt mit.",
    "A municipal IT company or a joint authority counts.",
  ],
  [
    "operational-3",
    "Berücksichtigen die Notfallpläne auch politische Ereignisse?",
    "Do the emergency plans cover political events too?",
    "Zum Beispiel Sanktionen, Handelsbeschränkungen, Zugriff fremder Behörden.",
    "For example sanctions, trade restrictions, access by foreign authorities.",
  ],
  [
    "assurance-1",
    "Darf die Stadt die Sicherheit ihrer Anbieter vertraglich prüfen?",
    "Does the city have a contractual right to audit its vendors' security?",
    "Ein Bericht, den der Anbieter vorlegt, ist noch kein Prüfrecht.",
    "A report supplied by the vendor is not yet a right to audit.",
  ],
  [
    "assurance-2",
    "Bestimmt die Stadt, wo ihre Sicherheitsprotokolle liegen?",
    "Does the city decide where its security logs are kept?",
    "Besser nicht nur beim selben Anbieter wie das überwachte System.",
    "Preferably not only with the same provider as the monitored system.",
  ],
  [
    "assurance-3",
    "Ist die Einhaltung nationaler Sicherheitsvorgaben bescheinigt?",
    "Is compliance with national security standards certified?",
    "Zum Beispiel ISO 27001 auf Basis von IT-Grundschutz.",
    "For example ISO 27001 on the basis of IT-Grundschutz.",
  ],
  [
    "oss-1",
    "Gibt es eine förmliche Regel, die Open Source den Vorzug gibt?",
    "Is there a formal policy that gives preference to open source?",
    "Zum Beispiel ein Ratsbeschluss oder eine Vergaberichtlinie.",
    "For example a council decision or a procurement guideline.",
  ],
  [
    "oss-2",
    "Könnte die Stadt wichtige Open-Source-Software notfalls selbst weiterpflegen oder pflegen lassen?",
    "Could the city maintain important open-source software itself or have it maintained, if need be?",
    "Auch gemeinsam mit anderen Verwaltungen.",
    "Together with other administrations as well.",
  ],
  [
    "oss-3",
    "Wirkt die Stadt an Open-Source-Vorhaben mit, die für sie wichtig sind?",
    "Does the city contribute to open-source projects that matter to it?",
    "Mit Code, Fehlermeldungen, Übersetzungen oder Geld.",
    "With code, bug reports, translations or money.",
  ],
  [
    "executive-1",
    "Trägt jemand in der Verwaltungsspitze die Verantwortung für Digitale Souveränität?",
    "Is somebody at the top of the administration responsible for digital sovereignty?",
    "Eine Person oder ein Lenkungskreis.",
    "A person or a steering committee.",
  ],
  [
    "executive-2",
    "Steht Digitale Souveränität ausdrücklich in der Digital- oder IT-Strategie?",
    "Is digital sovereignty explicitly part of the digital or IT strategy?",
    "Es genügt ein beschlossenes Ziel.",
    "An adopted goal is enough.",
  ],
  [
    "executive-3",
    "Gibt es dafür eigene Haushaltsmittel?",
    "Is there a budget of its own for it?",
    "Auch als Teil eines Vorhabens, wenn der Zweck benannt ist.",
    "Also as part of a project, if the purpose is named.",
  ],
  [
    "managed-1",
    "Kann die Stadt Cloud-Dienste auf bestimmte Regionen oder geprüfte Rechenzentren beschränken?",
    "Can the city restrict cloud services to certain regions or certified data centres?",
    "Für alle Dienste, auch für Sicherungen.",
    "For all services, including backups.",
  ],
  [
    "managed-2",
    "Steuert und überwacht die Stadt die Verwaltungszugriffe ihrer Anbieter?",
    "Does the city control and monitor its providers' administrative access?",
    "Zum Beispiel Freigabe im Einzelfall, Protokoll, Aufzeichnung.",
    "For example approval case by case, logs, recording.",
  ],
  [
    "managed-3",
    "Ist der Umzug zu einem anderen Anbieter schon erprobt worden?",
    "Has moving to another provider been tested?",
    "Ein Probelauf mit echten Daten überzeugt mehr als ein Plan.",
    "A trial with real data is more convincing than a plan.",
  ],
];

export const criteria: readonly Criterion[] = rows.map(([id, de, en, helpDe, helpEn]) => ({
  id,
  text: { de, en },
  help: { de: helpDe, en: helpEn },
  options,
}));
