const GERMAN: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe", æ: "ae" };

/**
 * Text as the search compares it: lower case, without accents, `ß` as `ss`, other signs as spaces.
 * "Büropaket" becomes "buropaket"; see `searchText` for the spelling "bueropaket".
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What is stored to be searched: every part folded, and once more with umlauts written out where that differs. */
export function searchText(parts: readonly (string | null | undefined)[]): string {
  const text = parts.filter((part) => part).join(" · ");
  const plain = fold(text);
  const written = fold(
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[äöüåøæ]/g, (letter) => GERMAN[letter] ?? letter),
  );
  return written === plain ? plain : `${plain} ${written}`;
}

/** Ways in which a query may be written in a search text: folded, and with umlauts written out; empty when nothing is left. */
export function searchVariants(query: string): readonly string[] {
  const written = query
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüåøæ]/g, (letter) => GERMAN[letter] ?? letter);
  return [...new Set([fold(query), fold(written)])].filter((variant) => variant !== "");
}
