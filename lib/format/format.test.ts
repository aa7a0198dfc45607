import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatList,
  formatMoney,
  formatMonthShort,
  formatNumber,
  formatPercent,
  formatShare,
} from "./index";

describe("formatNumber", () => {
  it("uses the language's separators and a real minus", () => {
    expect(formatNumber(2780, "de")).toBe("2.780");
    expect(formatNumber(2780, "en")).toBe("2,780");
    expect(formatNumber(-1.5, "de")).toBe("−1,5");
    expect(formatNumber(11, "de", { digits: 1 })).toBe("11,0");
  });
  it("signs differences, and zero has no direction", () => {
    expect(formatNumber(3, "de", { sign: true })).toBe("+3");
    expect(formatNumber(-2, "de", { sign: true })).toBe("−2");
    expect(formatNumber(0, "de", { sign: true })).toBe("±0");
    expect(formatNumber(-0.001, "de", { sign: true, digits: 0 })).toBe("±0");
  });
  it("shows missing as missing, never as zero", () => {
    for (const nothing of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(formatNumber(nothing, "de")).toBe("–");
    }
    expect(formatNumber(0, "de")).toBe("0");
  });
});

describe("formatPercent and formatShare", () => {
  it("puts a narrow no-break space before the German sign", () => {
    expect(formatPercent(0.48, "de")).toBe("48\u202f%");
    expect(formatPercent(0.48, "en")).toBe("48%");
    expect(formatPercent(-0.026, "de", { digits: 1 })).toBe("−2,6\u202f%");
    expect(formatPercent(null, "de")).toBe("–");
  });
  it("has no share of nothing", () => {
    expect(formatShare(0, 0, "de")).toBe("–");
    expect(formatShare(null, 5, "de")).toBe("–");
    expect(formatShare(0, 5, "de")).toBe("0\u202f%");
  });
  it("never claims nothing or everything by rounding", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.nat(), (whole, n) => {
        const part = n % (whole + 1);
        const text = formatShare(part, whole, "en");
        expect(text === "0%").toBe(part === 0);
        expect(text === "100%").toBe(part === whole);
      }),
    );
  });
});

describe("formatMoney", () => {
  it("writes euros, thousands and millions", () => {
    expect(formatMoney(388_000, "de")).toBe("388.000\u00a0€");
    expect(formatMoney(388_000, "de", "thousand")).toBe("388\u00a0T€");
    expect(formatMoney(11_100_000, "de", "million")).toBe("11,1\u00a0Mio.\u00a0€");
    expect(formatMoney(12.5, "de")).toBe("12,50\u00a0€");
    expect(formatMoney(388_000, "en")).toBe("€388,000");
    expect(formatMoney(-11_100_000, "en", "million")).toBe("−€11.1m");
    expect(formatMoney(null, "de")).toBe("–");
  });
});

describe("dates", () => {
  it("takes calendar dates as they stand", () => {
    expect(formatDate("2027-12-31", "de")).toBe("31.12.2027");
    expect(formatDate("2027-12-31", "en")).toBe("31 Dec 2027");
    expect(formatDate("2026-08", "de")).toBe("08/2026");
    expect(formatDate("2026-08", "en")).toBe("Aug 2026");
    expect(formatDate("2026", "de")).toBe("2026");
    expect(formatMonthShort("2024-12-31")).toBe("12/24");
  });
  it("states points in time in Berlin, summer and winter", () => {
    expect(formatDateTime("2026-11-21T07:00:00Z", "de")).toBe("21.11.2026, 08:00 Uhr");
    expect(formatDateTime("2026-06-30T22:30:00Z", "en")).toBe("1 Jul 2026, 00:30");
    expect(formatDate(new Date("2026-12-31T23:30:00Z"), "de")).toBe("01.01.2027");
  });
  it("shows missing as missing and nonsense as it is", () => {
    expect(formatDate(null, "de")).toBe("–");
    expect(formatDate("bald", "de")).toBe("bald");
    expect(formatDate("2026-13-01", "de")).toBe("2026-13-01");
    expect(formatDateTime(undefined, "en")).toBe("–");
  });
});

describe("formatList", () => {
  it("joins with the language's word", () => {
    expect(formatList(["a", "b", "c"], "de")).toBe("a, b und c");
    expect(formatList(["a", "b"], "en")).toBe("a and b");
    expect(formatList([], "de")).toBe("–");
  });
});
