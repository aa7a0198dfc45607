import type { DataAccess, OrganisationRole } from "@/lib/domain/facts";
import { newNameKey } from "@/lib/domain/importing/keys";
import type { NameMatch } from "@/lib/domain/naming";
import type { Actor, AuditEntry } from "@/lib/server/audit";
import type { Tx } from "@/lib/server/database/client";
import { refuse, type FieldProblem, type Refusal } from "@/lib/server/result";
import { loadMatcher } from "../catalogue/data";
import { ownId } from "../catalogue/mutations-own";
import type { ServiceValues } from "./data";
import type { CreateServiceInput } from "./schema";

/** Products and roles of a form by id, and the names that become the city's own rows. */
export interface Resolved {
  readonly productIds: readonly string[];
  readonly roles: readonly {
    readonly role: OrganisationRole;
    readonly organisationId: string | null;
    readonly dataAccess: DataAccess;
    readonly location: string | null;
  }[];
  readonly newProducts: readonly { readonly id: string; readonly name: string }[];
  readonly newOrganisations: readonly { readonly id: string; readonly name: string }[];
}

interface Named {
  readonly id: string | null;
  readonly name: string | null;
  readonly asNew: boolean;
}

interface Names {
  readonly match: (name: string) => readonly NameMatch[];
  readonly accept: (name: string) => string | null;
  readonly rows: ReadonlyMap<string, { readonly name: string }>;
  /** Rows the service has already; they may have left the catalogue since. */
  readonly held: ReadonlyMap<string, string>;
  readonly code: "no-such-product" | "no-such-organisation";
  readonly created: Map<string, { readonly id: string; readonly name: string }>;
}

const SUGGESTIONS = 3;

/**
 * Finds what is meant by the names of a form. An unknown name becomes the city's own row only where the person ticked
 * "as new"; otherwise the field's problem offers what is most like it.
 */
export async function resolveRows(
  tx: Tx,
  cityId: string,
  input: Pick<CreateServiceInput, "products" | "roles">,
  held: Pick<ServiceValues, "products" | "roles">,
): Promise<Resolved | Refusal> {
  const matcher = await loadMatcher(tx, cityId);
  const products: Names = {
    match: matcher.matchProduct,
    accept: matcher.acceptProduct,
    rows: matcher.products,
    held: new Map(held.products.map(({ id, name }) => [id, name])),
    code: "no-such-product",
    created: new Map(),
  };
  const organisations: Names = {
    match: matcher.matchOrganisation,
    accept: matcher.acceptOrganisation,
    rows: matcher.organisations,
    held: new Map(held.roles.flatMap(({ id, name }) => (id === null || name === null ? [] : [[id, name] as const]))),
    code: "no-such-organisation",
    created: new Map(),
  };
  const problems: FieldProblem[] = [];
  const productIds: string[] = [];
  input.products.forEach((row, i) => {
    if (isEmpty(row)) return;
    const found = resolve(products, row);
    if (typeof found !== "string") problems.push({ path: `products.${i}.name`, ...found });
    else if (!productIds.includes(found)) productIds.push(found);
  });
  const roles: Resolved["roles"][number][] = [];
  input.roles.forEach(({ role, dataAccess, location, ...row }, i) => {
    if (role === null) {
      if (!isEmpty(row) || location !== null) problems.push({ path: `roles.${i}.role`, code: "required" });
      return;
    }
    const found = isEmpty(row) ? null : resolve(organisations, row);
    if (found !== null && typeof found !== "string") problems.push({ path: `roles.${i}.name`, ...found });
    else roles.push({ role, organisationId: found, dataAccess, location });
  });
  if (problems.length > 0) return refuse("invalid", { fields: problems });
  return {
    productIds,
    roles,
    newProducts: [...products.created.values()],
    newOrganisations: [...organisations.created.values()],
  };
}

const isEmpty = (row: Named): boolean => row.id === null && row.name === null;

function resolve(names: Names, { id, name, asNew }: Named): string | Pick<FieldProblem, "code" | "params"> {
  const known = id === null ? undefined : (names.held.get(id) ?? names.rows.get(id)?.name);
  if (id !== null && known !== undefined && (name === null || name === known)) return id;
  if (name === null) return { code: "unknown-reference" };
  const matches = names.match(name);
  // A person is at the form and can be asked: a slip of the pen is offered, not taken. Who says "as new" means another
  // row than one whose name is only alike.
  const kind = asNew ? ["exact", "normalised"] : ["exact", "normalised", "alias", "without-country", "parenthesis"];
  const accepted = names.accept(name);
  const taken = matches.some(({ id: each, how }) => each === accepted && kind.includes(how)) ? accepted : null;
  if (taken !== null) return taken;
  if (asNew) {
    const key = newNameKey(name);
    const created = names.created.get(key) ?? { id: ownId(), name };
    names.created.set(key, created);
    return created.id;
  }
  const similar = matches.slice(0, SUGGESTIONS).flatMap((match) => names.rows.get(match.id)?.name ?? []);
  return similar.length === 0
    ? { code: names.code }
    : { code: `${names.code}-similar`, params: { similar: similar.join(" · ") } };
}

/** Writes the new rows; nothing is known of them but the name. @returns their entries for the change log. */
export async function createNamed(tx: Tx, cityId: string, actor: Actor, rows: Resolved): Promise<AuditEntry[]> {
  const statement = { confidence: "high", evidence: "city", asOf: new Date().toISOString().slice(0, 10) };
  const { newProducts, newOrganisations } = rows;
  if (newOrganisations.length > 0) {
    await tx.organisation.createMany({
      data: newOrganisations.map((row) => ({ ...row, cityId, ownershipKnown: "unknown", ...statement })),
    });
  }
  if (newProducts.length > 0) {
    await tx.product.createMany({ data: newProducts.map((row) => ({ ...row, cityId, ...statement })) });
  }
  const entry = (subjectType: "organisation" | "product") => (row: { id: string; name: string }) => ({
    cityId,
    actor,
    action: `${subjectType}.create`,
    subjectType,
    subjectId: row.id,
    subjectName: row.name,
    after: { name: row.name },
  });
  return [...newOrganisations.map(entry("organisation")), ...newProducts.map(entry("product"))];
}
