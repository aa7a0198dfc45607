import { scanCsv, sniffDelimiter } from "./csv";
import { binaryKind, decodeText, isZip } from "./decode";
import { readOds } from "./ods";
import type { SheetContent } from "./sheet";
import { assembleTable, type Notice } from "./table";
import { LIMITS, RefusalError, type ReadResult, type Table } from "./types";
import { unzip } from "./unzip";
import { readXlsx } from "./xlsx";

export { cleanCell } from "./cells";
export { csvLine, csvDocument, type CsvValue } from "./csv-out";
export { xlsxDocument, type XlsxChoices, type XlsxColumn } from "./xlsx-out";
export { fileText, REFUSAL_TEXTS, REPAIR_TEXTS, PROBLEM_TEXTS, type BothLanguages } from "./texts";
export {
  type Encoding,
  type Params,
  type Problem,
  type ProblemCode,
  type ProblemScope,
  type ReadResult,
  type Refusal,
  type RefusalCode,
  type Repair,
  type RepairKind,
  type Table,
  type TableCounts,
  type TableRow,
} from "./types";

/**
 * Reads a table out of what a person has: CSV in any common encoding and delimiter, XLSX, ODS. The bytes decide the
 * format, the name is only for messages. Never throws for what is in the file: a refusal is a value with a code.
 * Every physical record is accounted for in `table.counts`.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<ReadResult> {
  try {
    if (bytes.length > LIMITS.bytes)
      throw new RefusalError("too-big", {
        megabytes: Math.ceil(bytes.length / 1024 / 1024),
        limit: LIMITS.bytes / 1024 / 1024,
      });
    if (bytes.length === 0) throw new RefusalError("empty");
    return { ok: true, table: isZip(bytes) ? await readContainer(bytes) : readCsv(bytes) };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { ok: false, refusal: { code: error.code, params: { file: fileName, ...error.params } } };
  }
}

function readCsv(bytes: Uint8Array): Table {
  const binary = binaryKind(bytes);
  // A protected workbook is an OLE container with this stream in it.
  if (binary === "ole" && Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le")))
    throw new RefusalError("encrypted");
  const { text, encoding, doubtful } = decodeText(bytes);
  if (text.trim() === "") throw new RefusalError("empty");

  const { delimiter, width, skip } = sniffDelimiter(text);
  // U+FFFF is no character: without a delimiter every line is one cell.
  const scan = scanCsv(text.slice(skip), { delimiter: delimiter ?? "\uFFFF", width });
  const offset = skip > 0 ? 1 : 0;
  const records = offset === 0 ? scan.records : scan.records.map((each) => ({ ...each, line: each.line + offset }));
  const notices: Notice[] = [
    ...scan.openQuotes.map(({ line, column, text: value }) => ({
      line: line + offset,
      column,
      code: "quote-never-closed" as const,
      value,
    })),
    ...scan.swallowed.map(({ line, column, lines, text: value }) => ({
      line: line + offset,
      column,
      code: "lines-in-cell" as const,
      value,
      params: { lines },
    })),
  ];
  if (doubtful) notices.push({ line: 1, column: null, code: "encoding-doubtful", value: "" });
  const assembled = assembleTable(records, { entitiesSplit: delimiter === ";", notices });
  const { counts } = assembled;
  return {
    format: "csv",
    encoding,
    delimiter,
    sheet: null,
    ...assembled,
    counts: { ...counts, records: counts.records + offset, preamble: counts.preamble + offset },
  };
}

async function readContainer(bytes: Uint8Array): Promise<Table> {
  const parts = await unzip(bytes, (name) => /(?:\.xml|\.rels|^mimetype)$/i.test(name));
  const ods = readOds(parts);
  const sheet = ods ?? readXlsx(parts);
  if (sheet === null) throw new RefusalError("zip-other");
  return fromSheet(sheet, ods === null ? "xlsx" : "ods");
}

/** Empty rows between the first and the last filled one count as empty records; the emptiness around does not. */
function fromSheet(sheet: SheetContent, format: "xlsx" | "ods"): Table {
  const first = sheet.records[0];
  const last = sheet.records.at(-1);
  if (first === undefined || last === undefined) throw new RefusalError("empty");
  const assembled = assembleTable(sheet.records, { entitiesSplit: false, notices: sheet.notices });
  const span = last.line - first.line + 1;
  const empty = span - sheet.records.length;
  return {
    format,
    encoding: null,
    delimiter: null,
    sheet: sheet.name,
    ...assembled,
    counts: { ...assembled.counts, records: span, empty: assembled.counts.empty + empty },
  };
}
