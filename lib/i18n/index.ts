import { IntlMessageFormat } from "intl-messageformat";
import { INTL_TAG, type Locale } from "./locale";
import { namespaces } from "./messages";

export { INTL_TAG, LOCALES, isLocale, negotiateLocale, type Locale } from "./locale";
export { defineMessages } from "./define";

type Namespaces = typeof namespaces;
type KeysOf<N extends keyof Namespaces & string> = `${N}.${keyof Namespaces[N]["de"] & string}`;

/** Key of a message: `noun.key`. */
export type MessageKey = { [N in keyof Namespaces & string]: KeysOf<N> }[keyof Namespaces & string];

export type ParamValue = string | number;
export type Params = Readonly<Record<string, ParamValue>>;

/** German source text of a key, as a literal type. */
type TextOf<K extends string> = K extends `${infer N}.${infer Rest}`
  ? N extends keyof Namespaces
    ? Rest extends keyof Namespaces[N]["de"]
      ? Namespaces[N]["de"][Rest]
      : never
    : never
  : never;

type NameIn<P extends string> = P extends `${infer Name},${string}` ? Name : P;
type FlatNames<T extends string> = T extends `${string}{${infer P}}${infer Rest}` ? NameIn<P> | FlatNames<Rest> : never;
/** `null` = nested (plural, select): the names are checked when the message is formatted, not by the compiler. */
type NamesOf<T extends string> = T extends `${string}, plural,${string}` | `${string}, select,${string}`
  ? null
  : FlatNames<T>;

type ParamArgs<K extends string> = [NamesOf<TextOf<K> & string>] extends [never]
  ? []
  : NamesOf<TextOf<K> & string> extends string
    ? [params: Readonly<Record<NamesOf<TextOf<K> & string>, ParamValue>>]
    : [params: Params];

/** Turns message keys into sentences of one language. */
export interface Translator {
  readonly locale: Locale;
  /** Message of a known key. Throws when a parameter of the message is missing. */
  <K extends MessageKey>(key: K, ...params: ParamArgs<K>): string;
  has(key: string): key is MessageKey;
  /** Message of a key that comes with data (reason, error code); the key itself when there is no message. Unknown parameters stay visible. */
  dynamic(key: string, params?: Params): string;
}

const compiled = new Map<string, IntlMessageFormat>();
const translators = new Map<Locale, Translator>();

function messageOf(key: string, locale: Locale): string | undefined {
  const dot = key.indexOf(".");
  if (dot < 1) return undefined;
  const namespace = key.slice(0, dot);
  if (!Object.hasOwn(namespaces, namespace)) return undefined;
  const messages: Readonly<Record<string, string>> = namespaces[namespace as keyof Namespaces][locale];
  const rest = key.slice(dot + 1);
  return Object.hasOwn(messages, rest) ? messages[rest] : undefined;
}

function format(key: string, text: string, locale: Locale, params: Params | undefined): string {
  if (!text.includes("{") && !text.includes("'")) return text;
  const id = `${locale}:${key}`;
  let message = compiled.get(id);
  if (message === undefined) {
    message = new IntlMessageFormat(text, INTL_TAG[locale], undefined, { ignoreTag: true });
    compiled.set(id, message);
  }
  return String(message.format(params));
}

/** The translator of a language; compiled messages are kept for the life of the process. */
export function createTranslator(locale: Locale): Translator {
  const known = translators.get(locale);
  if (known !== undefined) return known;
  const translate = (key: string, params?: Params): string => {
    const text = messageOf(key, locale);
    if (text === undefined) throw new Error(`No message for ${key}`);
    return format(key, text, locale, params);
  };
  const t = Object.assign(translate, {
    locale,
    has: (key: string): key is MessageKey => messageOf(key, locale) !== undefined,
    dynamic: (key: string, params?: Params): string => {
      const text = messageOf(key, locale);
      if (text === undefined) return key;
      try {
        return format(key, text, locale, params);
      } catch {
        return fillText(text, params ?? {});
      }
    },
  }) as Translator;
  translators.set(locale, t);
  return t;
}

/** Text that comes with data in both languages. */
export function tr(text: { readonly de: string; readonly en: string }, locale: Locale): string {
  return text[locale];
}

/** Replaces `{name}` in a text that comes with data; a name without a value stays visible. */
export function fillText(text: string, params: Params): string {
  return text.replace(/\{([A-Za-z0-9_-]+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
