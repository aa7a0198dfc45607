import { numberText, SheetBuilder, type SheetContent } from "./sheet";
import { LIMITS, RefusalError } from "./types";
import { scanXml, xmlText, type Attributes } from "./xml";

interface OdsCell {
  readonly type: string;
  readonly value: string | undefined;
  readonly repeat: number;
  readonly error: boolean;
  text: string;
  paragraphs: number;
}

function count(text: string | undefined): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Math.max(1, Number(text)) : 1;
}

function openCell(attributes: Attributes): OdsCell {
  const type = attributes("value-type") ?? "";
  const value =
    attributes("date-value") ?? attributes("boolean-value") ?? attributes("string-value") ?? attributes("value");
  return {
    type,
    value,
    repeat: count(attributes("number-columns-repeated")),
    error: type === "error",
    text: "",
    paragraphs: 0,
  };
}

function cellText(cell: OdsCell): string {
  switch (cell.type) {
    case "float":
    case "currency":
    case "percentage":
      return numberText(cell.value ?? cell.text);
    case "date":
      return (cell.value ?? cell.text).replace(/T00:00:00(?:\.0+)?$/, "").replace(/(T\d\d:\d\d:\d\d)\.\d+$/, "$1");
    case "boolean":
      return cell.value ?? cell.text;
    default:
      return cell.value !== undefined && cell.text === "" ? cell.value : cell.text;
  }
}

class Reader {
  readonly sheets: SheetContent[] = [];
  private builder: SheetBuilder | null = null;
  private name = "";
  private line = 0;
  private rowRepeat = 1;
  private row: { column: number; cell: OdsCell; text: string }[] = [];
  private column = 0;
  private cell: OdsCell | null = null;
  /** Comments and drawings may hold paragraphs of their own. */
  private skip = 0;

  open(name: string, attributes: Attributes): void {
    if (name === "table" && this.builder === null) {
      this.builder = new SheetBuilder();
      this.name = attributes("name") ?? "";
      this.line = 0;
    } else if (this.builder === null) return;
    else if (name === "table-row") {
      this.rowRepeat = count(attributes("number-rows-repeated"));
      this.row = [];
      this.column = 0;
    } else if ((name === "table-cell" || name === "covered-table-cell") && this.cell === null)
      this.cell = openCell(attributes);
    else if (name === "annotation" || name === "frame" || name === "shapes") this.skip++;
    else if (this.cell !== null && this.skip === 0) this.openText(this.cell, name, attributes);
  }

  private openText(cell: OdsCell, name: string, attributes: Attributes): void {
    if (name === "p" && cell.paragraphs++ > 0) cell.text += "\n";
    else if (name === "s") cell.text += " ".repeat(Math.min(count(attributes("c")), 1000));
    else if (name === "tab") cell.text += "\t";
    else if (name === "line-break") cell.text += "\n";
  }

  close(name: string): void {
    if (this.builder === null) return;
    if (name === "annotation" || name === "frame" || name === "shapes") this.skip--;
    else if ((name === "table-cell" || name === "covered-table-cell") && this.cell !== null) this.closeCell(this.cell);
    else if (name === "table-row") this.closeRow(this.builder);
    else if (name === "table") {
      this.sheets.push(this.builder.finish(this.name));
      this.builder = null;
    }
  }

  text(text: string): void {
    // Paragraphs only: white space between tags belongs to nobody.
    if (this.cell !== null && this.skip === 0 && this.cell.paragraphs > 0) this.cell.text += text;
  }

  private closeCell(cell: OdsCell): void {
    const text = cellText(cell);
    if (text.trim() !== "") {
      if (this.column + cell.repeat > LIMITS.columns && cell.repeat > 1)
        throw new RefusalError("too-many-columns", { limit: LIMITS.columns, found: this.column + cell.repeat });
      for (let i = 1; i <= cell.repeat; i++) this.row.push({ column: this.column + i, cell, text });
    }
    this.column += cell.repeat;
    this.cell = null;
  }

  private closeRow(builder: SheetBuilder): void {
    if (this.row.length > 0) {
      if (this.rowRepeat > LIMITS.rows)
        throw new RefusalError("too-many-rows", { limit: LIMITS.rows, found: this.rowRepeat });
      for (let i = 1; i <= this.rowRepeat; i++)
        for (const { column, cell, text } of this.row) {
          if (cell.error) builder.notice(this.line + i, column, "formula-error", text);
          else builder.set(this.line + i, column, text);
        }
    }
    this.line += this.rowRepeat;
    this.rowRepeat = 1;
  }
}

/**
 * First sheet with content of an ODS container (already unpacked and counted).
 * @returns null when it is not an OpenDocument spreadsheet
 * @throws RefusalError encrypted, sheet-broken and the limits of `SheetBuilder`
 */
export function readOds(parts: ReadonlyMap<string, Buffer>): SheetContent | null {
  const content = parts.get("content.xml");
  const mimetype = parts.get("mimetype")?.toString("latin1").trim() ?? "";
  if (content === undefined || !mimetype.startsWith("application/vnd.oasis.opendocument.spreadsheet")) return null;
  const manifest = parts.get("META-INF/manifest.xml");
  if (manifest !== undefined && xmlText(manifest).includes("encryption-data")) throw new RefusalError("encrypted");
  const reader = new Reader();
  scanXml(xmlText(content), reader);
  return reader.sheets.find((sheet) => sheet.records.length > 0) ?? reader.sheets[0] ?? null;
}
