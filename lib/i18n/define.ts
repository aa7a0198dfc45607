/** Messages of one namespace: the German ones set the keys, the English ones must have exactly the same. */
export interface Messages<D extends Readonly<Record<string, string>>> {
  readonly de: D;
  readonly en: Readonly<Record<keyof D, string>>;
}

/**
 * Declares the messages of one noun. ICU MessageFormat in both languages; a missing or surplus English key is a type error.
 * Numbers inside a sentence: `{count, plural, one {# Service} other {# Services}}` or `{n, number}`; a bare `{n}` is inserted as it is.
 */
export function defineMessages<const D extends Readonly<Record<string, string>>>(messages: {
  readonly de: D;
  readonly en: NoInfer<Readonly<Record<keyof D, string>>>;
}): Messages<D> {
  return messages;
}
