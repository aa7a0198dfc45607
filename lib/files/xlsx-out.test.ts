import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "./index";
import { unzip } from "./unzip";
import { xlsxDocument } from "./xlsx-out";

const text = fc
  .string({ minLength: 1, maxLength: 12 })
  .map((each) => `x${each.replace(/[\u0000-\u001f\u007f\u00a0\u2007\u202f\ufffe\uffff&]/g, "").trimEnd()}`);

describe("a workbook", () => {
  it("is read back by our own reader as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 8 }), async (rows) => {
        const bytes = await xlsxDocument({
          sheet: "Blatt",
          listSheet: "Listen",
          columns: [
            { name: "A", width: 10 },
            { name: "B", width: 10, filled: true },
            { name: "C", width: 10, wrap: true },
          ],
          rows,
          choices: [{ column: 1, rows: rows.map((_, i) => i), values: ["Ja", "Nein"] }],
        });
        const read = await readTable(bytes, "x.xlsx");
        if (!read.ok) throw new Error(read.refusal.code);
        expect(read.table).toMatchObject({ sheet: "Blatt", header: ["A", "B", "C"], problems: [] });
        expect(read.table.rows.map(({ cells }) => cells)).toEqual(rows);
      }),
      { numRuns: 30 },
    );
  });

  it("keeps a formula as text, and offers the choices where they belong", async () => {
    const bytes = await xlsxDocument({
      sheet: "Blatt",
      listSheet: "Mögliche Antworten",
      columns: [
        { name: "A", width: 10 },
        { name: "B", width: 10, filled: true },
      ],
      rows: [
        ["=1+1", ""],
        ["b", ""],
        ["c", ""],
        ["d", ""],
      ],
      choices: [
        { column: 1, rows: [0, 1, 3], values: ["Ja", "Nein"] },
        { column: 1, rows: [2], values: ["Ja, teilweise"] },
      ],
    });
    const parts = await unzip(bytes, () => true);
    const sheet = parts.get("xl/worksheets/sheet1.xml")?.toString() ?? "";
    expect(sheet).not.toContain("<f>");
    expect(sheet).toContain('<autoFilter ref="A1:B5"/>');
    expect(sheet).toContain("sqref=\"B2:B3 B5:B5\"><formula1>'Mögliche Antworten'!$A$1:$A$2</formula1>");
    expect(sheet).toContain("sqref=\"B4:B4\"><formula1>'Mögliche Antworten'!$B$1:$B$1</formula1>");
    // Filter and lists stand behind the cells and before everything that the format wants behind them.
    expect(sheet.indexOf("<autoFilter")).toBe(sheet.indexOf("</sheetData>") + "</sheetData>".length);
  });
});
