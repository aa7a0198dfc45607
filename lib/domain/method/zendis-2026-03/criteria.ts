import type { Criterion, Option } from "../types";

const options: readonly Option[] = [
  { id: "yes", text: { de: "Erfüllt", en: "Met" } },
  { id: "no", text: { de: "Nicht erfüllt", en: "Not met" } },
];

/** Letter and number as in the paper; the statement to be met, in our own words. */
const rows: readonly (readonly [id: string, de: string, en: string, help?: readonly [de: string, en: string]])[] = [
  [
    "a1",
    "Die Organisation hat Digitale Souveränität als Ziel in ihrer Strategie festgelegt.",
    "The organisation has set digital sovereignty as a goal in its strategy.",
  ],
  [
    "a2",
    "Zuständigkeiten und Steuerung der IT sind geregelt, auch für Fragen der Abhängigkeit.",
    "Responsibilities and governance of IT are settled, also for questions of dependence.",
  ],
  [
    "a3",
    "Abhängigkeiten von Herstellern, Technik und Rechtsräumen werden als Risiken erfasst und behandelt.",
    "Dependencies on makers, technology and jurisdictions are recorded and treated as risks.",
  ],
  [
    "a4",
    "Die Beschaffung achtet auf Wettbewerb, Offenheit und mögliche Alternativen.",
    "Procurement pays attention to competition, openness and possible alternatives.",
  ],
  [
    "a5",
    "Die Organisation kann IT-Vorhaben als Auftraggeberin selbst steuern.",
    "The organisation is able to steer IT projects itself as the client.",
  ],
  [
    "a6",
    "Das Fachwissen ist vorhanden, um den Dienst selbstbestimmt zu nutzen und zu steuern.",
    "The know-how to use and steer the service independently is available.",
    [
      "Betrifft zum Teil die Organisation als Ganzes. Für einen einzelnen Dienst: Gibt es eigene Fachleute oder mindestens zwei Dienstleister, die ihn beherrschen?",
      "Partly concerns the organisation as a whole. For a single service: are there own specialists, or at least two service providers who master it?",
    ],
  ],
  [
    "b1",
    "Die Anwendung ist offengelegt und so beschrieben, dass Fachkundige sie nachvollziehen können.",
    "The application is transparent and documented so that experts can follow how it works.",
  ],
  [
    "b2",
    "Die Lieferkette der Software ist nachvollziehbar und abgesichert.",
    "The software supply chain can be traced and is secured.",
    [
      "Zum Beispiel Stückliste der Bestandteile (SBOM), geprüfte Bezugsquellen, Umgang mit Schwachstellen.",
      "For example a bill of materials (SBOM), checked sources, handling of vulnerabilities.",
    ],
  ],
  [
    "b3",
    "Die Anwendung ist aus Bausteinen aufgebaut und lässt sich auf eine andere Umgebung übertragen.",
    "The application is built from modules and can be moved to another environment.",
  ],
  ["b4", "Schnittstellen und Standards sind offen.", "Interfaces and standards are open."],
  [
    "b5",
    "Die Software bindet nicht einseitig an einen Hersteller.",
    "The software does not tie its users to one maker.",
    [
      "Zum Beispiel keine Pflicht zu weiteren Produkten desselben Herstellers und keine nur dort lesbaren Formate.",
      "For example no obligation to use further products of the same maker, and no formats that only those can read.",
    ],
  ],
  [
    "c1",
    "Die Organisation bestimmt und überwacht, wo die Daten gespeichert und verarbeitet werden.",
    "The organisation decides and monitors where the data is stored and processed.",
  ],
  ["c2", "Die Daten sind gegen unbefugten Zugriff gesichert.", "The data is secured against unauthorised access."],
  [
    "c3",
    "Der Datenschutz ist durch Aufbau und Verfahren gewährleistet, nicht nur zugesagt.",
    "Data protection is ensured by design and procedure, not merely promised.",
  ],
  [
    "c4",
    "Die Daten liegen in offenen Strukturen vor und lassen sich in ein anderes System übernehmen.",
    "The data has open structures and can be taken over into another system.",
  ],
  ["d1", "Der Betrieb hängt nicht von einem einzelnen Anbieter ab.", "Operation does not depend on a single provider."],
  [
    "d2",
    "Das Verhältnis zum Anbieter ist verbindlich geregelt und lässt der Organisation Einfluss.",
    "The relationship with the provider is bindingly settled and leaves the organisation influence.",
    [
      "Bekannt ist uns nur das Thema, die verbindliche Kundenbeziehung. Was davon als erfüllt gilt, ist unsere Lesart.",
      "Only the topic is known to us, the binding customer relationship. What counts as met is our reading of it.",
    ],
  ],
  [
    "d3",
    "Der Anbieter kann gewechselt oder der Dienst selbst übernommen werden; der Ausstieg ist vorbereitet.",
    "The provider can be changed or the service taken over; the exit is prepared.",
  ],
  [
    "d4",
    "Die Arbeit geht bei Störungen von außen weiter.",
    "Work continues when there are disruptions from outside.",
    [
      "Zum Beispiel Ausfall eines Anbieters, gesperrte Konten, unterbrochene Verbindungen; mit geübtem Notbetrieb.",
      "For example failure of a provider, blocked accounts, broken connections; with emergency operation that has been practised.",
    ],
  ],
  [
    "d5",
    "Sicherheitsstandards und Rechtsvorgaben werden im Betrieb eingehalten und nachgewiesen.",
    "Security standards and legal requirements are met in operation, with proof.",
  ],
];

export const criteria: readonly Criterion[] = rows.map(([id, de, en, help]) => ({
  id,
  text: { de, en },
  ...(help === undefined ? {} : { help: { de: help[0], en: help[1] } }),
  options,
  source: id.toUpperCase(),
}));
