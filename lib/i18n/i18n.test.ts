import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  createTranslator,
  defineMessages,
  fillText,
  INTL_TAG,
  LOCALES,
  negotiateLocale,
  tr,
  type MessageKey,
} from "./index";
import { namespaces } from "./messages";

interface Node {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>>;
}

/** Names of all arguments in a compiled message, at any depth. */
function argumentNames(nodes: readonly Node[]): Set<string> {
  const names = new Set<string>();
  for (const node of nodes) {
    const isLiteral = node.type === 0;
    const isPound = node.type === 7;
    if (!isLiteral && !isPound && typeof node.value === "string") names.add(node.value);
    for (const option of Object.values(node.options ?? {})) for (const n of argumentNames(option.value)) names.add(n);
  }
  return names;
}

const compile = (text: string, locale: "de" | "en") =>
  new IntlMessageFormat(text, INTL_TAG[locale], undefined, { ignoreTag: true });

describe.each(Object.entries(namespaces))("messages of %s", (_name, messages) => {
  const de: Readonly<Record<string, string>> = messages.de;
  const en: Readonly<Record<string, string>> = messages.en;

  it("has the same keys in both languages", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(de).sort());
  });

  it("compiles, with the same placeholders, and says something", () => {
    for (const [key, text] of Object.entries(de)) {
      const other = en[key] ?? "";
      expect(text.trim(), key).not.toBe("");
      expect(other.trim(), key).not.toBe("");
      const german = argumentNames(compile(text, "de").getAst() as readonly Node[]);
      const english = argumentNames(compile(other, "en").getAst() as readonly Node[]);
      expect([...english].sort(), key).toEqual([...german].sort());
    }
  });

  it("addresses German readers formally", () => {
    for (const [key, text] of Object.entries(de)) {
      expect(/(^|[\s„(])(du|dich|dir|dein\p{L}*)(?=[\s.,;:!?)“]|$)/iu.test(text), `${key}: ${text}`).toBe(false);
    }
  });
});

describe("createTranslator", () => {
  it("formats plurals and numbers in the language", () => {
    expect(createTranslator("de")("common.services", { count: 2780 })).toBe("2.780 Services");
    expect(createTranslator("en")("common.services", { count: 1 })).toBe("1 service");
    expect(createTranslator("de")("common.level", { level: 4 })).toBe("Stufe 4");
  });

  it("is one object per language", () => {
    for (const locale of LOCALES) expect(createTranslator(locale)).toBe(createTranslator(locale));
  });

  it("refuses a message without its parameter instead of printing a hole", () => {
    const t = createTranslator("de");
    // @ts-expect-error the parameter `level` is demanded by the type
    expect(() => t("common.level")).toThrow();
    // @ts-expect-error no such key
    expect(() => t("common.doesNotExist")).toThrow("common.doesNotExist");
  });

  it("shows keys and placeholders that come with data rather than failing", () => {
    const t = createTranslator("de");
    expect(t.dynamic("nothing.here")).toBe("nothing.here");
    expect(t.dynamic("constructor.name")).toBe("constructor.name");
    expect(t.dynamic("common.level")).toBe("Stufe {level}");
    expect(t.dynamic("common.level", { level: 2 })).toBe("Stufe 2");
    expect(t.has("common.yes")).toBe(true);
    expect(t.has("common.toString")).toBe(false);
  });

  it("types its keys", () => {
    expectTypeOf<"common.yes">().toExtend<MessageKey>();
    expectTypeOf<"common.maybe">().not.toExtend<MessageKey>();
  });

  it("demands the same keys in English", () => {
    // @ts-expect-error `b` is missing in English
    defineMessages({ de: { a: "a", b: "b" }, en: { a: "a" } });
    // @ts-expect-error `c` is not in German
    defineMessages({ de: { a: "a" }, en: { a: "a", c: "c" } });
  });
});

describe("fillText and tr", () => {
  it("fills known names only, and never interprets what it fills in", () => {
    expect(fillText("{a} und {b}", { a: "{b}" })).toBe("{b} und {b}");
    expect(fillText("{toString}", {})).toBe("{toString}");
    expect(tr({ de: "Stadt", en: "City" }, "en")).toBe("City");
  });
});

describe("negotiateLocale", () => {
  it.each([
    [null, "de"],
    ["", "de"],
    ["en-GB,en;q=0.9,de;q=0.8", "en"],
    ["de-AT,en;q=0.9", "de"],
    ["fr-FR,fr;q=0.9,en;q=0.5", "en"],
    ["en;q=0,de;q=0.1", "de"],
    ["fr", "de"],
    ["en;q=nonsense", "de"],
    ["*", "de"],
  ] as const)("%s → %s", (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});
