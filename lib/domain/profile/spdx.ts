/** A parsed SPDX licence expression. */
export type SpdxNode =
  | { readonly kind: "licence"; readonly id: string; readonly exception: string | null }
  | { readonly kind: "and" | "or"; readonly left: SpdxNode; readonly right: SpdxNode };

/** Longer text is no licence expression; the limit also bounds how deep parentheses can nest. */
const MAX_LENGTH = 2000;
const TOKEN = /\s*(\(|\)|[A-Za-z0-9][A-Za-z0-9.:-]*\+?)/y;

/**
 * Parses an SPDX expression (SPDX specification, annex on licence expressions): `WITH` binds tighter than `AND`, `AND`
 * tighter than `OR`; operators in any case. Null for anything else, without a guess at what was meant.
 */
export function parseSpdx(text: string): SpdxNode | null {
  const tokens = tokenise(text);
  if (tokens === null || tokens.length === 0) return null;
  let position = 0;
  const isWord = (word: string): boolean => tokens[position]?.toUpperCase() === word;
  const takeName = (): string | null => {
    const token = tokens[position];
    if (token === undefined || /^(\(|\)|AND|OR|WITH)$/i.test(token)) return null;
    position += 1;
    return token;
  };

  function chain(kind: "or" | "and", operand: () => SpdxNode | null): SpdxNode | null {
    let left = operand();
    while (left !== null && isWord(kind.toUpperCase())) {
      position += 1;
      const right = operand();
      left = right === null ? null : { kind, left, right };
    }
    return left;
  }
  const either = (): SpdxNode | null => chain("or", both);
  const both = (): SpdxNode | null => chain("and", term);

  function term(): SpdxNode | null {
    if (isWord("(")) {
      position += 1;
      const inner = either();
      if (inner === null || !isWord(")")) return null;
      position += 1;
      return inner;
    }
    const id = takeName();
    if (id === null) return null;
    if (!isWord("WITH")) return { kind: "licence", id: withoutPlus(id), exception: null };
    position += 1;
    const exception = takeName();
    return exception === null ? null : { kind: "licence", id: withoutPlus(id), exception };
  }

  const tree = either();
  return position === tokens.length ? tree : null;
}

/** "or later" never changes the kind of licence. */
const withoutPlus = (id: string): string => (id.endsWith("+") ? id.slice(0, -1) : id);

function tokenise(text: string): string[] | null {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return null;
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const token = TOKEN.exec(trimmed)?.[1];
    if (token === undefined) return null;
    tokens.push(token);
  }
  return tokens;
}
