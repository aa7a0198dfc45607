import { describe, expect, it } from "vitest";
import { ecCsf202606 } from "../ec-csf-2026-06";
import { ALL_BOTTOM, ALL_TOP, ANNEX_EXAMPLE } from "../ec-csf-2026-06/framework";
import { checkMethod } from "../engine";
import { groupStandings } from "../groups";
import { outputOf } from "../testing";
import { ecCsf202510, WEIGHTS_2025_10 } from "./index";

const weights = (method: typeof ecCsf202510) => groupStandings(method, {}).map(({ weight }) => weight);

describe("ec-csf@2025-10", () => {
  it("is sound, with its own worked examples", () => {
    expect(checkMethod(ecCsf202510)).toEqual([]);
  });

  it("differs from the edition of 2026 in its weights and the name of SEAL-3, not in its criteria", () => {
    expect(ecCsf202510.criteria).toBe(ecCsf202606.criteria);
    expect(weights(ecCsf202510)).toEqual([0.15, 0.1, 0.1, 0.15, 0.2, 0.15, 0.1, 0.05]);
    expect(weights(ecCsf202606)).toEqual([0.2, 0.1, 0.1, 0.15, 0.1, 0.15, 0.15, 0.05]);
    const names = [ecCsf202510, ecCsf202606].map((method) => method.outputs[1]?.levels[3]?.name.en);
    expect(names).toEqual(["SEAL-3: digital resilience", "SEAL-3: technological sovereignty"]);
  });

  it("gives 100.0805 % at the top and 0 % at the bottom", () => {
    expect(outputOf(ecCsf202510, ALL_TOP, "score").result?.value).toBe(100.08045);
    expect(outputOf(ecCsf202510, ALL_TOP, "seal").result?.value).toBe(4);
    expect(outputOf(ecCsf202510, ALL_BOTTOM, "score").result?.value).toBe(0);
    expect(outputOf(ecCsf202510, ALL_BOTTOM, "seal").result?.value).toBe(0);
  });

  it("gives the supply chain a fifth of the score", () => {
    const chain = Object.fromEntries(Object.entries(ALL_TOP).filter(([id]) => id.startsWith("SOV-5.")));
    const score = outputOf(ecCsf202510, { ...ALL_BOTTOM, ...chain }, "score").result?.value;
    expect(score).toBeCloseTo((WEIGHTS_2025_10["SOV-5"] ?? 0) * 100.1, 9);
  });

  it("reads the same answers to the same SEAL as the edition of 2026, and to another score", () => {
    const [old, current] = [ecCsf202510, ecCsf202606].map((method) =>
      ["seal", "score"].map((output) => outputOf(method, ANNEX_EXAMPLE, output).result?.value),
    );
    expect(old?.[0]).toBe(current?.[0]);
    expect(old?.[1]).toBeCloseTo(66.0327, 9);
    expect(current?.[1]).toBeCloseTo(67.97235, 9);
  });
});
