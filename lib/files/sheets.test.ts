import fc from "fast-check";
import { readSheet } from "read-excel-file/universal";
import { describe, expect, it } from "vitest";
import { readTable, type Table } from "./index";
import { escapeXml, makeOds, makeXlsx, makeZip } from "./testing";

async function table(bytes: Uint8Array): Promise<Table> {
  const result = await readTable(bytes, "t.xlsx");
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.table;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await readTable(bytes, "t.xlsx");
  return result.ok ? "accepted" : result.refusal.code;
}

const row = (line: number, cells: string) => `<row r="${line}">${cells}</row>`;
const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;
const HEADER = row(1, text("A1", "Name") + text("B1", "Wert"));

describe("XLSX", { timeout: 60_000 }, () => {
  it("reads strings, numbers, dates, booleans; formulas only by their value; text stays text", async () => {
    const read = await table(
      makeXlsx({
        strings: [
          "Name",
          "Wert",
          "<r><t>fett</t></r><r><t> und normal</t></r><rPh><t>laut</t></rPh>",
          "=1+1",
          "a_x000D_b",
        ],
        formats: [0, 14, "dd\\.mm\\.yyyy hh:mm", '#,##0.00\\ "dkr"', 20],
        sheets: [
          { name: "leer", data: "" },
          {
            name: "Inventar",
            data: [
              row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'),
              row(2, '<c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>46752</v></c>'),
              row(3, '<c r="A3" t="s"><v>3</v></c><c r="B3" s="2"><v>46752.5</v></c>'),
              row(4, '<c r="A4" t="str"><f>"=x"</f><v>=x</v></c><c r="B4" s="3"><v>1234.5</v></c>'),
              row(5, '<c r="A5" t="s"><v>4</v></c><c r="B5" t="b"><v>1</v></c>'),
              row(6, '<c r="A6"><f>1+1</f><v>2</v></c><c r="B6" s="4"><v>0.75</v></c>'),
              row(9, '<c r="A9" t="str"><v>x</v></c><c r="B9"><v>0.30000000000000004</v></c>'),
            ].join(""),
          },
        ],
      }),
    );
    expect(read.format).toBe("xlsx");
    expect(read.sheet).toBe("Inventar");
    expect(read.rows.map((each) => [each.line, ...each.cells])).toEqual([
      [2, "fett und normal", "2027-12-31"],
      [3, "=1+1", "2027-12-31T12:00:00"],
      [4, "=x", "1234.5"],
      [5, "a\nb", "true"],
      [6, "2", "18:00:00"],
      [9, "x", "0.3"],
    ]);
    expect(read.counts).toEqual({ records: 9, preamble: 0, header: 1, empty: 2, rows: 6, problemRows: 0 });
  });

  it("writes 1.234 so that nobody takes it for a thousand", async () => {
    const read = await table(
      makeXlsx({ sheets: [{ name: "s", data: HEADER + row(2, `${text("A2", "x")}<c r="B2"><v>1.234</v></c>`) }] }),
    );
    expect(read.rows[0]?.cells[1]).toBe("1.2340");
  });

  it("reports formula errors and formulas nobody has calculated", async () => {
    const data =
      HEADER +
      row(2, `${text("A2", "x")}<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>`) +
      row(3, `${text("A3", "y")}<c r="B3"><f>SUM(C1:C9)</f><v></v></c>`);
    const read = await table(makeXlsx({ sheets: [{ name: "s", data }] }));
    expect(read.problems.map((problem) => [problem.row, problem.column, problem.header, problem.code])).toEqual([
      [2, 2, "Wert", "formula-error"],
      [3, 2, "Wert", "formula-without-value"],
    ]);
    expect(read.rows.map((each) => each.cells[1])).toEqual(["", ""]);
  });

  it("prefers visible sheets and knows the 1904 calendar", async () => {
    const data = HEADER + row(2, `${text("A2", "x")}<c r="B2" s="0"><v>45290</v></c>`);
    const read = await table(
      makeXlsx({
        date1904: true,
        formats: [14],
        sheets: [
          { name: "versteckt", data, state: "hidden" },
          { name: "offen", data },
        ],
      }),
    );
    expect(read.sheet).toBe("offen");
    expect(read.rows[0]?.cells[1]).toBe("2027-12-31");
  });

  it("agrees with read-excel-file on ordinary sheets", async () => {
    const cell = fc.oneof(
      fc
        .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 8 })
        .map((value) => value.trim())
        .filter((value) => value !== "" && !/_x/.test(value)),
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: 61, max: 60_000 }).map((days) => ({ days })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
        const xml = rows.map((cells, index) =>
          row(
            index + 2,
            cells
              .map((value, column) => {
                const ref = `${"AB"[column]}${index + 2}`;
                if (typeof value === "string") return text(ref, value);
                return typeof value === "number"
                  ? `<c r="${ref}"><v>${value}</v></c>`
                  : `<c r="${ref}" s="1"><v>${value.days}</v></c>`;
              })
              .join(""),
          ),
        );
        const bytes = makeXlsx({ formats: [0, 14], sheets: [{ name: "s", data: HEADER + xml.join("") }] });
        const theirs = (await readSheet(new Blob([new Uint8Array(bytes)]))).slice(1);
        const read = await table(bytes);
        const shown = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
        // Entities are decoded in every format: people paste HTML into spreadsheets too.
        fc.pre(read.repairs.length === 0);
        expect(read.rows.map((each) => each.cells)).toEqual(theirs.map((cells) => cells.map(shown)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("ODS", () => {
  const cell = (value: string, attributes = 'office:value-type="string"', repeat = 1) =>
    `<table:table-cell ${attributes} table:number-columns-repeated="${repeat}"><text:p>${value}</text:p></table:table-cell>`;

  it("reads repeated rows and cells, values, paragraphs; skips comments and a million empty rows", async () => {
    const read = await table(
      makeOds(
        `<table:table table:name="Leer"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
         <table:table table:name="Blatt">
          <table:table-row>${cell("Name")}${cell("Wert")}${cell("Datum")}</table:table-row>
          <table:table-row table:number-rows-repeated="2">${cell("A")}${cell("1.234,50 €", 'office:value-type="currency" office:value="1234.5"')}${cell("31.12.27", 'office:value-type="date" office:date-value="2027-12-31"')}</table:table-row>
          <table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>Notiz</text:p></office:annotation><text:p>eins<text:s text:c="2"/>zwei</text:p><text:p>drei &amp; <text:span>vier</text:span></text:p></table:table-cell></table:table-row>
          <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
         </table:table>`,
      ),
    );
    expect(read.format).toBe("ods");
    expect(read.sheet).toBe("Blatt");
    expect(read.rows.map((each) => [each.line, ...each.cells])).toEqual([
      [2, "A", "1234.5", "2027-12-31"],
      [3, "A", "1234.5", "2027-12-31"],
      [4, "eins  zwei\ndrei & vier", "", ""],
    ]);
  });

  it("refuses what repeats beyond the limits, and a protected file", async () => {
    const huge = `<table:table><table:table-row table:number-rows-repeated="900000000">${cell("x")}</table:table-row></table:table>`;
    expect(await refusal(makeOds(huge))).toBe("too-many-rows");
    const wide = `<table:table><table:table-row>${cell("x", 'office:value-type="string"', 900_000_000)}</table:table-row></table:table>`;
    expect(await refusal(makeOds(wide))).toBe("too-many-columns");
    expect(
      await refusal(makeOds("", [{ name: "META-INF/manifest.xml", content: "<manifest:encryption-data/>" }])),
    ).toBe("encrypted");
  });
});

describe("hostile containers", { timeout: 60_000 }, () => {
  it("refuses a bomb fast and without filling the memory, whatever its headers say", async () => {
    const zeros = Buffer.alloc(150 * 1024 * 1024);
    const honest = makeXlsx({
      sheets: [{ name: "s", data: HEADER }],
      extra: [{ name: "xl/media/a.xml", content: zeros }],
    });
    const lying = makeXlsx({
      sheets: [{ name: "s", data: HEADER }],
      extra: [{ name: "xl/media/a.xml", content: zeros, declaredSize: 1000 }],
    });
    const twelve = zeros.subarray(0, 12 * 1024 * 1024);
    const dense = makeZip([{ name: "xl/workbook.xml", content: twelve }]);
    expect(honest.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage();
    const begin = performance.now();
    expect(await refusal(honest)).toBe("zip-bomb");
    expect(await refusal(lying)).toBe("zip-broken");
    expect(await refusal(dense)).toBe("zip-bomb");
    expect(performance.now() - begin).toBeLessThan(5000);
    const after = process.memoryUsage();
    expect(after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(120 * 1024 * 1024);
  });

  it("refuses many small parts that add up, more than 2,000 entries, and paths that leave the container", async () => {
    // Random-looking content keeps the ratio low, so only the sum can refuse it.
    const noise = Buffer.alloc(9 * 1024 * 1024);
    for (let i = 0, x = 1; i < noise.length; i += 16) {
      x = (x * 1103515245 + 12345) & 0x7fffffff;
      noise[i] = x;
    }
    const parts = Array.from({ length: 12 }, (_, index) => ({ name: `p${index}.xml`, content: noise, level: 1 }));
    expect(await refusal(makeZip(parts))).toBe("zip-bomb");
    const many = Array.from({ length: 2001 }, (_, index) => ({ name: `e${index}`, content: "" }));
    expect(await refusal(makeZip(many))).toBe("zip-bomb");
    expect(await refusal(makeZip([{ name: "../xl/workbook.xml", content: "x" }]))).toBe("zip-broken");
  });

  it("row and column numbers cost nothing, and impossible ones are refused", async () => {
    const at = (ref: string, line: number) =>
      makeXlsx({ sheets: [{ name: "s", data: HEADER + row(line, text(ref, "x")) }] });
    expect(await refusal(at("A999999999", 999_999_999))).toBe("sheet-broken");
    expect(await refusal(at("ZZZZ2", 2))).toBe("sheet-broken");
    expect(await refusal(at("XFD2", 2))).toBe("too-many-columns");
    const far = await table(at("A1048576", 1_048_576));
    expect(far.rows).toHaveLength(1);
    expect(far.counts.empty).toBe(1_048_574);
  });

  it("refuses a DOCTYPE, a cut-off part, a Word file, a plain archive", async () => {
    const sheet = (data: string) => makeXlsx({ sheets: [{ name: "s", data }] });
    expect(await refusal(sheet('<!DOCTYPE a [<!ENTITY b "c">]>'))).toBe("sheet-broken");
    expect(await refusal(sheet(`${HEADER}<row r="2"><c r="A2"><!-- `))).toBe("sheet-broken");
    expect(await refusal(makeZip([{ name: "word/document.xml", content: "<w/>" }]))).toBe("zip-other");
    expect(await refusal(makeZip([]))).toBe("zip-other");
  });

  it("never throws on damaged containers", async () => {
    const whole = makeXlsx({ strings: ["a"], sheets: [{ name: "s", data: HEADER + row(2, text("A2", "x")) }] });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(whole.length),
        async (changes, cut) => {
          const damaged = Buffer.from(whole);
          for (const [at, value] of changes) damaged[at] = value;
          await readTable(damaged, "x");
          await readTable(damaged.subarray(0, cut), "x");
        },
      ),
      { numRuns: 150 },
    );
  });

  it("never throws on strange XML", async () => {
    const piece = fc.constantFrom(
      "<row",
      '<row r="2">',
      "</row>",
      "<c",
      '<c r="B2" t="s">',
      "<v>9</v>",
      "</c>",
      "<f>",
      "&#0;",
      "&#xD800;",
      '"',
      "'",
      ">",
      "<is><t>x</t></is>",
      "<![CDATA[",
      "]]>",
      "<v>1</v>",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
        await readTable(makeXlsx({ sheets: [{ name: "s", data: HEADER + pieces.join("") }] }), "x");
      }),
      { numRuns: 150 },
    );
  });
});
