/**
 * Places at which a name stands twice in the same object of a JSON text, e.g. `criteria[2].id`. Reading JSON keeps only the
 * last of them, so a weight written twice would silently be another one. The text must be valid JSON.
 */
export function duplicateKeys(text: string): readonly string[] {
  const found: string[] = [];
  const open: { readonly keys: Set<string> | null; at: string | number }[] = [];
  const place = (): string =>
    open
      .map(({ at }) => (typeof at === "number" ? `[${at}]` : `.${at}`))
      .join("")
      .replace(/^\./, "");
  // Strings, and the signs that give JSON its structure; everything else is values and space.
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    const here = open.at(-1);
    if (token === "{") open.push({ keys: new Set(), at: "" });
    else if (token === "[") open.push({ keys: null, at: 0 });
    else if (token === "}" || token === "]") open.pop();
    else if (token === ",") {
      if (typeof here?.at === "number") here.at += 1;
    } else if (here?.keys && isName(text, index + token.length)) {
      here.at = String(JSON.parse(token));
      if (here.keys.has(here.at)) found.push(place());
      here.keys.add(here.at);
    }
  }
  return found;
}

/** Is the text up to here the name of something, that is, does a colon follow? */
function isName(text: string, end: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = end;
  return colon.test(text);
}
