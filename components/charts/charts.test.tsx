import fc from "fast-check";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { createTranslator } from "@/lib/i18n";
import { GoalTrend } from "./GoalTrend.client";
import {
  ExposureBar,
  ExposureBars,
  goalDomain,
  GoalLine,
  GoalTrack,
  Histogram10,
  LevelBar,
  levelGeometry,
  ReachBars,
  ShareBar,
  StepLine,
  thin,
  turningPoints,
} from "./index";

const t = createTranslator("de");
const html = (node: ReactNode) => renderToStaticMarkup(node);
const noInline = (markup: string) => expect(markup).not.toMatch(/\sstyle=|\son[a-z]+=|NaN|Infinity|undefined/);

const LEVELS = [1, 2, 3, 4, 5] as const;
const parts = (counts: readonly number[]) =>
  LEVELS.map((level, i) => ({ level, count: counts[i] ?? 0, href: `/inventory?level=${level}` }));

describe("LevelBar", () => {
  it("fills 100 %: rated parts, gap and open part", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { minLength: 5, maxLength: 5 }), fc.nat(3000), (counts, open) => {
        const g = levelGeometry(parts(counts), open);
        const rated = g.segments.reduce((sum, s) => sum + s.width, 0);
        expect(rated).toBeCloseTo(g.ratedWidth, 6);
        const total = counts.reduce((a, b) => a + b, 0);
        if (total + open > 0) expect(g.openX + g.openWidth).toBeCloseTo(100, 6);
        if (open > 0) expect(g.openWidth).toBeGreaterThan(0);
        for (const s of g.segments) if (total > 0) expect(s.width).toBeCloseTo((s.count / total) * g.ratedWidth, 6);
      }),
    );
  });

  it("draws level 5 on the left, links every part, and always draws what is not assessed", () => {
    const markup = html(
      <LevelBar
        t={t}
        name="Musterstadt"
        title="Verteilung"
        parts={parts([21, 37, 16, 20, 27])}
        notAssessed={{ count: 32, href: "/inventory?level=none" }}
      />,
    );
    noInline(markup);
    expect(markup.indexOf("level=5")).toBeLessThan(markup.indexOf("level=1"));
    for (const level of LEVELS) expect(markup).toContain(`/inventory?level=${level}`);
    expect(markup).toContain("/inventory?level=none");
    expect(markup).toContain("h-ubar");
    expect(markup).toContain("48\u202f%");
    expect(markup).toContain("Stufe 5: 27 Services von 121, 22\u202f%");
  });

  it("has words for nothing at all, and a hatched bar for nothing assessed", () => {
    const nothing = html(<LevelBar t={t} name="A" title="T" parts={parts([])} notAssessed={{ count: 0 }} />);
    expect(nothing).toContain("keine Daten");
    noInline(nothing);
    const open = html(<LevelBar t={t} name="A" title="T" parts={parts([])} notAssessed={{ count: 9 }} />);
    expect(open).toContain("h-ubar");
    expect(open).not.toContain("%</");
    noInline(open);
  });

  it("says so when the open part is not to scale", () => {
    const markup = html(<LevelBar t={t} name="A" title="T" parts={parts([1, 1])} notAssessed={{ count: 2000 }} />);
    expect(markup).toContain("nicht im Maßstab");
  });
});

describe("Histogram10", () => {
  const bins = [0, 3, 24, 2, 12, 24, 23, 12, 2, 19].map((count, i) => ({ count, href: `/inventory?lockin=${i}` }));
  it("links every bin, shows unknown even when there is none, and marks the median", () => {
    const markup = html(<Histogram10 t={t} title="Wechselfreiheit" bins={bins} unknown={{ count: 0 }} median={55} />);
    noInline(markup);
    expect(markup.match(/href="\/inventory/g)).toHaveLength(9);
    expect(markup).toContain("unbekannt: 0 Services");
    expect(markup).toContain("90 bis 100 Punkte: 19 Services");
    expect(markup).toContain('x="61.30%"');
  });
  it("shows no data as such", () => {
    const empty = bins.map(() => ({ count: 0 }));
    const markup = html(<Histogram10 t={t} title="O" bins={empty} unknown={{ count: 0 }} median={null} />);
    expect(markup).toContain("keine Daten");
    const unknownOnly = html(<Histogram10 t={t} title="O" bins={empty} unknown={{ count: 4 }} median={null} />);
    expect(unknownOnly).toContain("h-ubar");
    noInline(unknownOnly);
  });
});

describe("ExposureBars and ReachBars", () => {
  it("hatches minimum and unknown, sums up, and links counts above zero", () => {
    const markup = html(
      <ExposureBars
        t={t}
        caption="Services nach Zugriffsklasse"
        heads={{ level: "Klasse", services: "Services", bar: "Balken", atLeast: "davon Mindestwert" }}
        extra={["Anteil"]}
        rows={[
          { level: "J4", name: "unmittelbar", count: 0, atLeast: 0, href: "/inventory?exposure=J4", extra: ["0 %"] },
          { level: "J1", name: "Lieferant", count: 96, atLeast: 19, href: "/inventory?exposure=J1", extra: ["83 %"] },
          { level: null, name: "unbekannt", count: 21, atLeast: 0, href: "/inventory?exposure=unknown" },
        ]}
        total={{ name: "alle", extra: ["100 %"] }}
      />,
    );
    noInline(markup);
    expect(markup.match(/h-ubar/g)).toHaveLength(2);
    expect(markup).toContain(">117<");
    expect(markup).not.toContain("exposure=J4");
    expect(markup).toContain("exposure=unknown");
  });

  it("splits a class into known and minimum without losing any", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(), fc.integer({ min: 1, max: 500 }), (count, n, more) => {
        const atLeast = n % (count + 1);
        const markup = html(<ExposureBar level={2} count={count} atLeast={atLeast} max={count + more} />);
        const widths = [...markup.matchAll(/width="([\d.]+)%"/g)].map((m) => Number(m[1]));
        expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo((count / (count + more)) * 100, 1);
      }),
    );
  });

  it("draws reach against all services and survives an empty city", () => {
    const heads = { name: "Organisation", seat: "Sitz", reach: "Reichweite", bar: "von 0", direct: "unmittelbar" };
    const markup = html(
      <ReachBars
        t={t}
        caption="c"
        heads={heads}
        rows={[{ id: "m", name: "M", reach: 0, direct: 0, href: "/x" }]}
        total={0}
      />,
    );
    noInline(markup);
    expect(markup).toContain("unbekannt");
  });
});

describe("ShareBar and GoalTrack", () => {
  it("hatches what is missing instead of drawing zero", () => {
    expect(html(<ShareBar value={null} target={0.3} />)).toContain("h-ubar");
    expect(html(<ShareBar value={0} />)).not.toContain("h-ubar");
    expect(html(<ShareBar value={0.2} unknown={0.1} />)).toContain("h-ubar");
    expect(html(<GoalTrack baseline={null} now={null} target={1} direction="up" />)).toContain("h-ubar");
  });

  it("keeps every part inside the drawing, right is better", () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        value,
        value,
        value,
        fc.constantFrom("up" as const, "down" as const),
        (baseline, now, target, direction) => {
          const markup = html(
            <GoalTrack baseline={baseline} now={now} target={target} direction={direction} cap={1} />,
          );
          noInline(markup);
          for (const m of markup.matchAll(/(?:x|x1|width)="([\d.]+)%"/g)) {
            expect(Number(m[1])).toBeGreaterThanOrEqual(0);
            expect(Number(m[1])).toBeLessThanOrEqual(100);
          }
        },
      ),
    );
    expect(goalDomain([16, 12, 5], "down")).toEqual([20, 0]);
    expect(goalDomain([0, 0], "down")).toEqual([1, 0]);
    expect(goalDomain([0.9], "up", 1)).toEqual([0, 1]);
  });
});

describe("GoalLine", () => {
  const target = { value: 0.6, date: "2028-12-31", label: "Ziel 60 %" };
  const format = (v: number) => `${Math.round(v * 100)}`;
  it("breaks at days without data and draws the range of the unknown", () => {
    const markup = html(
      <GoalLine
        t={t}
        title="Anteil"
        target={target}
        direction="up"
        format={format}
        points={[
          { date: "2024-12-31", value: 0.41, low: 0.3, high: 0.6 },
          { date: "2025-06-30", value: 0.43, low: 0.35, high: 0.55 },
          { date: "2025-12-31", value: null },
          { date: "2026-11-21", value: 0.48 },
        ]}
        forecast={[{ date: "2027-06-30", value: 0.57 }]}
      />,
    );
    noInline(markup);
    expect(markup).toContain("h-band");
    expect(markup.match(/class="h-ubar"/g)).toHaveLength(2);
    expect(markup.match(/class="h-ln"/g)).toHaveLength(1);
    expect(markup).toContain("Ziel 60 %");
  });
  it("draws one point, one value throughout, and nothing", () => {
    const one = [{ date: "2026-11-21", value: 0.6 }];
    noInline(
      html(
        <GoalLine
          t={t}
          title="A"
          target={{ ...target, date: "2026-11-21" }}
          direction="down"
          format={format}
          points={one}
        />,
      ),
    );
    expect(html(<GoalLine t={t} title="A" target={target} direction="up" format={format} points={[]} />)).toContain(
      "keine Daten",
    );
  });
  it("thins two years of days to few points and keeps both ends", () => {
    const days = Array.from({ length: 730 }, (_, i) => i);
    const few = thin(days, 48);
    expect(few).toHaveLength(48);
    expect([few[0], few.at(-1)]).toEqual([0, 729]);
  });
});

describe("StepLine", () => {
  it("keeps what changed, and draws unknown as unknown", () => {
    const points = Array.from({ length: 30 }, (_, i) => ({ label: `${i}`, level: i < 20 ? "4" : "2" }));
    expect(turningPoints(points).map((p) => p.label)).toEqual(["0", "20", "29"]);
    const markup = html(
      <StepLine
        t={t}
        title="Verlauf"
        kind="exposure"
        points={[
          { label: "06/26", level: null, state: "unknown" },
          { label: "12/26", level: "J1", state: "at-least" },
          { label: "heute", level: "J3" },
        ]}
      />,
    );
    noInline(markup);
    expect(markup).toContain("#mju");
    expect(markup).toContain("#j1u");
    expect(markup).toContain("#j3");
    expect(html(<StepLine t={t} title="Verlauf" kind="munich" points={[]} />)).toContain("keine Daten");
  });
});

describe("GoalTrend", () => {
  it("offers nothing without script, so that no control is dead", () => {
    const points = [{ date: "2026-11-21", value: 0.48 }];
    expect(
      html(
        <GoalTrend
          locale="de"
          title="Trend"
          summary="Werte ablesen"
          loading="lädt"
          unknown="unbekannt"
          unit="share"
          target={null}
          points={points}
        />,
      ),
    ).toBe("");
  });
});
