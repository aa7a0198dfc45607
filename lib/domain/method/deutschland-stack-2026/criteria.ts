import type { Criterion, Option, Text } from "../types";

const LEVELS = [0, 1, 2, 3, 4, 5] as const;

/** Steps of which only the number is known to us. */
const numbered: readonly Option[] = LEVELS.map((level) => ({
  id: String(level),
  text: { de: `Stufe ${level}`, en: `Level ${level}` },
}));

/** The steps of digital sovereignty; each one presupposes those below. */
const sovereignty: readonly Option[] = (
  [
    { de: "Ein Wechsel ist möglich (Mindestmaß)", en: "Switching is possible (the minimum)" },
    {
      de: "dazu Kontrolle über Betrieb und Ort (bis 20 %)",
      en: "plus control of operation and place (up to 20 %)",
    },
    { de: "dazu Einfluss auf den Anbieter (bis 40 %)", en: "plus influence on the provider (up to 40 %)" },
    { de: "dazu Fähigkeit zur eigenen Gestaltung (bis 60 %)", en: "plus the ability to shape (up to 60 %)" },
    { de: "dazu technologische Führung (bis 80 %)", en: "plus leadership in technology (up to 80 %)" },
    { de: "volle Souveränität (bis 100 %)", en: "full sovereignty (up to 100 %)" },
  ] satisfies readonly Text[]
).map(({ de, en }, level) => ({
  id: String(level),
  text: { de: `Stufe ${level}: ${de}`, en: `Level ${level}: ${en}` },
}));

const rows: readonly (readonly [id: string, text: Text])[] = [
  ["sovereignty", { de: "Wie digital souverän ist das Produkt?", en: "How digitally sovereign is the product?" }],
  [
    "interoperability",
    {
      de: "Wie gut arbeitet das Produkt mit anderen zusammen (Interoperabilität)?",
      en: "How well does the product work with others (interoperability)?",
    },
  ],
  ["future", { de: "Wie zukunftsfähig ist das Produkt?", en: "How fit for the future is the product?" }],
  [
    "market",
    { de: "Wie bedeutend ist das Produkt am Markt (Marktrelevanz)?", en: "How relevant is the product in the market?" },
  ],
  ["trust", { de: "Wie vertrauenswürdig ist das Produkt?", en: "How trustworthy is the product?" }],
  ["sustainability", { de: "Wie nachhaltig ist das Produkt?", en: "How sustainable is the product?" }],
];

const help: Text = {
  de: "Wählen Sie die höchste Stufe, die samt allen darunter erreicht ist. Die Beschreibung der Stufen finden Sie beim Herausgeber.",
  en: "Choose the highest level that is reached together with all those below. The levels are described by the publisher.",
};

const sovereigntyHelp: Text = {
  de: "Wählen Sie die höchste Stufe, die samt allen darunter erreicht ist.",
  en: "Choose the highest level that is reached together with all those below.",
};

export const criteria: readonly Criterion[] = rows.map(([id, text]) => ({
  id,
  text,
  help: id === "sovereignty" ? sovereigntyHelp : help,
  options: id === "sovereignty" ? sovereignty : numbered,
  order: "ladder",
}));
