import type { Criterion } from "../types";
import { ladder } from "./ladder";

/** SOV-2: which law governs the provider, and whose law reaches in from outside. */
export const legalCriteria: readonly Criterion[] = [
  ladder(
    "SOV-2.1",
    {
      de: "Welches Recht gilt für Betrieb und Verträge des Anbieters?",
      en: "Which law governs the provider's operation and contracts?",
    },
    {
      de: "Gemeint sind das vereinbarte Recht und das Recht am Sitz der Beteiligten. Beispiel: Vertrag nach deutschem Recht, Auftragsverarbeitung aber nach Bedingungen einer Gesellschaft in den USA: gemischt.",
      en: "This means the agreed law and the law at the seat of those involved. Example: a contract under German law, but processing under the terms of a company in the USA: mixed.",
    },
    [
      ["Nur Recht von außerhalb der EU", "Only law from outside the EU"],
      ["Teils Recht der EU, teils anderes", "Partly EU law, partly other law"],
      ["Ausschließlich Recht der EU und ihrer Mitgliedstaaten", "Only law of the EU and its member states"],
    ],
  ),
  ladder(
    "SOV-2.2",
    {
      de: "Wie weit reichen Gesetze von Drittstaaten über die Grenze zum Anbieter?",
      en: "How far do laws of third countries reach the provider across borders?",
    },
    {
      de: "Zum Beispiel der CLOUD Act der USA oder das Cybersicherheitsgesetz Chinas. Eine Tochtergesellschaft in der EU schützt allein nicht, wenn die Mutter dem fremden Recht untersteht. Stufe 5 verlangt einen rechtlichen Nachweis, nicht nur eine Zusage.",
      en: "For example the CLOUD Act of the USA or China's cybersecurity law. A subsidiary in the EU is no protection by itself if its parent is under foreign law. Step 5 takes legal proof, not just a promise.",
    },
    [
      ["Der Anbieter unterliegt ihnen voll", "The provider is fully subject to them"],
      ["Vertragsklauseln mildern, das Risiko bleibt", "Contract clauses soften it, the exposure stays"],
      ["Tochtergesellschaft in der EU mit vertraglichem Schutz", "Subsidiary in the EU with contractual protection"],
      ["Die rechtliche Konstruktion schirmt ab", "The legal structure shields from them"],
      ["Nachgewiesen nicht durchsetzbar", "Shown to be unenforceable"],
    ],
  ),
  ladder(
    "SOV-2.3",
    {
      de: "Können Behörden von Drittstaaten Zugang zu Daten oder Systemen erzwingen?",
      en: "Can authorities of third countries compel access to data or systems?",
    },
    {
      de: "Gemeint sind rechtliche, vertragliche und technische Wege. Beispiel: Anordnungen mit Schweigepflicht, von denen die Stadt nie erfährt, sind Stufe 1 oder 2. Hinweise geben Transparenzberichte des Anbieters.",
      en: "This covers legal, contractual and technical ways. Example: orders with a duty of silence that the city never hears of are step 1 or 2. The provider's transparency reports give hints.",
    },
    [
      ["Ja, ohne dass die Kunden davon erfahren", "Yes, without customers being told"],
      [
        "Ja, in bestimmten Fällen ohne dass die Kunden davon erfahren",
        "Yes, in certain cases without customers being told",
      ],
      ["Ja, die Kunden werden in jedem Fall unterrichtet", "Yes, customers are told in every case"],
      [
        "Der Anbieter wehrt sich, gibt in einzelnen Fällen nach und unterrichtet die Kunden",
        "The provider contests, gives way in some cases and tells customers",
      ],
      ["Der Anbieter lehnt solche Verlangen immer ab", "The provider always refuses such demands"],
    ],
  ),
  ladder(
    "SOV-2.4",
    {
      de: "Können Ausfuhrkontrollen die Nutzung oder Weitergabe beschränken?",
      en: "Can export controls limit use or transfer?",
    },
    {
      de: "Gemeint sind Regelwerke wie ITAR oder EAR der USA. Beispiel: Verschlüsselungs-Hardware, die nicht an jeden Mitgliedstaat geliefert werden darf. Stufe 3 nennt im Original einen Umsatzanteil und passt nicht in die Reihe der übrigen Stufen.",
      en: "This means regimes such as ITAR or EAR of the USA. Example: encryption hardware that may not be delivered to every member state. Step 3 names a share of revenue in the original and does not fit the row of the other steps.",
    },
    [
      ["Es gibt Beschränkungen gegenüber einem Mitgliedstaat", "There are restrictions against a member state"],
      [
        "Es gibt Beschränkungen gegenüber Menschen aus der EU oder internationalen Organisationen",
        "There are restrictions against people from the EU or international bodies",
      ],
      ["Mehr als 50 % des Umsatzes entstehen in der EU", "More than 50 % of revenue is made in the EU"],
      [
        "Ein Teil des Angebots kann gegenüber Mitgliedstaaten nicht beschränkt werden",
        "Part of the offer cannot be restricted against member states",
      ],
      [
        "Ein Teil des Angebots kann weder gegenüber Mitgliedstaaten noch internationalen Organisationen beschränkt werden",
        "Part of the offer can be restricted neither against member states nor international bodies",
      ],
    ],
  ),
  ladder(
    "SOV-2.5",
    {
      de: "Wo ist das geistige Eigentum am Dienst entstanden?",
      en: "Where did the intellectual property in the service come about?",
    },
    {
      de: "Es zählt, wo entwickelt und angemeldet wurde, bei Software auch, wo der Quellcode entstanden ist. Beispiel: ein Fachverfahren, das in Deutschland entwickelt wird und auf einer Datenbank aus den USA aufsetzt: gemischt.",
      en: "What counts is where it was developed and registered, for software also where the code was written. Example: a specialist application developed in Germany on top of a database from the USA: mixed.",
    },
    [
      ["Vollständig außerhalb der EU", "Wholly outside the EU"],
      ["Überwiegend außerhalb", "For the most part outside"],
      ["Gemischt", "Mixed"],
      ["Überwiegend innerhalb", "For the most part inside"],
      ["Vollständig innerhalb der EU", "Wholly inside the EU"],
    ],
  ),
  ladder(
    "SOV-2.6",
    {
      de: "Unter welchem Recht werden die Schutzrechte gehalten und durchgesetzt?",
      en: "Under which law are the rights in it held and enforced?",
    },
    {
      de: "Anders als bei 2.5 zählt, wem die Rechte heute gehören. Beispiel: In Deutschland entwickelte Software, deren Rechte eine Gesellschaft in den USA hält, fällt unter deren Recht.",
      en: "Other than in 2.5, what counts is who owns the rights today. Example: software developed in Germany whose rights are held by a company in the USA falls under the law there.",
    },
    [
      ["Recht eines einzigen Drittstaats", "Law of one single third country"],
      ["Recht mehrerer Drittstaaten", "Law of several third countries"],
      ["Gemischt, teils Recht der EU", "Mixed, partly EU law"],
      ["Recht der EU mit Ausnahmen", "EU law with exceptions"],
      ["Vollständig Recht der EU", "Wholly EU law"],
    ],
  ),
];
