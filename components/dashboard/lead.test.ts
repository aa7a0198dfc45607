import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { portfolioFigures } from "@/lib/domain/strategy/portfolio";
import { row } from "@/lib/domain/strategy/testing/rows";
import type { GoalState } from "@/lib/domain/strategy/goals";
import { createTranslator } from "@/lib/i18n";
import { leadText, shareWord, subText } from "./lead";

const de = createTranslator("de");
const en = createTranslator("en");
const levels = (...values: (number | null)[]) =>
  portfolioFigures(
    values.map((value, i) => row(`s${i}`, { munich: { value, best: value ?? 1, worst: value ?? 5 }, noticeBy: null })),
    { today: "2026-11-21" },
  );
const goals = (...states: GoalState[]) => states.map((state) => ({ status: { state } })) as never;

describe("the lead of the dashboard", () => {
  it("is right for none, one and many", () => {
    expect(leadText(de, levels(null).munich, [])).toBe("Der eine IT-Service ist noch nicht vollständig bewertet.");
    expect(leadText(de, levels(null, null).munich, [])).toBe("Noch ist keiner der 2 IT-Services vollständig bewertet.");
    expect(leadText(de, levels(4, null).munich, [])).toBe(
      "Ein IT-Service ist vollständig bewertet: Er erreicht Stufe 4.",
    );
    expect(leadText(de, levels(1, 5, 5).munich, [])).toBe(
      "Ein bewerteter IT-Service ist souverän aufgestellt: 1 von 3 erreicht Stufe 1 oder 2.",
    );
    expect(leadText(de, levels(5, 5).munich, [])).toBe(
      "Keiner der bewerteten IT-Services ist souverän aufgestellt: 0 von 2 erreichen Stufe 1 oder 2.",
    );
    expect(leadText(en, levels(1, 2, 2, 3, 4, 5).munich, goals("behind", "missed", "achieved"))).toBe(
      "Half of the assessed IT services are in a sovereign position: 3 of 6 reach level 1 or 2. 2 of 3 goals are behind or missed.",
    );
    expect(leadText(de, levels(1, 1).munich, goals("on-track"))).toBe(
      "Alle bewerteten IT-Services sind souverän aufgestellt: 2 von 2 erreichen Stufe 1 oder 2. Das eine Ziel liegt nicht zurück.",
    );
  });

  it("never leaves a placeholder or a number sign, in either language", () => {
    const level = fc.constantFrom(null, 1, 2, 3, 4, 5);
    const state = fc.constantFrom<GoalState>("achieved", "on-track", "behind", "missed", "no-data");
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 1, maxLength: 30 }),
        fc.array(state, { maxLength: 4 }),
        (values, states) => {
          const figures = levels(...values);
          for (const t of [de, en]) {
            const text = `${leadText(t, figures.munich, goals(...states))} ${subText(t, figures) ?? ""}`;
            expect(text).not.toMatch(/[{}#]/);
          }
        },
      ),
    );
  });

  it("names a fraction only where it fits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 3_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (whole, ratio) => {
        const part = Math.round(whole * ratio);
        const word = shareWord(part, whole);
        const about: Record<string, [number, number]> = {
          none: [0, 0],
          fewer: [0, 0.2],
          quarter: [0.2, 0.3],
          third: [0.3, 0.4],
          nearly: [0.4, 0.49],
          half: [0.49, 0.51],
          over: [0.51, 0.6],
          twothirds: [0.6, 0.7],
          threequarters: [0.7, 0.8],
          most: [0.8, 1],
          all: [1, 1],
        };
        const [low, high] = about[word] ?? [2, 2];
        expect(part / whole).toBeGreaterThanOrEqual(low);
        expect(part / whole).toBeLessThanOrEqual(high);
      }),
    );
  });
});
