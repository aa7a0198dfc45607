/** A person's answer as it is stored. */
export interface SheetAnswer {
  readonly value: string;
  readonly note?: string;
}

/** Which answer of which service. */
export interface CellPlace {
  readonly method: string;
  readonly serviceId: string;
  readonly criterion: string;
}

/** What the token of a row says about the moment of the export. */
export interface CellState {
  /** The value a person had given; null = nobody had. */
  readonly stored: string | null;
  /** The value that counted, of a person or from facts; null = open. */
  readonly shown: string | null;
  readonly place: string;
  readonly note: string;
}

const NONE = "*";
const VERSION = "v1";

/**
 * 53-bit checksum of a text in base 36 (two multiplicative rounds over UTF-16 units). It finds accidents, such as a
 * column sorted without its neighbours; it is no protection against anybody, and needs to be none: the token gives no right.
 */
function checksum(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

const placeSum = (place: CellPlace, stored: string | null, shown: string | null): string =>
  checksum(JSON.stringify([place.method, place.serviceId, place.criterion, stored, shown]));

const noteSum = (place: string, note: string | undefined): string => checksum(JSON.stringify([place, note ?? null]));

/**
 * The token that a row carries through the spreadsheet: what was stored and what counted at the export, bound to the
 * service, the criterion and the method. It tells cell by cell what has changed since.
 */
export function stateToken(place: CellPlace, stored: SheetAnswer | null, shown: string | null): string {
  const sum = placeSum(place, stored?.value ?? null, shown);
  return [VERSION, stored?.value ?? NONE, shown ?? NONE, sum, noteSum(sum, stored?.note)].join(":");
}

/** Reads a token; null when it is none. */
export function readToken(token: string): CellState | null {
  const [version, stored, shown, place, note, ...rest] = token.trim().split(":");
  if (version !== VERSION || stored === undefined || shown === undefined || place === undefined) return null;
  if (note === undefined || rest.length > 0) return null;
  return { stored: stored === NONE ? null : stored, shown: shown === NONE ? null : shown, place, note };
}

/** Was the token made for this row? */
export const belongsTo = (state: CellState, place: CellPlace): boolean =>
  state.place === placeSum(place, state.stored, state.shown);

/** Is the answer still the one that was exported, with its note? */
export const sameAsExported = (state: CellState, stored: SheetAnswer | null): boolean =>
  state.stored === (stored?.value ?? null) && state.note === noteSum(state.place, stored?.note);
