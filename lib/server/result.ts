/** A field of the input and what is wrong with it; `code` names a message, `params` fill it. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The short list of expected refusals. Everything else is an exception. */
export type RefusalCode =
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "invalid"
  | "conflict"
  | "too-many-requests"
  | "cross-site"
  | "too-large"
  | "not-possible";

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  /** Message key that says what, where and how to mend it. */
  readonly message?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly fields?: readonly FieldProblem[];
  /** For `conflict`: what is stored now. */
  readonly current?: unknown;
}

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export type Result<T> = Ok<T> | Refusal;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export const refuse = (code: RefusalCode, rest: Omit<Refusal, "ok" | "code"> = {}): Refusal => ({
  ok: false,
  code,
  ...rest,
});

const STATUS: Record<RefusalCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  invalid: 422,
  conflict: 409,
  "too-many-requests": 429,
  "cross-site": 403,
  "too-large": 413,
  "not-possible": 409,
};

/** Refusal → RFC 9457 problem details. `title` and `detail` are in the reader's language. */
export function problemBody(refusal: Refusal, translate: (key: string, params?: Refusal["params"]) => string) {
  return {
    type: `urn:hoheit:problem:${refusal.code}`,
    title: translate(`problems.${camel(refusal.code)}`),
    status: STATUS[refusal.code],
    ...(refusal.message ? { detail: translate(refusal.message, refusal.params) } : {}),
    ...(refusal.fields
      ? {
          errors: refusal.fields.map((field) => ({
            pointer: `#/${field.path.replaceAll(".", "/")}`,
            code: field.code,
            detail: translate(`problems.field_${camel(field.code)}`, field.params),
          })),
        }
      : {}),
    ...(refusal.current === undefined ? {} : { current: refusal.current }),
  };
}

export const statusOf = (code: RefusalCode): number => STATUS[code];

const camel = (code: string): string => code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
