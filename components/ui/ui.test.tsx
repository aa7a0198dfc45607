import fc from "fast-check";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { createTranslator } from "@/lib/i18n";
import {
  Checkbox,
  Chips,
  Confirm,
  DataTools,
  ErrorSummary,
  FilterBar,
  Mark,
  markSymbol,
  Note,
  pageList,
  Pager,
  RadioGroup,
  SelectField,
  Strip,
  TextField,
} from "./index";

const t = createTranslator("de");
const html = (node: ReactNode) => renderToStaticMarkup(node);

describe("Mark", () => {
  it("has a different picture for each kind of nothing", () => {
    const states = ["value", "at-least", "unknown", "unanswered", "not-applicable"] as const;
    for (const [kind, value] of [
      ["munich", 5],
      ["band", "E"],
      ["exposure", "J4"],
    ] as const) {
      expect(new Set(states.map((state) => markSymbol(kind, value, state))).size).toBe(states.length);
    }
  });
  it("never turns a missing value into a level", () => {
    expect(html(<Mark kind="munich" value={null} label="nicht bewertet" />)).toContain("#m0");
    expect(html(<Mark kind="exposure" value={null} state="unknown" label="unbekannt" />)).toContain("#mju");
    expect(html(<Mark kind="band" state="not-applicable" label="nicht zutreffend" notApplicable="n. z." />)).toContain(
      "n. z.",
    );
  });
  it("says a minimum in words and by its edge", () => {
    const markup = html(
      <Mark kind="exposure" value="J1" state="at-least" label="Zugriffsrisiko mindestens J1" atLeast="ab" />,
    );
    expect(markup).toContain("#j1u");
    expect(markup).toContain(">ab<");
    expect(markup).toContain('aria-label="Zugriffsrisiko mindestens J1"');
  });
});

describe("Strip", () => {
  it("underlines what is good enough, marks what is possible, strikes out the rest", () => {
    const markup = html(
      <Strip kind="munich" possible={["4", "3", "2", "1"]} required="3" text="noch möglich: 1 bis 4" />,
    );
    expect(markup.match(/is-req/g)).toHaveLength(3);
    expect(markup.match(/is-out/g)).toHaveLength(1);
    expect(markup.match(/<use/g)).toHaveLength(4);
    expect(markup).toContain("noch möglich: 1 bis 4");
  });
});

describe("pageList and Pager", () => {
  it("holds first, last and the current page in order, without holes of one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (last, n) => {
        const current = 1 + (n % last);
        const list = pageList(current, last);
        const numbers = list.filter((p): p is number => p !== null);
        expect(numbers[0]).toBe(1);
        expect(numbers.at(-1)).toBe(last);
        expect(numbers).toContain(current);
        list.forEach((p, i) => {
          const before = list[i - 1];
          if (p !== null && typeof before === "number") expect(p).toBe(before + 1);
        });
        expect(list.length).toBeLessThanOrEqual(7);
      }),
    );
  });
  it("states the rows, and says when there are none", () => {
    const href = (p: number) => `?page=${p}`;
    expect(html(<Pager t={t} page={2} pageSize={25} total={2780} href={href} />)).toContain("26 bis 50 von 2.780");
    expect(html(<Pager t={t} page={1} pageSize={25} total={0} href={href} />)).toContain("keine Zeilen");
    expect(html(<Pager t={t} page={4} pageSize={25} total={100} href={href} />)).not.toContain('rel="next"');
  });
});

describe("forms", () => {
  it("ties hint and error to the control, and the summary to the field", () => {
    const markup = html(
      <>
        <ErrorSummary title="Bitte prüfen" errors={[{ field: "cost", message: "Bitte eine Zahl eingeben." }]} />
        <TextField
          id="cost"
          name="cost"
          label="Kosten"
          hint="in Euro"
          error="Bitte eine Zahl eingeben."
          defaultValue="12.3.4"
        />
      </>,
    );
    expect(markup).toContain('href="#cost"');
    expect(markup).toContain('aria-describedby="cost-hint cost-error"');
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toContain('id="cost-error"');
    expect(markup).toContain('value="12.3.4"');
  });
  it("gives every control its label in both sizes", () => {
    for (const large of [false, true]) {
      const options = [{ value: "a", label: "A" }];
      const markup = html(
        <>
          <SelectField id="s" name="s" label="Wahl" options={options} defaultValue="a" large={large} />
          <Checkbox id="c" name="c" label="nur mit Lücke" large={large} defaultChecked />
          <RadioGroup id="r" name="r" legend="Antwort" options={options} large={large} />
        </>,
      );
      for (const id of ["s", "c", "r-a"]) {
        expect(markup).toContain(`for="${id}"`);
        expect(markup).toContain(`id="${id}"`);
      }
      expect(markup).toContain("<legend>Antwort</legend>");
    }
  });
  it("presets nothing where nobody has answered", () => {
    const options = [
      { value: "yes", label: "Ja" },
      { value: "no", label: "Nein" },
    ];
    expect(html(<RadioGroup id="q" name="q" legend="?" options={options} value={null} />)).not.toContain("checked");
    expect(html(<RadioGroup id="q" name="q" legend="?" options={options} value="no" />).match(/checked/g)).toHaveLength(
      1,
    );
  });
  it("keeps sort and columns when a filter is applied", () => {
    const markup = html(
      <FilterBar
        t={t}
        action="/inventory"
        label="Inventar filtern"
        count={1}
        keep={{ sort: "name", column: ["a", "b"], page: undefined }}
      >
        <TextField id="q" name="q" label="Suche" />
      </FilterBar>,
    );
    expect(markup).toContain('method="get"');
    expect(markup.match(/type="hidden"/g)).toHaveLength(3);
    expect(markup).toContain("Filter (1 gesetzt)");
  });
});

describe("pieces without script", () => {
  it("opens confirmation and table by details, and leaves out empty chips", () => {
    expect(
      html(
        <Confirm label="Löschen" title="Wirklich?">
          x
        </Confirm>,
      ),
    ).toContain("<summary");
    expect(html(<DataTools t={t} table={<table />} csvHref="/x.csv" />)).toContain("Als Tabelle");
    expect(html(<Chips t={t} items={[]} clearHref="?" />)).toBe("");
    expect(html(<Note tone="danger" live="alert" title="Fehler." />)).toContain('role="alert"');
  });
});
