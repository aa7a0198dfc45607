import type { Criterion } from "../types";
import { BLANK, ladder } from "./ladder";

/** SOV-1: how firmly the provider is rooted in the EU's legal, financial and industrial life. */
export const strategicCriteria: readonly Criterion[] = [
  ladder(
    "SOV-1.1",
    {
      de: "Wo liegt die oberste Entscheidungsgewalt über den Anbieter?",
      en: "Where does the final power of decision over the provider lie?",
    },
    {
      de: "Es zählt, wer den Anbieter am Ende der Beteiligungskette beherrscht, nicht der Sitz der Vertragspartnerin. Beispiel: Die deutsche Tochter eines US-Konzerns betreibt die Terminvergabe; die Entscheidungsgewalt liegt außerhalb der EU.",
      en: "What counts is who controls the provider at the end of the ownership chain, not the seat of the contracting company. Example: the German subsidiary of a US group runs the appointment booking; the power of decision lies outside the EU.",
    },
    [
      ["Vollständig außerhalb der EU/des EWR", "Wholly outside the EU/EEA"],
      ["Überwiegend außerhalb", "For the most part outside"],
      ["Überwiegend innerhalb", "For the most part inside"],
      ["Vollständig innerhalb der EU/des EWR", "Wholly inside the EU/EEA"],
    ],
  ),
  ladder(
    "SOV-1.2",
    {
      de: "Wie wahrscheinlich ist es, dass der Anbieter in Hände außerhalb der EU gelangt?",
      en: "How likely is it that the provider passes into hands outside the EU?",
    },
    {
      de: "Gemeint sind Übernahme, Verkauf von Anteilen oder Übertragung des Dienstes. Beispiel: Der Hersteller des Fachverfahrens gehört einem Finanzinvestor, der den Verkauf angekündigt hat. Stiftungen, Genossenschaften und öffentliche Träger machen eine Übernahme unwahrscheinlich.",
      en: "This covers a takeover, a sale of shares or a transfer of the service. Example: the maker of a specialist application belongs to a financial investor who has announced a sale. Foundations, cooperatives and public owners make a takeover unlikely.",
    },
    [
      ["Sehr wahrscheinlich", "Very likely"],
      ["Wahrscheinlich", "Likely"],
      ["Möglich", "Possible"],
      ["Unwahrscheinlich", "Unlikely"],
      ["Sehr unwahrscheinlich", "Very unlikely"],
    ],
  ),
  ladder(
    "SOV-1.3",
    {
      de: "Welchen Einfluss haben Beteiligte aus der EU auf die Weiterentwicklung?",
      en: "How much say do parties from the EU have in further development?",
    },
    {
      de: "Gemeint ist Mitsprache bei Funktionen, Terminen und Abkündigungen. Beispiel: Ein Ideenportal des Herstellers ist ein offener Kundenkanal; ein Anwenderbeirat mit Stimmrecht der Kommunen ist ein Gremium.",
      en: "This means a say in functions, dates and end of support. Example: the maker's idea portal is an open customer channel; a user council in which municipalities vote is a governance body.",
    },
    [
      ["Keinen", "None"],
      [
        "Über öffentliche Kundenkanäle, etwa Ideenportale oder Foren",
        "Through public customer channels such as idea portals or forums",
      ],
      [
        "Über Gremien, in denen Beteiligte aus der EU sitzen",
        "Through governance bodies that include parties from the EU",
      ],
      ["Vollen Einfluss", "Full influence"],
    ],
  ),
  ladder(
    "SOV-1.4",
    {
      de: "Wie unabhängig ist der Anbieter von Kapital von außerhalb der EU?",
      en: "How independent is the provider of capital from outside the EU?",
    },
    {
      de: "Gemeint sind Eigen- und Fremdkapital. Beispiel: Ein kommunaler IT-Dienstleister, den seine Trägerkommunen finanzieren, ist vollständig aus der EU finanziert.",
      en: "This covers equity and debt. Example: a municipal IT provider that is paid for by its member municipalities is wholly financed from within the EU.",
    },
    [
      ["Fast alles Kapital stammt von außerhalb", "Nearly all capital comes from outside"],
      ["Das meiste stammt von außerhalb", "Most of it comes from outside"],
      ["Etwa zu gleichen Teilen", "In about equal parts"],
      ["Das meiste stammt aus der EU", "Most of it comes from the EU"],
      ["Alles stammt aus der EU", "All of it comes from the EU"],
    ],
  ),
  ladder(
    "SOV-1.5",
    {
      de: "Wie viel Wertschöpfung des Anbieters findet in der EU statt?",
      en: "How much of the provider's value creation takes place in the EU?",
    },
    {
      de: "Gemeint sind Investitionen, Arbeitsplätze und Leistungen in der EU oder im EWR. Beispiel: Ein Vertriebsbüro in Deutschland bei Entwicklung und Betrieb in Übersee ist wenig.",
      en: "This means investment, jobs and work done in the EU or EEA. Example: a sales office in Germany with development and operation overseas is little.",
    },
    [
      ["Kaum etwas", "Hardly any"],
      ["Ein kleinerer Teil", "A smaller part"],
      ["Etwa gleich viel wie außerhalb", "About as much as outside"],
      ["Der größere Teil", "The larger part"],
      ["Alles", "All of it"],
    ],
  ),
  {
    ...ladder(
      "SOV-1.6",
      {
        de: "Beteiligt sich der Anbieter an strategischen Programmen der EU?",
        en: "Does the provider take part in strategic programmes of the EU?",
      },
      {
        de: "Zum Beispiel IPCEI-CIS, Horizont Europa oder Gaia-X. Die Stufen 2 und 4 haben im Original keine Bezeichnung, aber Punkte; wir füllen sie nicht. Das Kriterium darf offen bleiben, wie im Rechenbeispiel der Kommission, und zählt dann 0 Punkte.",
        en: "For example IPCEI-CIS, Horizon Europe or Gaia-X. Steps 2 and 4 have points but no label in the original; we do not fill them in. The criterion may stay blank, as in the Commission's worked example, and then counts 0 points.",
      },
      [
        ["Keine erkennbare Beteiligung", "No visible part in them"],
        BLANK,
        ["Wirkt an strategischen Vorhaben aktiv mit", "Takes an active part in strategic projects"],
        BLANK,
        ["Strategische Vorhaben hängen von seiner Mitwirkung ab", "Strategic projects depend on its part in them"],
      ],
    ),
    optional: true,
  },
  ladder(
    "SOV-1.7",
    {
      de: "Wie gut passt der Anbieter zu den industriepolitischen Zielen der EU?",
      en: "How well does the provider fit the EU's industrial policy aims?",
    },
    {
      de: "Gemeint sind die Ziele für Digitales, Umwelt und industrielle Eigenständigkeit. Beispiel: ein veröffentlichter Maßnahmenplan, ein Bericht mit gemessenen Ergebnissen und eine dafür zuständige Stelle.",
      en: "This means the aims for digital, green and industrial independence. Example: a published plan of action, a report with measured results and a unit in charge of it.",
    },
    [
      ["Kein Nachweis", "No evidence"],
      ["Ein Maßnahmenplan liegt vor", "A plan of action exists"],
      ["Ergebnisse sind gemessen, Zuständigkeiten geregelt", "Results are measured and responsibilities settled"],
      ["Ehrgeizige Ziele, mit eigenen Mitteln unterlegt", "Ambitious aims backed by means of their own"],
    ],
  ),
  ladder(
    "SOV-1.8",
    {
      de: "Was geschieht mit dem Dienst, wenn ein Vorlieferant seine Unterstützung einstellt?",
      en: "What happens to the service if a supplier behind it withdraws its support?",
    },
    {
      de: "Gemeint ist der sichere Weiterbetrieb bei Sperrung, Sanktion oder Kündigung. Beispiel: Fällt bei gesperrtem Anmeldedienst sofort jede Anmeldung aus, ist mit sofortigem Stillstand zu rechnen.",
      en: "This means secure operation after a block, a sanction or a termination. Example: if a blocked identity service stops every sign-in at once, expect immediate standstill.",
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
