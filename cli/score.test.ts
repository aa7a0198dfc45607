import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANNEX_EXAMPLE } from "@/lib/domain/method/ec-csf-2026-06/framework";
import { findMethod } from "@/lib/domain/method/registry";
import { hoheit } from "./testing/run";

const folder = mkdtempSync(join(tmpdir(), "hoheit-score-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  Object.assign(process.env, { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", INIT_CWD: folder });
});

async function score(ref: string, input: unknown, ...options: string[]) {
  const { status, stdout, stderr } = await hoheit(["score", ref, "-", ...options], JSON.stringify(input));
  return { status, stderr, output: (stdout === "" ? null : JSON.parse(stdout)) as Readonly<Record<string, unknown>> };
}

describe("hoheit score, by the published methods", { timeout: 60_000 }, () => {
  it("Commission: score and SEAL together, objectives, both transcriptions, a floor", async () => {
    const a = (await score("ec-csf@2026-06", ANNEX_EXAMPLE)).output;
    expect(a["result"]).toEqual({ value: expect.closeTo(67.97235, 9) as number, level: "1", seal: 1 });
    expect(a["objectives"]).toMatchObject({ "SOV-1": { points: 530.93, seal: 2 }, "SOV-7": { points: 1001, seal: 4 } });
    expect(a["unanswered"]).toEqual(["SOV-1.6"]);
    expect(a["complete"]).toBe(false);
    const b = (await score("ec-csf@2026-06", ANNEX_EXAMPLE, "--transcription", "B", "--floor", "2")).output;
    expect(b["result"]).toMatchObject({ seal: 2 });
    expect(b["floor"]).toEqual({ seal: 2, met: true });
    expect((await score("ec-csf@2026-06", ANNEX_EXAMPLE, "--floor", "2")).output["floor"]).toMatchObject({
      met: false,
    });
    expect((await score("ec-csf@2025-10", ANNEX_EXAMPLE)).output["result"]).not.toMatchObject({ value: 67.97235 });
  });

  it("Commission: published percentages of objectives, never without their SEAL", async () => {
    const percents = [86.5, 91.6, 85, 62.6, 67.8, 55, 82, 68.9];
    const seals = [4, 4, 3, 3, 3, 3, 3, 3];
    const objectives = Object.fromEntries(percents.map((percent, i) => [`SOV-${i + 1}`, { percent, seal: seals[i] }]));
    const { result } = (await score("ec-csf@2026-06", { objectives })).output;
    expect(result).toEqual({ value: expect.closeTo(75.12, 1) as number, level: "3", seal: 3 });
    const bare = { objectives: { ...objectives, "SOV-3": { percent: 85 } } };
    expect(await score("ec-csf@2026-06", bare)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("objectives.SOV-3.seal") as string,
    });
  });

  it("Basel counts unknown as nothing and keeps the range", async () => {
    const answers = { legal: "unknown", exit: "yes", data: "yes", interop: "yes", ops: "yes", gov: "yes" };
    expect((await score("basel-sds@2026-07", answers)).output).toMatchObject({
      complete: false,
      result: { value: 4.8, level: "partly" },
      range: { best: 6, worst: 4.8 },
      unknown: ["legal"],
    });
  });

  it("Red Hat: weightings by name and by numbers", async () => {
    const answers = Object.fromEntries(
      (findMethod("redhat-readiness@2025")?.criteria ?? []).map(({ id }) => [
        id,
        id.startsWith("data-") ? "yes" : "no",
      ]),
    );
    expect((await score("redhat-readiness@2025", answers)).output["result"]).toMatchObject({ value: 3 });
    const of = async (weighting: string) => score("redhat-readiness@2025", answers, "--weighting", weighting);
    expect((await of("government")).output["result"]).toMatchObject({ value: 3.5 });
    expect((await of("custom:2,1,1,1,1,1,1")).output["result"]).toMatchObject({
      value: expect.closeTo(5.25, 6) as number,
    });
    expect(await of("custom:2,1")).toMatchObject({ status: 2, stderr: expect.stringContaining("7 numbers") as string });
    expect(await of("nonsense")).toMatchObject({ status: 2, stderr: expect.stringContaining("government") as string });
  });

  it("SecNumCloud: owners and shares", async () => {
    const with_ = (...percents: number[]) => ({
      seatInEu: true,
      shares: percents.map((percent, i) => ({ holder: `H${i}`, percent, inEu: false })),
      vetoOrAppointmentRight: false,
    });
    const level = async (...percents: number[]) =>
      ((await score("secnumcloud-19.6@3.2", with_(...percents))).output["result"] as { level: string } | null)?.level;
    expect(await level(24, 15)).toBe("pass");
    expect(await level(25)).toBe("fail");
    expect(await level(20, 20)).toBe("fail");
    expect(await level(13, 13, 13)).toBe("pass");
    const wrong = {
      seatInEu: true,
      shares: [{ holder: "A", percent: 140, inEu: false }],
      vetoOrAppointmentRight: false,
    };
    expect(await score("secnumcloud-19.6@3.2", wrong)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("shares[0].percent") as string,
    });
  });

  it("refuses an option that the method does not have", async () => {
    expect(await score("munich-sds@2026-02", {}, "--floor", "2")).toMatchObject({ status: 2 });
    expect(await score("basel-sds@2026-07", {}, "--transcription", "A")).toMatchObject({ status: 2 });
    expect(await score("ec-csf@2026-06", {}, "--transcription", "C")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("A, B") as string,
    });
  });
});

describe("hoheit method check", { timeout: 60_000 }, () => {
  const check = async (change: (method: Record<string, unknown>) => unknown) => {
    const { ref: _ref, ...method } = { ...findMethod("munich-sds@2026-02"), id: "own-method" };
    writeFileSync(join(folder, "own.json"), JSON.stringify(change(method) ?? method));
    return hoheit(["method", "check", "own.json", "--json"]);
  };

  it("accepts a sound file and names what is wrong with others", async () => {
    expect(await check((method) => method)).toMatchObject({ status: 0 });
    const cases: readonly [(method: Record<string, unknown>) => unknown, string][] = [
      [(method) => ({ ...method, examples: [{ answers: { alt: "no" }, expect: { sds: 1 } }] }), "example 1"],
      [(method) => ({ ...method, examples: [{ answers: { alt: "maybe" }, expect: { sds: 1 } }] }), "maybe"],
      [
        (method) => ({
          ...method,
          criteria: [...(method["criteria"] as unknown[]), (method["criteria"] as unknown[])[0]],
        }),
        "alt",
      ],
      [(method) => ({ ...method, id: "munich-sds" }), "comes with Hoheit"],
      [() => ({}), "criteria"],
    ];
    for (const [change, named] of cases) {
      const { status, stderr } = await check(change);
      expect({ status, named: stderr.includes(named) ? named : stderr }).toEqual({ status: 1, named });
    }
  });
});
