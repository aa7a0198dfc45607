interface Offered {
  readonly name: string;
  readonly category: string | null;
  readonly makerId: string | null;
}

/**
 * For each product the names of products of the same category by other makers, one per maker, in alphabetical order.
 * What has no maker or no category competes with nothing.
 */
export function competitorsOf(products: readonly Offered[]): (product: Offered) => readonly string[] {
  const categories = new Map<string, Map<string, string>>();
  for (const { name, category, makerId } of [...products].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (category === null || makerId === null) continue;
    const makers = categories.get(category) ?? new Map<string, string>();
    if (!makers.has(makerId)) makers.set(makerId, name);
    categories.set(category, makers);
  }
  return ({ category, makerId }) =>
    category === null || makerId === null
      ? []
      : [...(categories.get(category) ?? [])].flatMap(([other, name]) => (other === makerId ? [] : [name]));
}
