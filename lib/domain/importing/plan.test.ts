import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex, matchName } from "../naming";
import { exactKey } from "../naming/normalise";
import type { FieldId } from "./fields";
import { suggestMapping } from "./headers";
import { newNameKey } from "./keys";
import { corrections, planImport } from "./plan";
import type { ExistingService, ImportPlan, ImportValues, NameRef, PlanInput } from "./plan-types";
import { IMPORT_TEXTS } from "./texts";

const COLUMNS = ["name", "department", "supplier", "dataLocation", "costPerYear", "externalId"] as const;

function catalogue<T>(name: string): T {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`../../../catalogue/${name}`, import.meta.url)), "utf8")) as T;
}

/** An inventory in memory, and the carrying out of a plan on it as a database would do it. */
interface State {
  readonly services: readonly ExistingService[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}

const EMPTY: State = { services: [], organisations: [{ id: "visma", name: "Visma Oy" }], departments: [] };

function inputFor(
  state: State,
  rows: readonly (readonly string[])[],
  mapping: readonly (FieldId | null)[] = COLUMNS,
): PlanInput {
  const index = buildIndex(state.organisations.map((each) => ({ ...each, aliases: [] })));
  return {
    header: mapping.map((field) => field ?? "–"),
    rows: rows.map((cells, at) => ({ line: at + 2, cells })),
    mapping,
    existing: state.services,
    matchOrganisation: (name) => matchName(index, name),
    matchProduct: () => [],
    departments: state.departments,
  };
}

function apply(state: State, plan: ImportPlan): State {
  const organisations = [
    ...state.organisations,
    ...plan.newOrganisations.map(({ key, name }) => ({ id: `org:${key}`, name })),
  ];
  const departments = [
    ...state.departments,
    ...plan.newDepartments.map(({ key, name }) => ({ id: `dep:${key}`, name })),
  ];
  const organisationOf = (ref: NameRef): NameRef =>
    ref.id === null ? { ...ref, id: `org:${newNameKey(ref.name)}` } : ref;
  const departmentOf = (ref: NameRef): NameRef => (ref.id === null ? { ...ref, id: `dep:${exactKey(ref.name)}` } : ref);
  const stored = (values: ImportValues): ImportValues => ({
    ...values,
    ...(values.supplier === undefined ? {} : { supplier: values.supplier.map(organisationOf) }),
    ...(values.department === undefined ? {} : { department: departmentOf(values.department) }),
  });
  const services = new Map(state.services.map((service) => [service.id, service]));
  for (const row of plan.rows) {
    if (row.outcome === "created")
      services.set(`new ${services.size}`, {
        id: `new ${services.size}`,
        naturalKey: row.key,
        values: stored(row.values),
      });
    const before = row.existingId === null ? undefined : services.get(row.existingId);
    if (row.outcome === "updated" && before !== undefined)
      services.set(before.id, { ...before, naturalKey: row.key, values: { ...before.values, ...stored(row.values) } });
  }
  return { services: [...services.values()], organisations, departments };
}

function outcomes(plan: ImportPlan): string[] {
  return plan.rows.map((row) => row.outcome);
}

describe("plan", () => {
  const rows = [
    ["Bürgerportal", "Hauptamt", "Solita Oy, Visma Oy", "DE", "1.200 €", ""],
    ["E-Akte", "Hauptamt", "", "unbekannt", "viel", ""],
    ["", "Hauptamt", "x", "", "", ""],
    ["bürgerportal", "Hauptamt", "", "", "", ""],
  ];

  it("creates, rejects with a reason, lists cells that are not understood", () => {
    const plan = planImport(inputFor(EMPTY, rows));
    expect(outcomes(plan)).toEqual(["created", "created", "rejected", "rejected"]);
    expect(plan.counts).toEqual({ rows: 4, created: 2, updated: 0, unchanged: 0, rejected: 2, fieldProblems: 1 });
    expect(plan.rows[0]?.values).toMatchObject({
      dataLocation: "DE",
      costPerYear: 1200,
      supplier: [
        { id: null, name: "Solita Oy" },
        { id: "visma", name: "Visma Oy" },
      ],
    });
    expect(
      corrections(plan).map((each) => [each.row, each.column, each.value, each.severity, each.reason.key]),
    ).toEqual([
      [3, 5, "viel", "field", "import.value.not-money"],
      [4, 1, "", "rejected", "import.row.name-missing"],
      [5, 1, "bürgerportal", "rejected", "import.row.duplicate"],
    ]);
    expect(corrections(plan)[2]?.reason.params).toEqual({ line: 2 });
    expect(plan.newOrganisations.map((each) => each.name)).toEqual(["Solita Oy"]);
    expect(plan.newDepartments).toMatchObject([{ name: "Hauptamt", lines: [2, 3] }]);
  });

  it("changes only what the row states; an empty cell deletes nothing", () => {
    const state = apply(EMPTY, planImport(inputFor(EMPTY, rows)));
    const plan = planImport(inputFor(state, [["Bürgerportal", "", "", "FI", "", ""]]));
    expect(outcomes(plan)).toEqual(["updated"]);
    expect(plan.rows[0]?.changes).toEqual([{ field: "dataLocation", before: "DE", after: "FI" }]);
    expect(apply(state, plan).services[0]?.values).toMatchObject({ costPerYear: 1200, dataLocation: "FI" });
  });

  it("finds a service renamed by hand by the key it was imported under", () => {
    const state = apply(EMPTY, planImport(inputFor(EMPTY, [["Bürgerportal", "", "", "", "", ""]])));
    const renamed = {
      ...state,
      services: state.services.map((service) => ({
        ...service,
        values: { ...service.values, name: "Portal der Stadt" },
      })),
    };
    const plan = planImport(inputFor(renamed, [["Bürgerportal", "", "", "", "", ""]]));
    expect(plan.rows[0]).toMatchObject({
      outcome: "updated",
      changes: [{ field: "name", before: "Portal der Stadt", after: "Bürgerportal" }],
    });
  });

  it("tells services of one name apart by department, or says that it cannot", () => {
    const two = [
      ["Zeiterfassung", "Bauamt", "", "", "", ""],
      ["Zeiterfassung", "Sozialamt", "", "", "", ""],
    ];
    const plan = planImport(inputFor(EMPTY, two));
    expect(outcomes(plan)).toEqual(["created", "created"]);
    const state = apply(EMPTY, plan);
    const one = planImport(inputFor(state, [["Zeiterfassung", "Sozialamt", "", "NO", "", ""]]));
    expect(one.rows[0]).toMatchObject({ outcome: "updated", existingId: "new 1" });
    const vague = planImport(inputFor(state, [["Zeiterfassung", "", "", "NO", "", ""]]));
    expect(vague.rows[0]).toMatchObject({
      outcome: "rejected",
      problems: [{ reason: { key: "import.row.ambiguous" } }],
    });
  });

  it("prefers identifiers to names, and gives one to a service known by name", () => {
    const state = apply(EMPTY, planImport(inputFor(EMPTY, [["Portal", "", "", "", "", ""]])));
    const identified = planImport(inputFor(state, [["Portal", "", "", "", "", "A-1"]]));
    expect(identified.rows[0]).toMatchObject({ outcome: "updated", existingId: "new 0" });
    const again = planImport(inputFor(apply(state, identified), [["Anderer Name", "", "", "", "", "a-1"]]));
    expect(again.rows[0]).toMatchObject({ outcome: "updated", existingId: "new 0" });
    const other = planImport(inputFor(apply(state, identified), [["Portal", "", "", "", "", "B-2"]]));
    expect(other.rows[0]?.outcome).toBe("created");
  });

  it("gives an identifier before it looks at names, so that a second run sees the same", () => {
    const state = apply(
      EMPTY,
      planImport(
        inputFor(EMPTY, [
          ["Portal", "", "", "", "", ""],
          ["Portal", "Sozialamt", "", "", "", ""],
        ]),
      ),
    );
    const rows = [
      ["Portal", "", "", "", "", ""],
      ["Portal", "Sozialamt", "", "", "", "B-2"],
    ];
    const plan = planImport(inputFor(state, rows));
    expect(outcomes(plan)).toEqual(["unchanged", "updated"]);
    expect(outcomes(planImport(inputFor(apply(state, plan), rows)))).toEqual(["unchanged", "unchanged"]);
  });

  it("takes no match below 0.85 and none that is tied; the candidates stay as suggestions", () => {
    const base = inputFor(EMPTY, [["A", "", "Solta", "", "", ""]]);
    const weak = planImport({ ...base, matchOrganisation: () => [{ id: "solita", confidence: 0.84 }] });
    expect(weak.rows[0]?.matches).toEqual([
      {
        field: "supplier",
        text: "Solta",
        decision: "new",
        id: null,
        confidence: 0.84,
        candidates: [{ id: "solita", confidence: 0.84 }],
      },
    ]);
    expect(weak.newOrganisations[0]).toMatchObject({ name: "Solta", candidates: [{ id: "solita" }] });
    const strong = planImport({ ...base, matchOrganisation: () => [{ id: "solita", confidence: 0.85 }] });
    expect(strong.rows[0]?.values.supplier).toEqual([{ id: "solita", name: "Solta" }]);
    const tied = planImport({
      ...base,
      matchOrganisation: () => [
        { id: "a", confidence: 0.9 },
        { id: "b", confidence: 0.9 },
      ],
    });
    expect(tied.rows[0]?.matches[0]?.decision).toBe("new");
  });

  it("spreads one protection need over the three that are not stated", () => {
    const plan = planImport(inputFor(EMPTY, [["A", "sehr hoch", "normal"]], ["name", "protectionNeed", "integrity"]));
    expect(plan.rows[0]?.values).toMatchObject({
      confidentiality: "very-high",
      integrity: "normal",
      availability: "very-high",
    });
  });

  it("names no single department when a cell lists several, but keeps names with commas", () => {
    const plan = planImport(
      inputFor(EMPTY, [
        ["A", "Bauamt", "", "", "", ""],
        ["B", "Sozialamt", "", "", "", ""],
        ["C", "Bauamt, Sozialamt", "", "", "", ""],
        ["D", "Amt für Schule, Kultur und Sport", "", "", "", ""],
      ]),
    );
    expect(plan.rows.map((row) => row.values.department?.name)).toEqual([
      "Bauamt",
      "Sozialamt",
      undefined,
      "Amt für Schule, Kultur und Sport",
    ]);
    expect(corrections(plan)).toMatchObject([{ row: 4, reason: { key: "import.value.several-departments" } }]);
  });

  it("counts rows the file reader could not take apart as rejected", () => {
    const plan = planImport({
      ...inputFor(EMPTY, rows),
      unreadable: [{ line: 9, column: 7, value: "a;b;c", reason: { key: "file.too-many-cells" } }],
    });
    expect(plan.counts).toMatchObject({ rows: 5, rejected: 3 });
    expect(corrections(plan).at(-1)).toMatchObject({ row: 9, column: 7, severity: "rejected" });
  });
});

describe("properties", { timeout: 60_000 }, () => {
  const cell = (...values: string[]) => fc.constantFrom("", ...values);
  const row = fc.tuple(
    fc.oneof(cell("Portal", "portal ", "E-Akte", "Zeiterfassung", "-", "x".repeat(301)), fc.string({ maxLength: 6 })),
    fc.oneof(
      cell("Bauamt", "Sozialamt", "Bauamt, Sozialamt", "Amt für Schule, Sport", "Bauamt; Hauptamt"),
      fc.string({ maxLength: 6 }),
    ),
    fc.oneof(
      cell("Visma", "Visma Oy", "Solita Oy", "Solita", "Solita Oy, Visma", "SAP SE und IBM", "unbekannt"),
      fc.string({ maxLength: 8 }),
    ),
    cell("DE", "Suomi", "nirgends", "DE, FR"),
    cell("1.200 €", "viel", "0"),
    cell("", "", "A-1", "a-1", "B-2"),
  );
  const table = fc.array(row, { maxLength: 12 });

  it("rows in = created + updated + unchanged + rejected, and every rejected row has its reason", () => {
    fc.assert(
      fc.property(table, table, (first, second) => {
        const state = apply(EMPTY, planImport(inputFor(EMPTY, first)));
        const plan = planImport(inputFor(state, second));
        const { counts } = plan;
        expect(counts.rows).toBe(second.length);
        expect(counts.created + counts.updated + counts.unchanged + counts.rejected).toBe(counts.rows);
        for (const planned of plan.rows) {
          const rejecting = planned.problems.filter((problem) => problem.severity === "rejected");
          expect(rejecting.length > 0).toBe(planned.outcome === "rejected");
          expect(planned.outcome === "updated" || planned.outcome === "created").toBe(planned.changes.length > 0);
          for (const problem of planned.problems) expect(IMPORT_TEXTS[problem.reason.key]).toBeDefined();
        }
        const used = plan.rows.flatMap((planned) => (planned.existingId === null ? [] : [planned.existingId]));
        expect(new Set(used).size).toBe(used.length);
      }),
      { numRuns: 150 },
    );
  });

  it("planned again after it was carried out, everything is unchanged, also on top of another import", () => {
    fc.assert(
      fc.property(table, table, fc.boolean(), (first, second, byHand) => {
        const imported = apply(EMPTY, planImport(inputFor(EMPTY, first)));
        // Services made by hand have no key of an import.
        const before = byHand
          ? { ...imported, services: imported.services.map((service) => ({ ...service, naturalKey: null })) }
          : imported;
        const plan = planImport(inputFor(before, second));
        const again = planImport(inputFor(apply(before, plan), second));
        expect(again.counts).toMatchObject({ created: 0, updated: 0, rejected: plan.counts.rejected });
        expect([again.newOrganisations, again.newProducts, again.newDepartments]).toEqual([[], [], []]);
      }),
      { numRuns: 150 },
    );
  });

  it("the order of rows does not matter, except which of two duplicates counts", () => {
    fc.assert(
      fc.property(table, table, fc.integer(), (first, second, seed) => {
        const state = apply(EMPTY, planImport(inputFor(EMPTY, first)));
        const plan = planImport(inputFor(state, second));
        fc.pre(!corrections(plan).some((problem) => problem.reason.key === "import.row.duplicate"));
        const order = second
          .map((_, index) => index)
          .sort((a, b) => ((a * 31 + seed) % 7) - ((b * 31 + seed) % 7) || b - a);
        const shuffled = planImport(
          inputFor(
            state,
            order.map((index) => second[index] ?? []),
          ),
        );
        expect(shuffled.counts).toEqual(plan.counts);
        order.forEach((from, to) => {
          const { outcome, key, existingId, values } = shuffled.rows[to] ?? {};
          expect({ outcome, key, existingId, values }).toEqual({
            outcome: plan.rows[from]?.outcome,
            key: plan.rows[from]?.key,
            existingId: plan.rows[from]?.existingId,
            values: plan.rows[from]?.values,
          });
        });
        expect(shuffled.newOrganisations.map((each) => each.name)).toEqual(
          plan.newOrganisations.map((each) => each.name),
        );
      }),
      { numRuns: 150 },
    );
  });
});

function unquote(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

describe("Oulu's register", () => {
  it("comes in whole, twice, with its locations understood and nothing dropped silently", () => {
    const file = fileURLToPath(
      new URL("../../../catalogue/examples/oulu-tietojarjestelmaluettelo-2023.csv", import.meta.url),
    );
    // One record per line in this file; the reading of files as such is tested where it lives.
    const [header = [], ...data] = readFileSync(file, "utf8")
      .replace(/^\uFEFF/, "")
      .trim()
      .split("\n")
      .map((line) => [...`${line};`.matchAll(/("(?:[^"]|"")*"|[^;]*);/g)].map((match) => unquote(match[1] ?? "")));
    const rows = data.map((cells, index) => ({ line: index + 2, cells }));
    const mapping = suggestMapping(
      header,
      rows.slice(0, 50).map((each) => each.cells),
    ).map((each) => each.field);
    const known = catalogue<{ organisations: { id: string; name: string }[] }>("organisations.json").organisations;
    const aliases = catalogue<{ organisations: Record<string, string[]> }>("aliases.json").organisations;
    const plan = (state: State) => {
      const names = [...known, ...state.organisations];
      const index = buildIndex(names.map(({ id, name }) => ({ id, name, aliases: aliases[id] ?? [] })));
      return planImport({
        ...inputFor(state, [], mapping),
        header,
        rows,
        matchOrganisation: (name) => matchName(index, name),
      });
    };
    const start = { ...EMPTY, organisations: [] };
    const first = plan(start);
    expect(first.counts).toMatchObject({ rows: 205, created: 205, updated: 0, unchanged: 0, rejected: 0 });
    const places = first.rows.map((row) => row.values.dataLocation);
    expect(places.filter((place) => place === "FI")).toHaveLength(97);
    expect(places.filter((place) => place === "EEA")).toHaveLength(55);
    expect(places.filter((place) => place === "third-adequate")).toHaveLength(3);
    // The only cells that are not taken are lists of departments.
    expect(new Set(corrections(first).map((problem) => problem.reason.key))).toEqual(
      new Set(["import.value.several-departments"]),
    );
    const suppliers = new Set(
      first.rows.flatMap((row) => row.matches.filter((match) => match.decision === "matched").map((match) => match.id)),
    );
    expect([...suppliers]).toEqual(
      expect.arrayContaining(["microsoft", "ibm", "autodesk", "aws", "github", "google", "esri"]),
    );
    // Similar is not the same: Mattersoft is not Mattermost.
    expect(first.newOrganisations.find((each) => each.name === "Mattersoft Oy")?.lines.length).toBeGreaterThan(0);

    const after = apply(start, first);
    const second = plan(after);
    expect(second.counts).toMatchObject({ rows: 205, created: 0, updated: 0, unchanged: 205, rejected: 0 });
  });
});
