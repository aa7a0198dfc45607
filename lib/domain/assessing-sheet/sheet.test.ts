import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptedValues, NOT_APPLICABLE } from "../method/answers";
import { serviceMethods } from "../method/registry";
import { sentence } from "../method/texts";
import type { Method } from "../method/types";
import { merge, type AssessedAnswers } from "../service/merge";
import {
  allowedLabels,
  answerLabel,
  CLEAR_WORDS,
  COLUMN_NAMES,
  countRows,
  planSheet,
  readAnswer,
  readHeader,
  SHEET_COLUMNS,
  SHEET_TEXTS,
  sheetRow,
  withCells,
  type PlannedRow,
  type SheetCells,
  type SheetRow,
  type SheetService,
} from "./index";

const IDS = ["0190b0a0-0000-7000-8000-000000000001", "0190b0a0-0000-7000-8000-000000000002"] as const;

const methodArb = fc.constantFrom(...serviceMethods);
const languageArb = fc.constantFrom("de" as const, "en" as const);
const noteArb = fc.option(
  fc.string({ minLength: 1, maxLength: 12 }).map((text) => `n${text.replace(/[\u0000-\u001f\u007f]/g, "").trimEnd()}`),
  { nil: undefined },
);

/** Answers of persons to some criteria, "not applicable" always with its reason. */
const answersArb = (method: Method): fc.Arbitrary<AssessedAnswers> =>
  fc
    .tuple(
      ...method.criteria.map((criterion) =>
        fc.option(fc.record({ value: fc.constantFrom(...acceptedValues(criterion)), note: noteArb }), { nil: null }),
      ),
    )
    .map((given) =>
      Object.fromEntries(
        given.flatMap((each, i) => {
          const id = method.criteria[i]?.id;
          if (each === null || id === undefined) return [];
          const note = each.note ?? (each.value === NOT_APPLICABLE ? "weil" : undefined);
          return [[id, note === undefined ? { value: each.value } : { value: each.value, note }]];
        }),
      ),
    );

interface City {
  readonly method: Method;
  readonly stored: readonly AssessedAnswers[];
  readonly derived: AssessedAnswers;
  readonly language: "de" | "en";
}
const cityArb: fc.Arbitrary<City> = methodArb.chain((method) =>
  fc.record({
    method: fc.constant(method),
    stored: fc.array(answersArb(method), { minLength: 2, maxLength: 2 }),
    derived: answersArb(method),
    language: languageArb,
  }),
);

/** The sheet as it is exported: some answers from facts, some from persons. */
function exported({ method, stored, derived, language }: City): SheetRow[] {
  const facts = Object.fromEntries(
    Object.entries(derived).map(([id, { value }]) => [id, { value, reason: { key: "x" }, facts: [] }]),
  );
  return stored.flatMap((answers, s) => {
    const merged = merge(facts, answers);
    return method.criteria.map((criterion, c): SheetRow => ({
      line: 2 + s * method.criteria.length + c,
      cells: sheetRow(
        method,
        criterion,
        { id: IDS[s] ?? "", name: `Dienst ${s}`, departmentName: null },
        Object.hasOwn(merged, criterion.id) ? merged[criterion.id] : undefined,
        "",
        language,
      ),
    }));
  });
}

const world = (stored: readonly AssessedAnswers[], reachable = true): Map<string, SheetService> =>
  new Map(stored.map((answers, i) => [IDS[i] ?? "", { reachable, answers }]));

const fill = (rows: readonly SheetRow[], index: number, cells: Partial<SheetCells>): SheetRow[] =>
  rows.map((row, i) => (i === index ? { ...row, cells: { ...row.cells, ...cells } } : row));

/** A row by any number, and an answer that may be written there. */
const editArb = fc.record({ row: fc.nat(), value: fc.nat(), note: noteArb });
function edit(city: City, { row, value, note }: { row: number; value: number; note?: string | undefined }) {
  const rows = exported(city);
  const index = row % rows.length;
  const criterion = city.method.criteria[index % city.method.criteria.length];
  if (criterion === undefined) throw new Error("no criterion");
  const values = acceptedValues(criterion);
  const chosen = values[value % values.length] ?? "";
  const reason = note ?? (chosen === NOT_APPLICABLE ? "weil" : undefined);
  const given = reason === undefined ? { value: chosen } : { value: chosen, note: reason };
  const service = Math.floor(index / city.method.criteria.length);
  return { rows, index, criterion, given, service, cells: { answer: chosen, note: reason ?? "" } };
}

const only = (plan: readonly PlannedRow[], index: number) => {
  const others = plan.filter((_, i) => i !== index);
  expect(others.every(({ outcome }) => outcome === "unchanged")).toBe(true);
  const row = plan[index];
  if (row === undefined) throw new Error("no such row");
  return row;
};

describe("round trip", () => {
  it("changes nothing when nothing is filled in", () => {
    fc.assert(
      fc.property(cityArb, (city) => {
        const plan = planSheet(city.method, world(city.stored), exported(city));
        expect(countRows(plan)).toEqual({ changed: 0, conflict: 0, rejected: 0, unchanged: plan.length });
      }),
    );
  });

  it("changes exactly the answer that is filled in, written as id or in either language", () => {
    fc.assert(
      fc.property(cityArb, editArb, fc.constantFrom("id", "de", "en"), (city, wanted, how) => {
        const { rows, index, criterion, given, service, cells } = edit(city, wanted);
        const answer = how === "id" ? given.value : answerLabel(criterion, given.value, how as "de" | "en");
        const plan = planSheet(city.method, world(city.stored), fill(rows, index, { ...cells, answer }));
        const row = only(plan, index);
        const before = city.stored[service] ?? {};
        const was = Object.hasOwn(before, criterion.id) ? before[criterion.id] : undefined;
        if (was?.value === given.value && (given.note ?? was.note) === was.note) {
          expect(row.outcome).toBe("unchanged");
          return;
        }
        if (row.outcome !== "changed") throw new Error(JSON.stringify(row));
        expect(withCells(before, [row])).toEqual({ ...before, [criterion.id]: given });
      }),
    );
  });

  it("leaves an answer to the facts only at the explicit word", () => {
    fc.assert(
      fc.property(cityArb, fc.nat(), languageArb, (city, at, language) => {
        const { rows, index, criterion, service } = edit(city, { row: at, value: 0 });
        const plan = planSheet(city.method, world(city.stored), fill(rows, index, { answer: CLEAR_WORDS[language] }));
        const row = only(plan, index);
        const before = city.stored[service] ?? {};
        if (!Object.hasOwn(before, criterion.id)) expect(row.outcome).toBe("unchanged");
        else if (row.outcome === "changed") {
          const after = withCells(before, [row]);
          expect(Object.hasOwn(after, criterion.id)).toBe(false);
          expect(Object.keys(after)).toHaveLength(Object.keys(before).length - 1);
        } else throw new Error(JSON.stringify(row));
      }),
    );
  });

  it("is a conflict exactly where somebody has changed the same answer to something else since", () => {
    fc.assert(
      fc.property(
        cityArb.chain((city) => fc.tuple(fc.constant(city), answersArb(city.method))),
        editArb,
        ([city, later], wanted) => {
          const { rows, index, criterion, given, service, cells } = edit(city, wanted);
          const now = city.stored.map((answers, i) => (i === service ? later : answers));
          const row = only(planSheet(city.method, world(now), fill(rows, index, cells)), index);
          const of = (answers: AssessedAnswers | undefined) =>
            answers !== undefined && Object.hasOwn(answers, criterion.id) ? (answers[criterion.id] ?? null) : null;
          const [then, stored] = [of(city.stored[service]), of(later)];
          const same = (a: { value: string; note?: string } | null, b: typeof a) =>
            a?.value === b?.value && a?.note === b?.note;
          if (stored?.value === given.value && (given.note === undefined || given.note === stored.note))
            expect(row.outcome).toBe("unchanged");
          else if (same(then, stored)) expect(row.outcome).toBe("changed");
          else expect(row).toMatchObject({ outcome: "conflict", stored, exported: then?.value ?? null, given });
        },
      ),
    );
  });

  it("gives every row exactly one outcome, whatever stands in the cells", () => {
    const cellArb = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom("", "yes", "Ja", "1", "unbekannt", "n/a"));
    const changesArb = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...SHEET_COLUMNS), cellArb), { maxLength: 30 });
    fc.assert(
      fc.property(cityArb, changesArb, (city, changes) => {
        let rows = exported(city);
        for (const [at, column, text] of changes) rows = fill(rows, at % rows.length, { [column]: text });
        const plan = planSheet(city.method, world(city.stored), rows);
        expect(plan.map(({ line }) => line)).toEqual(rows.map(({ line }) => line));
        for (const row of plan) {
          if (row.outcome === "rejected") expect(sentence(row.reason, SHEET_TEXTS).en.length).toBeGreaterThan(10);
        }
        const { changed, unchanged, conflict, rejected } = countRows(plan);
        expect(changed + unchanged + conflict + rejected).toBe(rows.length);
      }),
    );
  });

  it("takes a row only with the state of that very row", () => {
    fc.assert(
      fc.property(cityArb, editArb, fc.nat(), (city, wanted, from) => {
        const { rows, index, cells } = edit(city, wanted);
        const other = rows[from % rows.length];
        fc.pre(other !== undefined && other !== rows[index]);
        const plan = planSheet(
          city.method,
          world(city.stored),
          fill(rows, index, { ...cells, state: other?.cells.state }),
        );
        expect(only(plan, index)).toMatchObject({ outcome: "rejected", reason: { key: "sheet.state-foreign" } });
      }),
    );
  });
});

describe("answers in a cell", () => {
  it("reads back every answer it writes, and every label of the list of possible answers", () => {
    for (const method of serviceMethods)
      for (const criterion of method.criteria)
        for (const language of ["de", "en"] as const) {
          for (const value of acceptedValues(criterion)) {
            const label = answerLabel(criterion, value, language);
            expect(readAnswer(criterion, label), `${method.ref} ${criterion.id} ${label}`).toEqual({
              says: "value",
              value,
            });
          }
          for (const label of allowedLabels(criterion, language))
            expect(readAnswer(criterion, label.toUpperCase()).says, label).not.toBe("problem");
        }
  });

  it("refuses a text that fits two options, and takes it with the id in front", () => {
    const blank = serviceMethods
      .flatMap(({ criteria }) => criteria)
      .find(({ options }) => options.filter(({ text }) => text.en === "(blank in the original)").length > 1);
    if (blank === undefined) throw new Error("the Commission's blank steps are gone");
    expect(readAnswer(blank, "(blank in the original)")).toEqual({ says: "problem", problem: "ambiguous" });
  });
});

describe("what is refused", () => {
  const method = serviceMethods[0] as Method;
  const city: City = { method, stored: [{ os: { value: "yes", note: "alt" } }, {}], derived: {}, language: "de" };
  const at = (criterion: string, service = 0) =>
    service * method.criteria.length + method.criteria.findIndex(({ id }) => id === criterion);
  const plan = (index: number, cells: Partial<SheetCells>, reachable = true) =>
    only(planSheet(method, world(city.stored, reachable), fill(exported(city), index, cells)), index);

  it.each<[string, number, Partial<SheetCells>, string, string]>([
    ["no option", at("alt"), { answer: "vielleicht" }, "answer", "not-an-option"],
    ["not applicable without reason", at("alt"), { answer: "n. z." }, "note", "note-required"],
    ["a note to nothing", at("alt"), { note: "nur so" }, "note", "note-without-answer"],
    ["a note for the facts", at("os"), { answer: "den Fakten überlassen", note: "x" }, "note", "note-with-clear"],
    ["a note too long", at("alt"), { answer: "ja", note: "x".repeat(4_001) }, "note", "note-too-long"],
    ["today's answer overwritten", at("os"), { current: "Nein" }, "current", "current-edited"],
    ["today's answer filled in", at("alt"), { current: "Ja" }, "current", "current-edited"],
    ["no such service", at("alt"), { answer: "ja", serviceId: "x" }, "serviceId", "service-unknown"],
    ["no such criterion", at("alt"), { answer: "ja", criterion: "x" }, "criterion", "criterion-unknown"],
    ["another method", at("alt"), { answer: "ja", method: "basel-sds@2026-07" }, "method", "other-method"],
    ["no state", at("alt"), { answer: "ja", state: "" }, "state", "state-missing"],
  ])("%s", (_name, index, cells, column, reason) => {
    expect(plan(index, cells)).toMatchObject({ outcome: "rejected", column, reason: { key: `sheet.${reason}` } });
  });

  it("another department's service, unless nothing would change", () => {
    expect(plan(at("alt"), { answer: "Ja" }, false)).toMatchObject({
      outcome: "rejected",
      reason: { key: "sheet.other-department" },
    });
    expect(plan(at("os"), { answer: "Ja" }, false)).toMatchObject({ outcome: "unchanged" });
  });

  it("two answers to one question, both named; the same answer twice is one", () => {
    const rows = fill(exported(city), at("alt"), { answer: "Ja" });
    const again = (answer: string): SheetRow[] => [
      ...rows,
      ...rows.slice(at("alt"), at("alt") + 1).map((row) => ({ line: 99, cells: { ...row.cells, answer } })),
    ];
    const outcomes = (answer: string) => {
      const all = planSheet(method, world(city.stored), again(answer));
      return [all[at("alt")], all.at(-1)];
    };
    expect(outcomes("nein")).toMatchObject([
      { outcome: "rejected", reason: { key: "sheet.contradiction", params: { other: 99 } } },
      { outcome: "rejected", reason: { key: "sheet.contradiction", params: { other: 2 + at("alt") } } },
    ]);
    expect(outcomes("yes")).toMatchObject([{ outcome: "changed" }, { outcome: "unchanged" }]);
  });

  it("a note alone changes the note of the answer that is there", () => {
    expect(plan(at("os"), { note: "neu" })).toMatchObject({ outcome: "changed", given: { value: "yes", note: "neu" } });
  });
});

describe("columns", () => {
  it("are found by either language's names in any order, with others between", () => {
    const header = [...SHEET_COLUMNS].reverse().map((column, i) => COLUMN_NAMES[column][i % 2 === 0 ? "de" : "en"]);
    const read = readHeader(["Eigenes", ...header]);
    if (!read.ok) throw new Error("not read");
    for (const column of SHEET_COLUMNS)
      expect(read.places[column]).toBe(SHEET_COLUMNS.length - SHEET_COLUMNS.indexOf(column));
  });
  it("are named when they are missing or there twice", () => {
    expect(readHeader(["Frage", "Neue Antwort", "New answer"])).toEqual({
      ok: false,
      missing: ["criterion", "serviceId", "method", "state"],
      twice: ["answer"],
    });
  });
});
