/** Letters that do not come apart into a base letter and a mark. */
const SPECIAL: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  æ: "a",
  œ: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/**
 * Small letters and digits in words, without accents or punctuation; ä, ae and a become one, likewise ö and ü, ø and å;
 * "&" and "and" read as "und".
 * The result is a key to compare by, not a spelling.
 */
export function fold(text: string): readonly string[] {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[ßøæœłđðþı]/g, (letter) => SPECIAL[letter] ?? letter)
    .replace(/['’`´]/g, "")
    .replace(/&|\band\b/g, " und ")
    .replace(/([aou])e+/g, "$1");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Text as written, apart from case, kind of blank and Unicode form. */
export function exactKey(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Legal forms as they stand behind a name; dotted spellings become single letters when folded. */
const LEGAL_FORMS = [
  // DE, AT, CH
  "GmbH, mbH, gGmbH, G.m.b.H., AG, A.G., SE, KG, K.G., KGaA, OHG, GbR, UG, UG haftungsbeschränkt, e.V., eV, e.K., eK, e.Kfm., eG, e.G.",
  "AöR, A.ö.R., KdöR, K.d.ö.R., PartG, PartGmbB, Ges.m.b.H., Gesellschaft mbH, Aktiengesellschaft, Gesellschaft m.b.H.",
  "Anstalt des öffentlichen Rechts, Körperschaft des öffentlichen Rechts, GmbH & Co. KG, & Co., und Co, and Co, et Cie, Cie",
  // FI, SE, NO, DK
  "Oy, Oyj, Oy Ab, Abp, Ab, AB, Ky, Tmi, ry, sr, osk, Osakeyhtiö, Aktiebolag, publ, HB, A/S, AS, ASA, ANS, ApS, P/S, K/S, IVS",
  // NL, BE, FR, LU
  "B.V., BV, N.V., NV, C.V., V.O.F., VOF, BVBA, SPRL, SRL, VZW, ASBL, AISBL, SA, S.A., SAS, S.A.S., SASU, SARL, S.à r.l., S.A.R.L., SNC, SCA, UC",
  // IT, ES, PT, PL, CZ, SK, Baltics and further
  "S.p.A., SpA, S.r.l., S.L., SL, S.L.U., SLU, Lda, sp. z o.o., spółka z o.o., sp.k., sp. j., s.r.o., spol. s r.o., a.s., SIA, UAB, OÜ, d.o.o., d.d., Kft, Zrt, AO, OOO",
  // GB, US and further
  "Ltd, Ltd., L.t.d., Limited, plc, P.L.C., LLP, LP, L.P., Inc, Inc., Incorporated, Corp, Corp., Corporation, LLC, L.L.C., Co, Co., Company, PBC, ULC, CIC, C.I.C.",
  "Pty Ltd, Pty, Pvt. Ltd., Pvt, Co., Ltd., S.E., K.K., Group, Gruppe, Groupe, Holding, Holdings, Konzern, Konserni",
];
const LEADING_FORMS = ["The", "Oy", "Ab", "AO", "OOO", "UAB", "SIA"];

const COUNTRY_WORDS = [
  "Deutschland, Germany, Saksa, Tyskland, Duitsland, Allemagne, Österreich, Austria, Itävalta, Schweiz, Suisse, Svizzera, Switzerland, Sveitsi",
  "Finland, Suomi, Finnland, Sverige, Sweden, Ruotsi, Schweden, Norge, Norway, Norja, Norwegen, Danmark, Denmark, Tanska, Dänemark, Eesti, Estonia",
  "Nederland, Netherlands, The Netherlands, Niederlande, België, Belgique, Belgium, Belgien, Luxembourg, Luxemburg, France, Frankreich, Italia, Italy",
  "España, Spain, Portugal, Polska, Poland, Polen, Czech Republic, Ireland, Irland, United Kingdom, UK, Great Britain, USA, US, America, Americas",
  "Europe, Europa, EMEA, Nordic, Nordics, DACH, D-A-CH, Benelux, Baltics, International",
];

/** Ends of names as reversed word lists in a tree, so that the longest one is found in one go. */
function endings(lists: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const byLast = new Map<string, (readonly string[])[]>();
  for (const form of lists.flatMap((list) => list.split(", "))) {
    const words = fold(form);
    const last = words.at(-1);
    if (last !== undefined) byLast.set(last, [...(byLast.get(last) ?? []), words]);
  }
  for (const forms of byLast.values()) forms.sort((a, b) => b.length - a.length);
  return byLast;
}

const LEGAL_ENDINGS = endings(LEGAL_FORMS);
const WEAK_ENDINGS = endings([...LEGAL_FORMS, ...COUNTRY_WORDS]);
const LEADING = new Set(LEADING_FORMS.flatMap((form) => fold(form)));

function stripEnd(
  words: readonly string[],
  ends: ReadonlyMap<string, readonly (readonly string[])[]>,
): readonly string[] {
  let rest = words;
  for (;;) {
    const last = rest.at(-1);
    const found = last === undefined ? undefined : ends.get(last)?.find((form) => endsWith(rest, form));
    if (found === undefined) return rest;
    rest = rest.slice(0, rest.length - found.length);
  }
}

function endsWith(words: readonly string[], end: readonly string[]): boolean {
  const from = words.length - end.length;
  return from >= 0 && end.every((word, index) => words[from + index] === word);
}

function stripStart(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < words.length && LEADING.has(words[from] ?? "")) from += 1;
  return words.slice(from);
}

/**
 * The name of an organisation or product as a key to compare by: folded, without legal forms at its end or start. Empty
 * when nothing but legal forms is left. Idempotent.
 */
export function normaliseName(name: string): string {
  return stripEnd(stripStart(fold(name)), LEGAL_ENDINGS).join(" ");
}

/** Weaker form: also without country and region words at the end ("CGI Suomi Oy" → "cgi"). Empty when nothing is left. */
export function withoutCountry(name: string): string {
  // A country tied on by a hyphen is part of the name: Koha-Suomi is not Koha's Finnish company.
  const tied = name.replace(/(?<=[\p{L}\p{N}])[-‐‑](?=[\p{L}\p{N}])/gu, "");
  return stripEnd(stripStart(fold(tied)), WEAK_ENDINGS).join(" ");
}

/** True when the text is nothing but a legal form ("Inc.", "GmbH & Co. KG"). */
export function isLegalForm(text: string): boolean {
  const words = fold(text);
  return words.length > 0 && stripEnd(words, LEGAL_ENDINGS).length === 0;
}

/** True when the text ends in a legal form and has a name before it ("Solita Oy"). */
export function hasLegalForm(text: string): boolean {
  const words = fold(text);
  const rest = stripEnd(words, LEGAL_ENDINGS);
  return rest.length > 0 && rest.length < words.length;
}
