import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { cleanCell, csvDocument, csvLine, readTable, type Table } from "./index";
import { scanCsv, sniffDelimiter } from "./csv";

async function table(content: string | Uint8Array): Promise<Table> {
  const result = await readTable(typeof content === "string" ? Buffer.from(content) : content, "test.csv");
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.table;
}

async function refusal(content: string | Uint8Array): Promise<string> {
  const result = await readTable(typeof content === "string" ? Buffer.from(content) : content, "test.csv");
  return result.ok ? "accepted" : result.refusal.code;
}

const OULU = fileURLToPath(new URL("../../catalogue/examples/oulu-tietojarjestelmaluettelo-2023.csv", import.meta.url));

describe("Oulu's register", () => {
  it("comes in whole, with every repair listed", async () => {
    const oulu = await table(readFileSync(OULU));
    expect(oulu.encoding).toBe("utf-8");
    expect(oulu.delimiter).toBe(";");
    expect(oulu.header).toEqual([
      "Tietojärjestelmät",
      "Kutsumanimi",
      "Yksiköt",
      "Tarkoitus",
      "Toimittajat",
      "Sijainti",
    ]);
    expect(oulu.counts).toEqual({ records: 206, preamble: 0, header: 1, empty: 0, rows: 205, problemRows: 0 });
    const places = new Map<string, number>();
    for (const row of oulu.rows) places.set(row.cells[5] ?? "", (places.get(row.cells[5] ?? "") ?? 0) + 1);
    expect(Object.fromEntries(places)).toEqual({ Suomi: 97, "EU / ETA": 55, "Luotettu 3. maa": 3, "": 50 });
    expect(oulu.rows.some((row) => row.cells.some((cell) => /&(nbsp|gt);/.test(cell)))).toBe(false);
    const mended = new Set(oulu.repairs.filter((repair) => repair.kind === "html-entity").map((repair) => repair.row));
    const withEntities = readFileSync(OULU, "utf8")
      .split("\n")
      .filter((line) => /&(nbsp|gt);/.test(line));
    expect(mended.size).toBe(withEntities.length);
    expect(oulu.rows.find((row) => row.cells[4] === "Arts & Minds Oy")?.cells[5]).toBe("Suomi");
  });

  it("reads the same after a trip through Windows-1252 and CRLF", async () => {
    const text = readFileSync(OULU, "utf8").replace(/^\uFEFF/, "");
    const again = await table(iconv.encode(text.replaceAll("\n", "\r\n"), "windows-1252"));
    const oulu = await table(readFileSync(OULU));
    expect(again.encoding).toBe("windows-1252");
    // Characters outside the code page are lost by the encoding itself.
    const known = (cell: string) => cell === iconv.decode(iconv.encode(cell, "windows-1252"), "windows-1252");
    oulu.rows.forEach((row, index) => {
      row.cells.forEach((cell, column) => {
        if (known(row.raw ?? "")) expect(again.rows[index]?.cells[column]).toBe(cell);
      });
    });
  });
});

describe("cells split by an entity's semicolon", () => {
  const header = "Name;Kurz;Amt;Zweck;Lieferant;Ort\n";

  it("are joined when the row has too many cells, and the repair is listed", async () => {
    const read = await table(`${header}A;a;X;Text&nbsp;mehr Text;Solita Oy;Suomi\nB;b;X;kurz;Visma Oy;\n`);
    expect(read.rows[0]?.cells).toEqual(["A", "a", "X", "Text mehr Text", "Solita Oy", "Suomi"]);
    expect(read.repairs).toContainEqual(expect.objectContaining({ row: 2, column: 4, kind: "rejoined" }));
  });

  it("are joined although the last cell is empty", async () => {
    const read = await table(`${header}A;a;X;Text&#160;mehr&gt;&nbsp;Text;Solita Oy;\nB;b;X;kurz;Visma Oy;\n`);
    expect(read.rows[0]?.cells).toEqual(["A", "a", "X", "Text mehr> Text", "Solita Oy", ""]);
  });

  it("are reported, not guessed, when the row has no cell too many", async () => {
    const read = await table(`${header}A;a;X;Text&nbsp;mehr Text;Solita Oy\nB;b;X;kurz;Visma Oy;\n`);
    expect(read.rows.map((row) => row.line)).toEqual([3]);
    expect(read.problems[0]).toMatchObject({ row: 2, column: 4, code: "entity-splits-row", scope: "row" });
  });

  it("are left alone when quoted or when the text is no entity", async () => {
    const read = await table(`${header}A;a;X;"F&amp;E&nbsp;";H&M;Suomi\nB;b;R&D;kurz;Visma Oy;\n`);
    expect(read.rows[0]?.cells.slice(3)).toEqual(["F&E", "H&M", "Suomi"]);
    expect(read.rows[1]?.cells[2]).toBe("R&D");
  });
});

describe("rows of the wrong width", () => {
  it("short rows are filled up, stray delimiters dropped, surplus text reported", async () => {
    const read = await table("a;b;c\n1;2\n\n1;2;3;;\n ; ;\n1;2;3;4\nx;y;z\n");
    expect(read.rows.map((row) => [row.line, ...row.cells])).toEqual([
      [2, "1", "2", ""],
      [4, "1", "2", "3"],
      [7, "x", "y", "z"],
    ]);
    expect(read.counts).toEqual({ records: 7, preamble: 0, header: 1, empty: 2, rows: 3, problemRows: 1 });
    expect(read.repairs.map((repair) => [repair.row, repair.kind])).toEqual([
      [2, "short-row"],
      [4, "stray-delimiters"],
    ]);
    expect(read.problems).toEqual([
      expect.objectContaining({ row: 6, column: 4, value: "1;2;3;4", code: "too-many-cells" }),
    ]);
  });

  it("keeps a column without a heading and says so; drops an empty one", async () => {
    const named = await table("a;b;\n1;2;\n3;4;5\n");
    expect(named.header).toEqual(["a", "b", "#3"]);
    expect(named.problems[0]?.code).toBe("header-empty");
    const dropped = await table("a;b;\n1;2;\n");
    expect(dropped.header).toEqual(["a", "b"]);
    expect(dropped.repairs[0]?.kind).toBe("empty-column");
  });

  it("names the second of two equal headings", async () => {
    const read = await table("Name;Amt;Name;Name (2)\n1;2;3;4\n");
    expect(new Set(read.header).size).toBe(4);
    expect(read.header.slice(0, 3)).toEqual(["Name", "Amt", "Name (2)"]);
    expect(read.problems[0]).toMatchObject({ code: "duplicate-header", params: { first: 1, second: 3 } });
  });

  it("finds the header below title lines", async () => {
    const read = await table("IT-Inventar 2026;;\nStand Mai;;\n\nName;Amt;Ort\nA;B;C\n");
    expect(read.headerLine).toBe(4);
    expect(read.repairs.filter((repair) => repair.kind === "preamble")).toHaveLength(2);
    expect(read.counts).toMatchObject({ records: 5, preamble: 2, empty: 1, rows: 1 });
  });

  it("refuses more rows and columns than the limits, and reports a cell that is too long", async () => {
    expect(await refusal(`a;b\n${"1;2\n".repeat(50_001)}`)).toBe("too-many-rows");
    const wide = Array.from({ length: 501 }, (_, index) => `c${index}`).join(";");
    expect(await refusal(`${wide}\n${wide}\n`)).toBe("too-many-columns");
    const read = await table(`a;b\n${"x".repeat(32_768)};2\n${"y".repeat(32_767)};2\n`);
    expect(read.problems).toEqual([expect.objectContaining({ row: 2, column: 1, code: "cell-too-long" })]);
    expect(read.rows.map((row) => row.cells[0]?.length)).toEqual([0, 32_767]);
  });
});

describe("quotes", { timeout: 60_000 }, () => {
  it("quoted line breaks stay in the cell, and lines are counted on", async () => {
    const read = await table('a;b\r\n"eins\r\nzwei";2\r\nx;y\r\n');
    expect(read.rows.map((row) => [row.line, ...row.cells])).toEqual([
      [2, "eins\nzwei", "2"],
      [4, "x", "y"],
    ]);
  });

  it("an opening quote that never closes loses no row", async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `n${index};text;x`).join("\n");
    const read = await table(`a;b;c\n1;"offen;x\n${rows}\n`);
    expect(read.rows).toHaveLength(51);
    expect(read.rows[0]?.cells).toEqual(["1", '"offen', "x"]);
    expect(read.problems).toEqual([
      expect.objectContaining({ row: 2, column: 2, code: "quote-never-closed", scope: "cell" }),
    ]);
  });

  it("nor does one before other quoted cells, or one that a stray quote would close far below", async () => {
    const other = await table('a;b;c\n1;"offen;x\n2;y;z\n3;"zu";z\n');
    expect(other.rows.map((row) => row.cells[1])).toEqual(['"offen', "y", "zu"]);
    expect(other.problems[0]?.row).toBe(2);
    const far = await table('a;b;c\n1;"offen;x\n2;y;z\n3;y;z\n4;y;z\n5;19";z\n6;y;z\n');
    expect(far.rows).toHaveLength(6);
    expect(far.problems[0]).toMatchObject({ row: 2, code: "quote-never-closed" });
  });

  it("quotes inside text belong to the text", async () => {
    const read = await table('a;b\n19" Monitor;"Er sagte "Hallo" dazu"\n x , "y;z" ;2\n');
    expect(read.rows[0]?.cells).toEqual(['19" Monitor', 'Er sagte "Hallo" dazu']);
  });

  it("takes linear time on hostile quotes or refuses", async () => {
    const begin = performance.now();
    for (const piece of ['"""y;', '";"', '"x;""', '"\n', '"a\n;', '"a";"', '"\n;"'])
      await readTable(Buffer.from(`a;b;c\n${piece.repeat(20_000)}`), "x.csv");
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});

describe("delimiter", () => {
  it.each([
    ["Name;Zweck\nA;x, y, z\nB;u, v, w\n", ";"],
    ["name,purpose\nA,x; y\nB,u; v\n", ","],
    ["name\tpurpose\nA\tx, y; z\n", "\t"],
    ["name|purpose\nA|x, y; z\n", "|"],
    ["Betrag;Preis\n1,5;2,5\n3,5;4,5\n", ";"],
    ['"a,b,c";x\n"d,e,f";y\n', ";"],
    ["sep=,\na,b;c\n1,2;3\n", ","],
  ])("%j → %s", (text, delimiter) => {
    expect(sniffDelimiter(text).delimiter).toBe(delimiter);
  });

  it("a single column has none", async () => {
    const read = await table("Name\nBürgerportal\nE-Akte, DMS\nAllris\n");
    expect(read.delimiter).toBeNull();
    expect(read.rows.map((row) => row.cells)).toEqual([["Bürgerportal"], ["E-Akte, DMS"], ["Allris"]]);
  });

  it("an sep= line counts as a record and moves the line numbers", async () => {
    const read = await table("sep=,\r\na,b\r\n1,2\r\n");
    expect(read.headerLine).toBe(2);
    expect(read.rows[0]?.line).toBe(3);
    expect(read.counts).toMatchObject({ records: 3, preamble: 1 });
  });

  it("reads excerpts in Dutch and French lists", async () => {
    const gemma = await table(
      'id,name,description,status,bbn,biv,availability\nid-d9,AI-component,Component die zonder interactie werkt,In gebruik,BBN 2,222,2\nid-1c,Toegangscontrole,"Wie, wanneer toegang krijgt.",In gebruik,BBN 1,111,1\n',
    );
    expect(gemma.delimiter).toBe(",");
    expect(gemma.rows[1]?.cells[2]).toBe("Wie, wanneer toegang krijgt.");
    const sill = await table(
      "ID,nom,fonction,annees,licence\n1,7zip,Compression,2018 ; 2019 ; 2020 ; 2021,LGPL-2.0-only\n2,Acceleo,Génération de code,2018 ; 2019 ; 2020 ; 2021,EPL-2.0\n",
    );
    expect(sill.delimiter).toBe(",");
    expect(sill.rows[0]?.cells[3]).toBe("2018 ; 2019 ; 2020 ; 2021");
  });
});

describe("encodings and files that are no text", () => {
  it("BOM, UTF-16 with and without, Windows-1252", async () => {
    const text = "Name;Straße\nÄmter – „Prüfung“ €;1\n";
    const variants: [string, Buffer][] = [
      ["utf-8", Buffer.from(`\uFEFF${text}`)],
      ["utf-8", Buffer.from(text)],
      ["utf-16le", Buffer.from(`\uFEFF${text}`, "utf16le")],
      ["utf-16le", Buffer.from(text, "utf16le")],
      ["utf-16be", Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
      ["windows-1252", iconv.encode(text, "windows-1252")],
    ];
    for (const [encoding, bytes] of variants) {
      const read = await table(bytes);
      expect(read.encoding).toBe(encoding);
      expect(read.header[1]).toBe("Straße");
      expect(read.rows[0]?.cells[0]).toBe("Ämter – „Prüfung“ €");
    }
  });

  it("says so when the code page is doubtful", async () => {
    const read = await table(iconv.encode("Name;Ort\nBürger;x\n", "cp850"));
    expect(read.problems[0]?.code).toBe("encoding-doubtful");
  });

  it.each([
    ["pdf", "%PDF-1.7\n1 0 obj"],
    ["image", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10])],
    ["ole", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
    ["gzip", Buffer.from([0x1f, 0x8b, 8, 0])],
    ["html", "<!DOCTYPE html><table><tr><td>a</td></tr></table>"],
    ["nul-bytes", "a;b\n1;2\n3;\u0000;\n"],
    ["binary", Buffer.from(Array.from({ length: 400 }, (_, index) => 1 + (index % 8)))],
    ["empty", ""],
    ["empty", "\uFEFF \r\n \n"],
    ["empty", ";;;\n;;;\n"],
    ["no-rows", "Name;Amt\n\n"],
    ["zip-broken", Buffer.from("PK\u0003\u0004abcdefgh")],
  ])("%s", async (code, content) => {
    expect(await refusal(content)).toBe(code);
  });

  it("names the line of the NUL byte, and refuses 200 MB by size without reading", async () => {
    const nul = await readTable(Buffer.from("a;b\n1;2\n3;\u0000;\n"), "x.csv");
    expect(nul).toMatchObject({ ok: false, refusal: { params: { line: 3, file: "x.csv" } } });
    const begin = performance.now();
    expect(await refusal(new Uint8Array(200 * 1024 * 1024))).toBe("too-big");
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});

describe("properties", { timeout: 60_000 }, () => {
  const nasty = fc.string({
    unit: fc.constantFrom(";", ",", '"', "\n", " ", "a", "=", "'", "\t", "&", "ü"),
    maxLength: 9,
  });
  const anyText = fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 12 }), fc.string({ maxLength: 12 }));
  // What no text file holds: NUL, halves of surrogate pairs, and control characters (a file full of them is binary).
  const wellFormed = (text: string) =>
    !/[\u0000-\u0008\u000B\u000E-\u001F\u007F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(
      text,
    );
  const rowsOf = (cell: fc.Arbitrary<string>) =>
    fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.record({
        width: fc.constant(width),
        rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      }),
    );

  it("written and read again, every cell is the same (up to the stated cleaning)", async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(anyText.filter(wellFormed)), async ({ width, rows }) => {
        const header = Array.from({ length: width }, (_, index) => `Spalte ${index + 1}`);
        const expected = rows.map((row) => row.map((cell) => cleanCell(csvEscaped(cell)).text));
        // A row of which nothing but blanks stands in the file is empty.
        const filled = expected.filter((_, index) => rows[index]?.some((cell) => cell.trim() !== ""));
        const result = await readTable(Buffer.from([...csvDocument(header, rows)].join("")), "t.csv");
        if (filled.length === 0) {
          expect(result).toMatchObject({ ok: false, refusal: { code: "no-rows" } });
          return;
        }
        if (!result.ok) throw new Error(result.refusal.code);
        expect(result.table.problems.filter((problem) => problem.code !== "lines-in-cell")).toEqual([]);
        expect(result.table.rows.map((row) => row.cells)).toEqual(filled);
      }),
      { numRuns: 200 },
    );
  });

  it("text without blanks at its ends, entities and odd blanks comes back exactly, formulas included", async () => {
    const exact = anyText.filter(
      (cell) => wellFormed(cell) && cell === cell.trim() && !/[&\r\u00A0\u2007\u202F]/.test(cell),
    );
    await fc.assert(
      fc.asyncProperty(
        rowsOf(
          fc.tuple(fc.constantFrom("", "=", "+", "-", "@", "'=", "''-"), exact).map(([a, b]) => `${a}${b}`.trim()),
        ),
        async ({ width, rows }) => {
          const header = Array.from({ length: width }, (_, index) => `Spalte ${index + 1}`);
          const filled = rows.filter((row) => row.some((cell) => cell !== ""));
          fc.pre(filled.length > 0);
          const read = await table([...csvDocument(header, rows)].join(""));
          expect(read.rows.map((row) => row.cells)).toEqual(filled);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("agrees with csv-parse on well-formed text", () => {
    fc.assert(
      fc.property(rowsOf(anyText.filter(wellFormed)), fc.constantFrom("\n", "\r\n", "\r"), ({ rows }, lineEnd) => {
        const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(quote).join(",")).join(lineEnd);
        const ours = scanCsv(text, { delimiter: "," }).records.map((record) => record.cells);
        expect(ours).toEqual(parse(text, { record_delimiter: lineEnd, relax_column_count: true }));
      }),
      { numRuns: 200 },
    );
  });

  it("never throws, and accounts for every record, whatever the bytes", async () => {
    const soup = fc.string({
      unit: fc.constantFrom(";", '"', "\n", "\r", " ", "a", "b", "&nbsp;", ",", "\t"),
      maxLength: 80,
    });
    const starts = fc.constantFrom(
      "",
      "PK\u0003\u0004",
      "PK\u0005\u0006",
      "\uFEFF",
      "%PDF",
      "sep=;\n",
      "a;b;c\n1;2;3\n",
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
      fc.tuple(starts, soup).map(([a, b]) => Buffer.from(a + b, "utf8")),
      fc.tuple(starts, fc.uint8Array({ maxLength: 200 })).map(([a, b]) => Buffer.concat([Buffer.from(a, "latin1"), b])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (input) => {
        const result = await readTable(input, "x");
        if (!result.ok) return;
        const { counts, rows, problems, header } = result.table;
        expect(counts.records).toBe(counts.preamble + counts.header + counts.empty + counts.rows + counts.problemRows);
        expect(rows).toHaveLength(counts.rows);
        expect(problems.filter((problem) => problem.scope === "row")).toHaveLength(counts.problemRows);
        for (const row of rows) expect(row.cells).toHaveLength(header.length);
        const lines = rows.map((row) => row.line);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
      }),
      { numRuns: 600 },
    );
  });

  it("the raw text of a row stands at its line", async () => {
    const soup = fc.string({ unit: fc.constantFrom(";", '"', "\n", "\r\n", "a", "b c"), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(soup, async (text) => {
        const file = `h1;h2\nx;y\n${text}`;
        const result = await readTable(Buffer.from(file), "x");
        if (!result.ok) return;
        const lines = file.split(/\r\n|\n|\r/);
        for (const row of result.table.rows) expect(lines[row.line - 1]).toBe((row.raw ?? "").split(/\r\n|\n|\r/)[0]);
      }),
      { numRuns: 200 },
    );
  });
});

/** What the writer puts into the cell, before quoting. */
function csvEscaped(cell: string): string {
  const parsed = parse(csvLine([cell, ""]), { delimiter: ";" })[0]?.[0];
  return parsed ?? "";
}

describe("writing", () => {
  it("escapes formulas, quotes, and writes numbers with a decimal comma", () => {
    expect(csvLine(["=1+1", "-x", "@a", "+b", "a;b", 'c"d', 12.5, null, -3])).toBe(
      `'=1+1;'-x;'@a;'+b;"a;b";"c""d";12,5;;-3\r\n`,
    );
    expect(csvLine(["F&amp", "x"])).toBe('"F&amp";x\r\n');
    expect([...csvDocument(["ä"], [[""], ["x"]])].join("")).toBe('\uFEFFä\r\n""\r\nx\r\n');
  });
});
