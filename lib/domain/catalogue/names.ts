/*
 * Names as the catalogue writes them: taking them apart, and making them comparable.
 */

const LEGAL_FORMS = new Set(
  (
    "inc incorporated corp corporation co company llc llp ltd limited plc lp gmbh mbh ag se kg kgaa ohg eg ek ug aör aoer ev " +
    "sa sas sarl spa srl bv nv ab as asa oy oyj aps sro spol sia zrt kft pbc ltda gruppe group"
  ).split(" "),
);

/** A text without its parenthesised parts: `Thoma Bravo (through Zug UK Holdco Ltd.)` → `Thoma Bravo`. */
export function withoutParentheses(text: string): string {
  return text
    .replace(/\([^()]*\)/g, " ")
    .replace(/\s+([,;])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** Key under which two spellings of one organisation meet: lower case, no punctuation, no legal form at the end. */
export function nameKey(name: string): string {
  const words = withoutParentheses(name)
    .toLowerCase()
    .replace(/\b([a-z])\.(?=[a-z]\b|\s|$)/g, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ");
  while (words.length > 1 && LEGAL_FORMS.has(words[words.length - 1] ?? "")) words.pop();
  return words.join(" ");
}

/** Url-safe id part: `VINCI SA` → `vinci-sa`, umlauts written out. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    .replace(/ł/g, "l")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

const ends = (part: string) =>
  LEGAL_FORMS.has(
    part
      .toLowerCase()
      .replace(/[.]/g, "")
      .split(/[\s&]+/)
      .pop() ?? "",
  );

/** `A GmbH; B Ltd`, `A GmbH / B Inc.`, `A AG, formerly B AG`: one entry each; notes and bare legal forms are no names. */
function entities(list: string): string[] {
  return list
    .split(/\s*;\s*|,?\s+formerly\s+|,?\s+parent\s+|\s+d\/b\/a\s+|\s+within\s+/)
    .flatMap((part) => {
      const halves = part.split(/\s+\/\s+|\s+and\s+/);
      return halves.length > 1 && halves.every(ends) ? halves : [part];
    })
    .map((part) => part.replace(/^in Europe\s+|\s+and sister GmbHs$/g, "").trim())
    .filter((part) => part.includes(" ") && !/ \/ |\bholds about\b|\bsteward\b|to be checked/i.test(part));
}

/** Other names an organisation appears under: its legal entities, contracting companies and former names. */
export function legalNames(name: string, legalEntity: string): string[] {
  const short = withoutParentheses(name);
  const found = new Set<string>([short, ...short.split(" / "), ...entities(withoutParentheses(legalEntity))]);
  // "(EU contracts: X Limited, Ireland)", "(DE: X GmbH)": the company European customers find in their contract.
  for (const [, inside] of legalEntity.matchAll(/\((?:[A-Z]{2}|EU contracts):\s*([^()]+)\)/g)) {
    for (const part of entities((inside ?? "").replace(/,\s*(Ireland|Luxembourg)$/, ""))) found.add(part);
  }
  found.delete(name);
  return [...found];
}
