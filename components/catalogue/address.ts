/** Settings of a list as a query; what is empty or the default is left out, so that equal views have one address. */
export function address(
  path: string,
  settings: Readonly<Record<string, string | number | undefined>>,
  defaults: Readonly<Record<string, string | number>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined || value === "" || defaults[name] === value) continue;
    query.set(name, String(value));
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** Address of a record; catalogue ids may hold a colon. */
export const recordHref = (base: string, kind: "organisations" | "products" | "jurisdictions", id: string): string =>
  `${base}/${kind}/${encodeURIComponent(id)}`;
