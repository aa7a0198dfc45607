import type { Reason } from "../facts";
import type { Text } from "./types";

/** A sentence for every reason key the engine uses. Numbers in `{braces}` are native points. */
export const METHOD_TEXTS: Readonly<Record<string, Text>> = {
  "part.open.unanswered": {
    de: "Noch nicht beantwortet; das Ergebnis bleibt so lange eine Spanne.",
    en: "Not answered yet; until then the result stays a range.",
  },
  "part.open.unknown": {
    de: "Als unbekannt angegeben; jede Antwort ist noch möglich.",
    en: "Stated as unknown; every answer is still possible.",
  },
  "part.open.notApplicable": {
    de: "Als nicht zutreffend angegeben; das Verfahren sieht das hier nicht vor, das Ergebnis bleibt offen.",
    en: "Stated as not applicable; the method does not provide for this here, so the result stays open.",
  },
  "part.count.knockout": {
    de: "Ausschlusskriterium: Das Ergebnis ist {value}, die übrigen Antworten zählen nicht.",
    en: "Knock-out criterion: the result is {value}, the other answers do not count.",
  },
  "part.count.notCounted": {
    de: "Zählt nicht, weil das Ausschlusskriterium allein entscheidet.",
    en: "Does not count because the knock-out criterion decides alone.",
  },
  "part.count.start": { de: "Ausgangswert {start}.", en: "Starting value {start}." },
  "part.count.startFloor": {
    de: "Ausgangswert {start}; rechnerisch ergibt sich {computed}, als bester Wert gilt {floor}.",
    en: "Starting value {start}; the sum comes to {computed}, and {floor} is the best value there is.",
  },
  "part.count.minus": { de: "Senkt den Wert um {points}.", en: "Lowers the value by {points}." },
  "part.count.plus": { de: "Erhöht den Wert um {points}.", en: "Raises the value by {points}." },
  "part.count.nothing": { de: "Ändert den Wert nicht.", en: "Does not change the value." },
  "part.weighted.points": { de: "{points} von {of} Punkten.", en: "{points} of {of} points." },
  "part.weighted.pointsCap": {
    de: "{points} von {of} Punkten; das Ergebnis ist damit auf höchstens {max} begrenzt.",
    en: "{points} of {of} points; this limits the result to at most {max}.",
  },
  "part.weighted.deduction": { de: "Abzug von {points} Punkten.", en: "Deduction of {points} points." },
  "part.weighted.cap": {
    de: "Begrenzt das Ergebnis auf höchstens {max} Punkte.",
    en: "Limits the result to at most {max} points.",
  },
  "part.weighted.nothing": { de: "Kein Abzug und keine Begrenzung.", en: "No deduction and no limit." },
  "part.weighted.leftOut": {
    de: "Nicht zutreffend; bleibt außer Betracht, die übrigen Gewichte werden hochgerechnet.",
    en: "Not applicable; left out, and the remaining weights are scaled up.",
  },
  "part.weighted.noEffect": { de: "Nicht zutreffend; ohne Wirkung.", en: "Not applicable; no effect." },
  "part.lookup.value": { de: "Diese Klasse steht für {points} Punkte.", en: "This class stands for {points} points." },
  "part.lookup.bonus": { de: "Zuschlag von {points} Punkten.", en: "Bonus of {points} points." },
  "part.lookup.bonusLimited": {
    de: "Zuschlag von {points} statt {full} Punkten: nie über die nächstbessere Klasse hinaus.",
    en: "Bonus of {points} instead of {full} points: never beyond the next better class.",
  },
  "part.lookup.bonusLater": {
    de: "Zuschlag von bis zu {points} Punkten, sobald die Klasse feststeht.",
    en: "Bonus of up to {points} points once the class is certain.",
  },
  "part.grouped.points": { de: "{points} von {of} Punkten.", en: "{points} of {of} points." },
  "part.grouped.unknown": {
    de: "Als unbekannt angegeben; das Verfahren zählt dafür {points} Punkte, möglich sind bis zu {of}.",
    en: "Stated as unknown; the method counts {points} points for this, up to {of} are possible.",
  },
  "part.grouped.optional": {
    de: "Nicht beantwortet; das Verfahren zählt dafür keine Punkte, möglich sind bis zu {of}.",
    en: "Not answered; the method counts no points for this, up to {of} are possible.",
  },
  "part.grouped.leftOut": {
    de: "Nicht zutreffend; bleibt außer Betracht, die übrigen Fragen der Gruppe stehen für das Ganze.",
    en: "Not applicable; left out, and the other questions of the group stand for the whole.",
  },
  "part.grouped.noPoints": {
    de: "Nicht zutreffend; zählt weder als erfüllt noch als Lücke.",
    en: "Not applicable; counts neither as met nor as a gap.",
  },
  "part.minimum.binds": {
    de: "Stufe {level}: Diese Antwort begrenzt das Ergebnis.",
    en: "Level {level}: this answer limits the result.",
  },
  "part.minimum.allows": { de: "Erlaubt bis zu Stufe {level}.", en: "Allows up to level {level}." },
  "part.minimum.ignored": {
    de: "Begrenzt die Stufe in dieser Lesart nicht.",
    en: "Does not limit the level in this reading.",
  },
  "part.minimum.leftOut": {
    de: "Nicht zutreffend; begrenzt die Stufe nicht.",
    en: "Not applicable; does not limit the level.",
  },
  "part.lookup.noBonus": { de: "Kein Zuschlag.", en: "No bonus." },
};

/** Puts a reason's parameters into its sentence, in both languages. Throws when the key has no sentence. */
export function sentence(reason: Reason, texts: Readonly<Record<string, Text>>): Text {
  const text = Object.hasOwn(texts, reason.key) ? texts[reason.key] : undefined;
  if (text === undefined) throw new RangeError(`no sentence for ${reason.key}`);
  const fill = (template: string, decimal: string): string =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = reason.params?.[name];
      if (value === undefined) throw new RangeError(`${reason.key}: parameter ${name} is missing`);
      return typeof value === "number" ? String(value).replace(".", decimal) : value;
    });
  return { de: fill(text.de, ","), en: fill(text.en, ".") };
}
