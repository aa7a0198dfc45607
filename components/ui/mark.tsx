import type { ReactNode } from "react";

export type MarkState = "value" | "at-least" | "unknown" | "unanswered" | "not-applicable";
export type MunichLevel = 1 | 2 | 3 | 4 | 5;
export type Band = "A" | "B" | "C" | "D" | "E";
export type ExposureClass = "J0" | "J1" | "J2" | "J3" | "J4";

type MarkValue =
  | { readonly kind: "munich"; readonly value?: MunichLevel | `${MunichLevel}` | null }
  | { readonly kind: "band"; readonly value?: Band | null }
  | { readonly kind: "exposure"; readonly value?: ExposureClass | null };

export type MarkProps = MarkValue & {
  /** Without it: `value` when there is one, else `unanswered`. */
  readonly state?: MarkState;
  /** What a screen reader says, e.g. "Stufe 4"; empty only where the words stand beside it. */
  readonly label: string;
  /** Word before a minimum, e.g. "ab". */
  readonly atLeast?: string;
  /** Short text for not applicable, e.g. "n. z.". */
  readonly notApplicable?: string;
};

/** Id of the sprite's symbol for a value in a state; `null` where a word stands instead. */
export function markSymbol(
  kind: MarkValue["kind"],
  value: string | number | null | undefined,
  state: MarkState,
): string | null {
  const wide = kind === "exposure";
  if (state === "not-applicable") return null;
  if (state === "unknown") return wide ? "mju" : "mu";
  if (state === "unanswered" || value === null || value === undefined) return wide ? "mj0" : "m0";
  const prefix = kind === "munich" ? "m" : kind === "band" ? "b" : "";
  const id = `${prefix}${kind === "exposure" ? String(value).toLowerCase() : value}`;
  return state === "at-least" ? `${id}u` : id;
}

/** Level, band or exposure class: colour, sign and shape say the same. Four kinds of nothing are four pictures. */
export function Mark(props: MarkProps) {
  const { kind, value, label } = props;
  const state = props.state ?? (value === null || value === undefined ? "unanswered" : "value");
  const id = markSymbol(kind, value, state);
  if (id === null) return <span className="h-2">{props.notApplicable ?? label}</span>;
  const className = kind === "exposure" ? "h-mark h-mark--j" : "h-mark";
  const svg =
    label === "" ? (
      <svg className={className} aria-hidden="true">
        <use href={`#${id}`} />
      </svg>
    ) : (
      <svg className={className} role="img" aria-label={label}>
        <use href={`#${id}`} />
      </svg>
    );
  if (state !== "at-least") return svg;
  return (
    <span className="h-least">
      {props.atLeast !== undefined && <span aria-hidden="true">{props.atLeast}</span>}
      {svg}
    </span>
  );
}

/** A mark with its words beside it. */
export function MarkWithText({ text, ...mark }: MarkProps & { readonly text: ReactNode }) {
  return (
    <span className="h-marked">
      <Mark {...mark} />
      <span>{text}</span>
    </span>
  );
}

/** Places of a strip, dependent first: right is always more sovereign. */
export const STRIP_PLACES = {
  munich: ["5", "4", "3", "2", "1"],
  band: ["E", "D", "C", "B", "A"],
  exposure: ["J4", "J3", "J2", "J1", "J0"],
} as const;

/**
 * Scale strip: the mark is the actual level, several marks are still possible, underlined is required, struck through is ruled out.
 * The strip itself is a picture; `text` says the same in words.
 */
export function Strip({
  kind,
  actual,
  possible,
  atLeast = false,
  required,
  large = false,
  text,
}: {
  readonly kind: keyof typeof STRIP_PLACES;
  /** Known level; `null` when unknown or open. */
  readonly actual?: string | null;
  /** Levels still possible while answers are open. */
  readonly possible?: readonly string[];
  /** `actual` is a minimum. */
  readonly atLeast?: boolean;
  /** Worst level that is still good enough. */
  readonly required?: string | null;
  readonly large?: boolean;
  readonly text: string;
}) {
  const places: readonly string[] = STRIP_PLACES[kind];
  const requiredAt = required === null || required === undefined ? -1 : places.indexOf(required);
  return (
    <>
      <span className={large ? "h-strip h-strip--l" : "h-strip"} aria-hidden="true">
        {places.map((place, i) => {
          const marked = place === actual || (possible?.includes(place) ?? false);
          const ruledOut = possible !== undefined && !marked;
          const classes = [requiredAt >= 0 && i >= requiredAt ? "is-req" : "", ruledOut ? "is-out" : ""];
          const id = markSymbol(kind, place, atLeast && place === actual ? "at-least" : "value");
          return (
            <span key={place} className={classes.filter(Boolean).join(" ") || undefined}>
              {marked && id !== null ? (
                <svg className={kind === "exposure" ? "h-mark h-mark--j" : "h-mark"}>
                  <use href={`#${id}`} />
                </svg>
              ) : (
                place
              )}
            </span>
          );
        })}
      </span>
      <span className="h-vh">{text}</span>
    </>
  );
}

export type GoalState = "achieved" | "on-track" | "behind" | "missed" | "no-data";

const GOAL_SYMBOL: Readonly<Record<GoalState, string>> = {
  achieved: "s-ok",
  "on-track": "s-on",
  behind: "s-behind",
  missed: "s-missed",
  "no-data": "s-none",
};

/** Status of a goal: form in ink and always the word, no traffic light. */
export function GoalStatus({ status, text }: { readonly status: GoalState; readonly text: string }) {
  return (
    <span className="h-status">
      <svg className="h-st" viewBox="0 0 16 16" aria-hidden="true">
        <use href={`#${GOAL_SYMBOL[status]}`} />
      </svg>
      {text}
    </span>
  );
}
