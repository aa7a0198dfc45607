import { numberText, SheetBuilder, type SheetContent } from "./sheet";
import { RefusalError } from "./types";
import { scanXml, xmlText, type Attributes } from "./xml";

/**
 * Reader for XLSX parts that are already unpacked and counted. Own reader because the usual library fills the gaps a
 * file claims (one row number is enough to exhaust the memory), stops at the first odd cell and drops `#N/A` silently.
 */

type Parts = ReadonlyMap<string, Buffer>;

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function part(parts: Parts, path: string): string | null {
  const exact = parts.get(path);
  if (exact !== undefined) return xmlText(exact);
  const wanted = path.toLowerCase();
  for (const [name, bytes] of parts) if (name.toLowerCase() === wanted) return xmlText(bytes);
  return null;
}

function relations(parts: Parts, path: string): Relation[] {
  const at = path.lastIndexOf("/") + 1;
  const folder = path.slice(0, at);
  const xml = part(parts, `${folder}_rels/${path.slice(at)}.rels`);
  const found: Relation[] = [];
  if (xml !== null)
    scanXml(xml, {
      open(name, attributes) {
        if (name !== "Relationship" || attributes("TargetMode") === "External") return;
        const target = attributes("Target") ?? "";
        found.push({
          id: attributes("Id") ?? "",
          type: (attributes("Type") ?? "").split("/").at(-1) ?? "",
          target: resolve(folder, target),
        });
      },
      close() {},
      text() {},
    });
  return found;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path: string[] = folder.split("/").filter(Boolean);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

/**
 * First visible sheet with content of an XLSX container.
 * @returns null when it is not a workbook
 * @throws RefusalError sheet-broken and the limits of `SheetBuilder`
 */
export function readXlsx(parts: Parts): SheetContent | null {
  const workbookPath =
    relations(parts, "").find((relation) => relation.type === "officeDocument")?.target ?? "xl/workbook.xml";
  const workbook = part(parts, workbookPath);
  if (workbook === null) return null;
  const { sheets, date1904 } = readWorkbook(workbook);
  if (sheets.length === 0) return null;
  const related = relations(parts, workbookPath);
  const strings = readSharedStrings(partOfType(parts, related, "sharedStrings"));
  const formats = readFormats(partOfType(parts, related, "styles"));

  let first: SheetContent | null = null;
  for (const sheet of sheets.filter((each) => each.visible).concat(sheets.filter((each) => !each.visible))) {
    const target = related.find((relation) => relation.id === sheet.relation)?.target;
    const xml = target === undefined ? null : part(parts, target);
    if (xml === null) continue;
    const content = readSheet(xml, sheet.name, { strings, formats, date1904 });
    if (content.records.length > 0) return content;
    first ??= content;
  }
  if (first === null) throw new RefusalError("sheet-broken", { detail: "worksheet" });
  return first;
}

function partOfType(parts: Parts, related: readonly Relation[], type: string): string | null {
  const target = related.find((relation) => relation.type === type)?.target;
  return target === undefined ? null : part(parts, target);
}

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly visible: boolean;
}

function readWorkbook(xml: string): { sheets: SheetEntry[]; date1904: boolean } {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  scanXml(xml, {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = /^(1|true)$/i.test(attributes("date1904") ?? "");
      if (name === "sheet")
        sheets.push({
          name: attributes("name") ?? "",
          relation: attributes("id") ?? "",
          visible: (attributes("state") ?? "visible") === "visible",
        });
    },
    close() {},
    text() {},
  });
  return { sheets, date1904 };
}

function readSharedStrings(xml: string | null): string[] {
  const strings: string[] = [];
  if (xml === null) return strings;
  let current = "";
  let inText = false;
  let phonetic = 0;
  scanXml(xml, {
    open(name) {
      if (name === "si") current = "";
      else if (name === "rPh") phonetic++;
      else if (name === "t") inText = phonetic === 0;
    },
    close(name) {
      if (name === "si") strings.push(unescapeControl(current));
      else if (name === "rPh") phonetic--;
      else if (name === "t") inText = false;
    },
    text(text) {
      if (inText) current += text;
    },
  });
  return strings;
}

/** Excel writes control characters as `_x000D_` and a literal `_x` as `_x005F_x`. */
function unescapeControl(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? "\uFFFD" : String.fromCharCode(code);
  });
}

type NumberFormat = "number" | "date" | "time";

/** Format of each cell style. Built-in ids after ECMA-376 part 1, 18.8.30. */
function readFormats(xml: string | null): NumberFormat[] {
  const formats: NumberFormat[] = [];
  if (xml === null) return formats;
  const custom = new Map<string, string>();
  let inCellFormats = false;
  scanXml(xml, {
    open(name, attributes) {
      if (name === "numFmt") custom.set(attributes("numFmtId") ?? "", attributes("formatCode") ?? "");
      else if (name === "cellXfs") inCellFormats = true;
      else if (name === "xf" && inCellFormats) formats.push(formatOf(attributes("numFmtId") ?? "0", custom));
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
    text() {},
  });
  return formats;
}

function formatOf(id: string, custom: ReadonlyMap<string, string>): NumberFormat {
  const code = custom.get(id);
  if (code !== undefined) {
    // Quoted text, escaped characters, colours and locales ([$-407]) say nothing about the kind.
    const plain = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
    if (/general/i.test(plain)) return "number";
    if (/[yd]/i.test(plain)) return "date";
    if (/[hs]/i.test(plain)) return "time";
    return /m/i.test(plain) ? "date" : "number";
  }
  const builtIn = Number(id);
  if ((builtIn >= 18 && builtIn <= 21) || (builtIn >= 45 && builtIn <= 47)) return "time";
  const date = (builtIn >= 14 && builtIn <= 22) || (builtIn >= 27 && builtIn <= 36) || (builtIn >= 50 && builtIn <= 58);
  return date ? "date" : "number";
}

interface CellContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly date1904: boolean;
}

function readSheet(xml: string, sheetName: string, context: CellContext): SheetContent {
  const builder = new SheetBuilder();
  let line = 0;
  let column = 0;
  let cell: { type: string; style: string | undefined; value: string | null; inline: string; formula: boolean } | null =
    null;
  let collecting: "value" | "inline" | null = null;
  let phonetic = 0;
  scanXml(xml, {
    open(name, attributes) {
      if (name === "row") {
        line = positive(attributes("r")) ?? line + 1;
        column = 0;
      } else if (name === "c") {
        ({ line, column } = place(attributes, line, column));
        const type = attributes("t") ?? "n";
        cell = { type, style: attributes("s"), value: null, inline: "", formula: false };
      } else if (cell !== null) {
        if (name === "f") cell.formula = true;
        else if (name === "v") {
          collecting = "value";
          cell.value = "";
        } else if (name === "rPh") phonetic++;
        else if (name === "t" && phonetic === 0) collecting = "inline";
      }
    },
    close(name) {
      if (name === "v" || name === "t") collecting = null;
      else if (name === "rPh") phonetic--;
      else if (name === "c" && cell !== null) {
        const { type, style, value, inline, formula } = cell;
        cell = null;
        if (type === "e") builder.notice(line, column, "formula-error", value ?? "");
        else if (formula && (value === null || (value === "" && type !== "str")))
          builder.notice(line, column, "formula-without-value", "");
        else builder.set(line, column, cellText(type, style, value, inline, context));
      }
    },
    text(text) {
      if (cell === null || collecting === null) return;
      if (collecting === "value") cell.value = (cell.value ?? "") + text;
      else cell.inline += text;
    },
  });
  return builder.finish(sheetName);
}

function positive(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Place of a cell: its own reference, else the one after the last. */
function place(attributes: Attributes, line: number, column: number): { line: number; column: number } {
  const reference = attributes("r");
  if (reference === undefined) return { line, column: column + 1 };
  const match = /^\$?([A-Za-z]{1,4})\$?(\d{1,9})$/.exec(reference);
  if (match === null) throw new RefusalError("sheet-broken", { detail: reference.slice(0, 20) });
  let number = 0;
  for (const letter of (match[1] ?? "").toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return { line: Number(match[2]), column: number };
}

function cellText(
  type: string,
  style: string | undefined,
  value: string | null,
  inline: string,
  context: CellContext,
): string {
  if (type === "inlineStr") return unescapeControl(inline);
  if (value === null) return "";
  if (type === "s") return context.strings[Number(value)] ?? "";
  if (type === "str") return unescapeControl(value);
  if (type === "b") return value === "1" ? "true" : "false";
  if (type === "d") return value.replace(/T00:00:00(?:\.0+)?Z?$/, "");
  const format = style === undefined ? "number" : (context.formats[Number(style)] ?? "number");
  return (format === "number" ? null : serialText(Number(value), format, context.date1904)) ?? numberText(value);
}

/** Serial day number → ISO date, with time when there is one. Null outside the years 1900 to 9999. */
function serialText(serial: number, format: "date" | "time", date1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  const milliseconds = Math.round((serial % 1) * 86_400) * 1000;
  if (format === "time" && serial < 1) return new Date(milliseconds).toISOString().slice(11, 19);
  // Day 60 of the 1900 system is the 29 February 1900 that never was; days before it are one off.
  const days = date1904 ? Math.floor(serial) + 1462 : Math.floor(serial) + (serial < 60 ? 1 : 0);
  const iso = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000 + milliseconds).toISOString();
  return milliseconds === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}
