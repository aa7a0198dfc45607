export { buildIndex, matchName, MATCH_ACCEPT } from "./match";
export type { MatchKind, NameEntry, NameIndex, NameMatch } from "./match";
export { isLegalForm, normaliseName, withoutCountry } from "./normalise";
export { splitNames } from "./split";
