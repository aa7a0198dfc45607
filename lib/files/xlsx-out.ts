import writeExcelFile, { type Feature, type Image, type SheetData } from "write-excel-file/node";

export interface XlsxColumn {
  readonly name: string;
  /** In characters. */
  readonly width: number;
  /** To be filled in: shaded, and of type text, so that the program leaves "1" or "1/2" as they are. */
  readonly filled?: boolean;
  /** Long text: broken into lines. */
  readonly wrap?: boolean;
}

/** What the cells of a column in these rows (0-based, without the heading) offer for choosing; anything else may be typed. */
export interface XlsxChoices {
  readonly column: number;
  readonly rows: readonly number[];
  readonly values: readonly string[];
}

const SHADE = "#FFF7DB";
const HEAD = "#E4E7EB";

/**
 * An XLSX workbook with one sheet of text: heading in bold and fixed, a filter on every column, choices as drop-down
 * lists. Text is written as text, so nothing in it is ever run as a formula.
 * @param input.listSheet name of a second sheet that holds the lists, letters and blanks only; no import reads it, because
 * the first sheet has content
 */
export async function xlsxDocument(input: {
  readonly sheet: string;
  readonly listSheet: string;
  readonly columns: readonly XlsxColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly choices: readonly XlsxChoices[];
}): Promise<Uint8Array> {
  const { sheet, listSheet, columns, rows, choices } = input;
  const styles = columns.map(({ filled, wrap }) => ({
    type: String,
    alignVertical: "top" as const,
    ...(wrap ? { wrap } : {}),
    ...(filled ? { backgroundColor: SHADE, format: "@", wrap: true } : {}),
  }));
  const data: SheetData = [
    columns.map(({ name }) => ({ value: name, type: String, fontWeight: "bold" as const, backgroundColor: HEAD })),
    ...rows.map((row) =>
      styles.map((style, i) => {
        const value = row[i] ?? "";
        return value === "" ? (columns[i]?.filled ? { ...style, value: undefined } : null) : { ...style, value };
      }),
    ),
  ];
  const height = Math.max(0, ...choices.map(({ values }) => values.length));
  const lists: SheetData = Array.from({ length: height }, (_, i) => choices.map(({ values }) => values[i] ?? null));
  const buffer = await writeExcelFile(
    [
      { data, sheet, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 },
      ...(height > 0 ? [{ data: lists, sheet: listSheet }] : []),
    ],
    { features: [filterAndChoices(columns.length, rows.length, choices, listSheet)] },
  ).toBuffer();
  return new Uint8Array(buffer);
}

/** Filter and drop-down lists of the first sheet; in the order the format demands, right behind the cells. */
function filterAndChoices(
  columns: number,
  rows: number,
  choices: readonly XlsxChoices[],
  listSheet: string,
): Feature<Image["content"]> {
  const end = "</sheetData>";
  const filter = `<autoFilter ref="A1:${letters(columns - 1)}${rows + 1}"/>`;
  const lists = choices.map(({ column, rows: of, values }, i) => {
    const source = `'${listSheet}'!$${letters(i)}$1:$${letters(i)}$${values.length}`;
    const where = spans(of).map(([from, to]) => `${letters(column)}${from + 2}:${letters(column)}${to + 2}`);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${where.join(" ")}"><formula1>${source}</formula1></dataValidation>`;
  });
  const validations =
    lists.length === 0 ? "" : `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>`;
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform(content, _options, { sheetIndex }) {
            if (sheetIndex !== 0) return content;
            if (!content.includes(end)) throw new Error("the writer of workbooks has changed: no end of the cells");
            return content.replace(end, () => `${end}${filter}${validations}`);
          },
        },
      },
    },
  };
}

/** Neighbouring rows as from–to. */
function spans(rows: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else found.push([row, row]);
  }
  return found;
}

/** Name of a column: 0 → A, 26 → AA. */
function letters(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : letters(Math.floor(index / 26) - 1) + rest;
}
