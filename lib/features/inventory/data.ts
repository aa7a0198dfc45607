import { Prisma } from "@/generated/prisma/client";
import type { Grant } from "@/lib/domain/access/authorise";
import type { InventoryTab, ListQuery, ListSort } from "@/lib/domain/service/list";
import { searchVariants } from "@/lib/domain/service/search";
import type { ControlHolder, PortfolioRow } from "@/lib/domain/service/types";
import { POINT_BINS } from "@/lib/domain/strategy/bands";
import { CURRENT_LIFECYCLES, FACET_KEYS, type FacetKey, type ServiceFilter } from "@/lib/domain/strategy/filter";
import { isPool, type Database, type Tx } from "@/lib/server/database/client";
import { perRevision } from "@/lib/server/revision";
import { nest } from "../portfolio/data";

type Reader = Database | Tx;
type Reach = Pick<Grant<"service.read" | "export.read">, "cityId">;

const sql = Prisma.sql;

/** Points of a dimension as band and as bin; the same bounds as `bandOf` and `binOf`. */
const band = (
  value: Prisma.Sql,
): Prisma.Sql => sql`CASE WHEN ${value} IS NULL THEN 'unknown' WHEN ${value} >= 80 THEN 'A'
  WHEN ${value} >= 60 THEN 'B' WHEN ${value} >= 40 THEN 'C' WHEN ${value} >= 20 THEN 'D' ELSE 'E' END`;
const bin = (value: Prisma.Sql): Prisma.Sql =>
  // LEAST and GREATEST pass over NULL, so a missing value has to be caught before.
  sql`CASE WHEN ${value} IS NOT NULL THEN (ARRAY[${Prisma.join([...POINT_BINS])}]::text[])[1 + LEAST(9, GREATEST(0, floor(${value} / 10)))::int] END`;

/** One expression per facet over Service `s` and ServiceScore `c`: the SQL twin of `FACETS[key].of` (compared by a test). */
const FACET_SQL: Readonly<Record<FacetKey, Prisma.Sql>> = {
  department: sql`COALESCE(s."departmentId"::text, 'none')`,
  lifecycle: sql`s."lifecycle"`,
  operation: sql`COALESCE(s."operatingModel", 'unknown')`,
  munich: sql`COALESCE(c."munichValue"::text, 'none')`,
  exposure: sql`COALESCE(c."exposure", 'unknown')`,
  certainty: sql`CASE WHEN c."exposure" IS NULL THEN 'unknown' WHEN c."exposureAtLeast" THEN 'at-least' ELSE 'certain' END`,
  licence: sql`c."licence"`,
  protection: sql`COALESCE(c."protectionNeed", 'none')`,
  gap: sql`c."gap"`,
  controller: sql`COALESCE(c."controllerId", 'unknown')`,
  control: sql`CASE WHEN c."controllerId" IS NULL THEN 'unknown' WHEN c."controllerPublic" THEN 'public' ELSE 'private' END`,
  freedom: band(sql`c."freedomValue"`),
  jurisdiction: band(sql`c."jurisdictionValue"`),
  openness: band(sql`c."opennessValue"`),
  freedomPoints: bin(sql`c."freedomValue"`),
  jurisdictionPoints: bin(sql`c."jurisdictionValue"`),
  opennessPoints: bin(sql`c."opennessValue"`),
  doubleGrip: sql`c."doubleGrip"`,
  code: sql`CASE WHEN NOT s."ownDevelopment" THEN 'not-own' WHEN s."codePublished" = 'yes' THEN 'published'
    WHEN s."codePublished" = 'no' THEN 'unpublished' ELSE 'unknown' END`,
  cost: sql`CASE WHEN s."costPerYear" IS NULL THEN 'unknown' ELSE 'known' END`,
  users: sql`CASE WHEN s."users" IS NULL THEN 'unknown' ELSE 'known' END`,
  notice: sql`CASE WHEN c."noticeBy" IS NOT NULL THEN 'known' WHEN s."contractEnd" IS NOT NULL THEN 'end-only' ELSE 'unknown' END`,
};

/** One part of a filter as a condition; a filter is all of them joined by AND. */
interface Condition {
  readonly key: FacetKey | "noticeFrom" | "noticeTo" | "q";
  readonly sql: Prisma.Sql;
}

function conditionsOf(filter: ServiceFilter): Condition[] {
  const conditions: Condition[] = [];
  for (const key of FACET_KEYS) {
    const given: readonly string[] = filter[key] ?? [];
    const values = given.length === 0 && key === "lifecycle" ? CURRENT_LIFECYCLES : given;
    if (values.length > 0) conditions.push({ key, sql: sql`${FACET_SQL[key]} IN (${Prisma.join([...values])})` });
  }
  const { noticeFrom, noticeTo } = filter;
  if (noticeFrom !== undefined) conditions.push({ key: "noticeFrom", sql: sql`c."noticeBy" >= ${noticeFrom}::date` });
  if (noticeTo !== undefined) conditions.push({ key: "noticeTo", sql: sql`c."noticeBy" <= ${noticeTo}::date` });
  return conditions;
}

const every = (conditions: readonly Condition[]): Prisma.Sql =>
  conditions.length === 0
    ? sql`TRUE`
    : Prisma.join(
        conditions.map((each) => each.sql),
        " AND ",
      );

/** The filter over `"Service" s` and `"ServiceScore" c` as one condition, every value a parameter. */
export const filterCondition = (filter: ServiceFilter): Prisma.Sql => sql`(${every(conditionsOf(filter))})`;

/** Below this share of common trigrams a name is not similar to what was typed; two swapped letters in a word of nine give 0.43. */
const SIMILAR = 0.4;
const MOST_SIMILAR = 200;

/** `contains`: every word occurs. `similar`: nothing in the city contains the words, so spellings close to them. */
export type SearchMode = "contains" | "similar";

interface Search {
  readonly mode: SearchMode;
  readonly conditions: readonly Condition[];
}

/**
 * What is searched for as a condition. Substrings first; where the city has none, the names most like it. Folded text has
 * letters, digits and single spaces only: no sign that LIKE would read as a pattern.
 */
async function loadSearch(reader: Reader, cityId: string, text: string): Promise<Search> {
  if (text === "") return { mode: "contains", conditions: [] };
  const variants = searchVariants(text);
  const none: Search = { mode: "contains", conditions: [{ key: "q", sql: sql`FALSE` }] };
  if (variants.length === 0) return none;
  const words = (variant: string) => variant.split(" ").map((word) => sql`s."searchText" LIKE ${`%${word}%`}`);
  const contains = sql`(${Prisma.join(
    variants.map((each) => sql`(${Prisma.join(words(each), " AND ")})`),
    " OR ",
  )})`;
  const [found] = await reader.$queryRaw<{ hit: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Service" s WHERE s."cityId" = ${cityId}::uuid AND ${contains}) AS hit`;
  if (found?.hit !== false) return { mode: "contains", conditions: [{ key: "q", sql: contains }] };
  const ids = await loadSimilar(reader, cityId, variants);
  return {
    mode: "similar",
    conditions: [{ key: "q", sql: ids.length === 0 ? sql`FALSE` : sql`s."id" = ANY(${ids}::uuid[])` }],
  };
}

/** Ids of the services most like what was typed. The operator uses the trigram index; its threshold holds for one transaction. */
async function loadSimilar(reader: Reader, cityId: string, variants: readonly string[]): Promise<string[]> {
  const run = async (tx: Tx) => {
    await tx.$queryRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${String(SIMILAR)}, true)`;
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT s."id" FROM "Service" s WHERE s."cityId" = ${cityId}::uuid
        AND (${Prisma.join(
          variants.map((each) => sql`${each} <% s."searchText"`),
          " OR ",
        )})
      ORDER BY GREATEST(${Prisma.join(variants.map((each) => sql`word_similarity(${each}, s."searchText")`))}) DESC, s."id"
      LIMIT ${MOST_SIMILAR}`;
    return rows.map(({ id }) => id);
  };
  return isPool(reader) ? reader.$transaction(run) : run(reader);
}

/**
 * Filter and search of a list over `"Service" s` and `"ServiceScore" c` as one condition, the city included: the same
 * services as on the inventory's pages. One query with a search, else none.
 */
export async function selectionCondition(
  reader: Reader,
  grant: Reach,
  list: Pick<ListQuery, "filter" | "text">,
): Promise<Prisma.Sql> {
  const search = await loadSearch(reader, grant.cityId, list.text);
  return sql`s."cityId" = ${grant.cityId}::uuid AND ${every([...conditionsOf(list.filter), ...search.conditions])}`;
}

const rank = (value: Prisma.Sql, ...order: readonly string[]): Prisma.Sql =>
  sql`CASE ${value} ${Prisma.join(
    order.map((each, i) => sql`WHEN ${each} THEN ${i}::int`),
    " ",
  )} END`;

/** The search text begins with the folded name, so it sorts umlauts where people look for them, in any database. */
const BY_NAME = sql`left(s."searchText", 60) COLLATE "C"`;

const SORT_SQL: Readonly<Record<ListSort, Prisma.Sql>> = {
  name: BY_NAME,
  shortName: sql`lower(s."shortName")`,
  externalId: sql`s."externalId" COLLATE "C"`,
  department: sql`lower(d."name")`,
  responsible: sql`lower(s."responsible")`,
  product: sql`(SELECT lower(p."name") FROM "ServiceProduct" sp JOIN "Product" p ON p."id" = sp."productId"
    WHERE sp."serviceId" = s."id" ORDER BY sp."position", sp."productId" LIMIT 1)`,
  operation: sql`s."operatingModel" COLLATE "C"`,
  lifecycle: rank(sql`s."lifecycle"`, "planned", "active", "phasing-out", "retired"),
  need: rank(sql`c."protectionNeed"`, "normal", "high", "very-high"),
  level: sql`c."munichValue"`,
  exposure: sql`c."exposure" COLLATE "C"`,
  freedom: sql`c."freedomValue"`,
  jurisdiction: sql`c."jurisdictionValue"`,
  openness: sql`c."opennessValue"`,
  gap: rank(sql`c."gap"`, "met", "planned", "accepted", "not-checkable", "open"),
  licence: rank(sql`c."licence"`, "open", "open-core", "source-available", "proprietary"),
  controller: sql`lower(c."controllerName")`,
  users: sql`s."users"`,
  notice: sql`c."noticeBy"`,
  end: sql`s."contractEnd"`,
  cost: sql`s."costPerYear"`,
  updated: sql`s."updatedAt"`,
};

/** What is missing comes last in both directions; name and id make the order the same on every page. */
function orderBy(list: Pick<ListQuery, "sort" | "descending">): Prisma.Sql {
  const by = list.descending ? sql`${SORT_SQL[list.sort]} DESC` : sql`${SORT_SQL[list.sort]} ASC`;
  // Names are never missing: without NULLS LAST the index serves both directions.
  if (list.sort === "name") return list.descending ? sql`${by}, s."id" DESC` : sql`${by}, s."id"`;
  return sql`${by} NULLS LAST, ${BY_NAME}, s."id"`;
}

/** A line of the inventory: the stored figures and what else can be shown of a service. */
export interface InventoryRow extends PortfolioRow {
  readonly shortName: string | null;
  readonly externalId: string | null;
  readonly responsible: string | null;
  readonly dataLocation: string | null;
  readonly controlKeys: ControlHolder | null;
  readonly updatedAt: Date;
  /** Main product first. */
  readonly products: readonly { readonly id: string; readonly name: string; readonly maker: string | null }[];
}

type FlatRow = Parameters<typeof nest>[0] & Omit<InventoryRow, keyof PortfolioRow>;

/** Rows are chosen and ordered by id alone, and only those shown are read in full. */
async function selectRows(
  reader: Reader,
  where: Prisma.Sql,
  order: Prisma.Sql,
  limit: Prisma.Sql,
): Promise<InventoryRow[]> {
  const rows = await reader.$queryRaw<FlatRow[]>`
    SELECT s."id" AS "serviceId", s."name", s."shortName", s."externalId", s."responsible", s."dataLocation", s."controlKeys",
      s."updatedAt", s."departmentId", d."name" AS "departmentName", s."lifecycle", s."operatingModel", s."ownDevelopment",
      s."codePublished", c."protectionNeed", s."users", s."costPerYear"::float8 AS "costPerYear",
      to_char(s."contractEnd", 'YYYY-MM-DD') AS "contractEnd", to_char(c."noticeBy", 'YYYY-MM-DD') AS "noticeBy",
      c."munichValue", c."munichBest", c."munichWorst", c."freedomValue", c."freedomBest", c."freedomWorst",
      c."jurisdictionValue", c."jurisdictionBest", c."jurisdictionWorst", c."opennessValue", c."opennessBest", c."opennessWorst",
      c."exposure", c."exposureAtLeast", c."exposureWorst", c."licence", c."controllerId", c."controllerName",
      c."controllerCountry", c."controllerPublic", c."doubleGrip", c."requiredMunich", c."requiredExposure",
      c."gapMunich", c."gapExposure", c."gap", c."confidence", c."munichAnswers", c."methodRef",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', p."id", 'name', p."name", 'maker', o."name") ORDER BY sp."position", p."id")
        FROM "ServiceProduct" sp JOIN "Product" p ON p."id" = sp."productId" LEFT JOIN "Organisation" o ON o."id" = p."makerId"
        WHERE sp."serviceId" = s."id"), '[]'::jsonb) AS "products"
    FROM (
      SELECT o.*, row_number() OVER () AS "position" FROM (
        SELECT s."id" FROM "Service" s JOIN "ServiceScore" c ON c."serviceId" = s."id"
          LEFT JOIN "Department" d ON d."id" = s."departmentId"
        WHERE ${where} ORDER BY ${order} ${limit}
      ) o
    ) page
    JOIN "Service" s ON s."id" = page."id" JOIN "ServiceScore" c ON c."serviceId" = s."id"
    LEFT JOIN "Department" d ON d."id" = s."departmentId"
    ORDER BY page."position"`;
  return rows.map((row) => ({
    ...nest(row),
    shortName: row.shortName,
    externalId: row.externalId,
    responsible: row.responsible,
    dataLocation: row.dataLocation,
    controlKeys: row.controlKeys,
    updatedAt: row.updatedAt,
    products: row.products,
  }));
}

export interface InventorySums {
  /** Services in the selection and, apart, in the whole portfolio. */
  readonly total: number;
  readonly portfolio: number;
  readonly levels: Readonly<Record<"1" | "2" | "3" | "4" | "5" | "none", number>>;
  readonly gaps: Readonly<Record<"met" | "open" | "planned" | "accepted" | "notCheckable", number>>;
  /** Euro per year over services whose cost is known; null when it is known for none. */
  readonly cost: number | null;
  readonly costUnknown: number;
  /** One count per tab, over the whole portfolio. */
  readonly tabs: Readonly<Record<InventoryTab, number>>;
  /** Services of the city, retired ones included. */
  readonly inventory: number;
}

async function loadSums(
  reader: Reader,
  cityId: string,
  where: Prisma.Sql,
  tabs: Readonly<Record<InventoryTab, ServiceFilter>>,
): Promise<InventorySums> {
  const count = (condition: Prisma.Sql) => sql`COALESCE(sum(n) FILTER (WHERE ${condition}), 0)::int`;
  const hit = (condition: Prisma.Sql) => count(sql`hit AND ${condition}`);
  // Grouped first: a few hundred groups are counted in many ways, instead of every row.
  const [row] = await reader.$queryRaw<Record<string, number | null>[]>`
    SELECT ${count(sql`TRUE`)} AS "inventory", ${count(sql`hit`)} AS "total",
      ${hit(sql`level = 1`)} AS "l1", ${hit(sql`level = 2`)} AS "l2", ${hit(sql`level = 3`)} AS "l3",
      ${hit(sql`level = 4`)} AS "l4", ${hit(sql`level = 5`)} AS "l5", ${hit(sql`level IS NULL`)} AS "l0",
      ${hit(sql`gap = 'met'`)} AS "met", ${hit(sql`gap = 'open'`)} AS "open", ${hit(sql`gap = 'planned'`)} AS "planned",
      ${hit(sql`gap = 'accepted'`)} AS "accepted", ${hit(sql`gap = 'not-checkable'`)} AS "unchecked",
      sum(cost) FILTER (WHERE hit) AS "cost", COALESCE(sum(n - priced) FILTER (WHERE hit), 0)::int AS "costUnknown",
      ${count(sql`t_all`)} AS "all", ${count(sql`t_need`)} AS "need", ${count(sql`t_gap`)} AS "gap",
      ${count(sql`t_exposure`)} AS "exposure", ${count(sql`t_exit`)} AS "exit", ${count(sql`t_open`)} AS "tabOpen"
    FROM (
      SELECT level, gap, hit, t_all, t_need, t_gap, t_exposure, t_exit, t_open,
        count(*) AS n, sum(cost) AS cost, count(cost) AS priced
      FROM (
        SELECT c."munichValue" AS level, c."gap" AS gap, s."costPerYear"::float8 AS cost, ${where} AS hit,
          ${filterCondition(tabs.all)} AS t_all, ${filterCondition(tabs.need)} AS t_need, ${filterCondition(tabs.gap)} AS t_gap,
          ${filterCondition(tabs.exposure)} AS t_exposure, ${filterCondition(tabs.exit)} AS t_exit, ${filterCondition(tabs.open)} AS t_open
        FROM "Service" s JOIN "ServiceScore" c ON c."serviceId" = s."id" WHERE s."cityId" = ${cityId}::uuid
      ) r
      GROUP BY level, gap, hit, t_all, t_need, t_gap, t_exposure, t_exit, t_open
    ) g`;
  const n = (key: string): number => row?.[key] ?? 0;
  return {
    inventory: n("inventory"),
    total: n("total"),
    portfolio: n("all"),
    levels: { "1": n("l1"), "2": n("l2"), "3": n("l3"), "4": n("l4"), "5": n("l5"), none: n("l0") },
    gaps: {
      met: n("met"),
      open: n("open"),
      planned: n("planned"),
      accepted: n("accepted"),
      notCheckable: n("unchecked"),
    },
    cost: row?.["cost"] ?? null,
    costUnknown: n("costUnknown"),
    tabs: {
      all: n("all"),
      need: n("need"),
      gap: n("gap"),
      exposure: n("exposure"),
      exit: n("exit"),
      open: n("tabOpen"),
    },
  };
}

/** A filter of an empty list, and how many services there would be without it. */
export interface EmptiedBy {
  readonly key: Condition["key"];
  readonly without: number;
}

/** Counts without each condition in turn; the implied lifecycle is none that could be taken away. */
async function loadEmptiedBy(
  reader: Reader,
  cityId: string,
  conditions: readonly Condition[],
  removable: (condition: Condition) => boolean,
): Promise<EmptiedBy[]> {
  const tried = conditions.filter(removable);
  if (tried.length === 0) return [];
  const counts = tried.map(
    (left, i) =>
      sql`count(*) FILTER (WHERE ${every(conditions.filter((each) => each !== left))})::int AS ${Prisma.raw(`"n${i}"`)}`,
  );
  const [row] = await reader.$queryRaw<Record<string, number>[]>`
    SELECT ${Prisma.join(counts)} FROM "Service" s JOIN "ServiceScore" c ON c."serviceId" = s."id" WHERE s."cityId" = ${cityId}::uuid`;
  return tried
    .map(({ key }, i) => ({ key, without: row?.[`n${i}`] ?? 0 }))
    .filter((each) => each.without > 0)
    .sort((a, b) => b.without - a.without);
}

const kept = perRevision<InventorySums>(2_000);

export interface Inventory {
  readonly rows: readonly InventoryRow[];
  readonly sums: InventorySums;
  readonly search: SearchMode;
  /** The page shown; the last one when a later one was asked for. */
  readonly page: number;
  /** For an empty list: the filters without one of which something would be found. */
  readonly emptiedBy: readonly EmptiedBy[];
}

/** Tabs carry the day, so sums of yesterday are not shown today. */
const sumsKey = (list: ListQuery, tabs: Readonly<Record<InventoryTab, ServiceFilter>>): string =>
  JSON.stringify([list.filter, list.text, tabs]);

/**
 * One page of the inventory with the sums of the whole selection, which are counted again only after a change. Three
 * queries; a search adds one, or three where only similar names are found; a page behind the last one or an empty list
 * adds one.
 */
export async function loadInventory(
  reader: Reader,
  grant: Reach,
  list: ListQuery,
  tabs: Readonly<Record<InventoryTab, ServiceFilter>>,
): Promise<Inventory> {
  const { cityId } = grant;
  const search = await loadSearch(reader, cityId, list.text);
  const conditions = [...conditionsOf(list.filter), ...search.conditions];
  const where = sql`s."cityId" = ${cityId}::uuid AND ${every(conditions)}`;
  const page = (number: number) =>
    selectRows(reader, where, orderBy(list), sql`LIMIT ${list.size} OFFSET ${(number - 1) * list.size}`);
  const [sums, first] = await Promise.all([
    kept(reader, cityId, sumsKey(list, tabs), () => loadSums(reader, cityId, sql`(${every(conditions)})`, tabs)),
    page(list.page),
  ]);
  const last = Math.max(1, Math.ceil(sums.total / list.size));
  const beyond = list.page > last;
  const removable = ({ key }: Condition) => key !== "lifecycle" || (list.filter.lifecycle?.length ?? 0) > 0;
  return {
    rows: beyond && sums.total > 0 ? await page(last) : first,
    sums,
    search: search.mode,
    page: Math.min(list.page, last),
    emptiedBy: sums.total === 0 && sums.inventory > 0 ? await loadEmptiedBy(reader, cityId, conditions, removable) : [],
  };
}

/** Every row of the selection in the order of the list, for a file. */
export async function loadSelection(
  reader: Reader,
  grant: Reach,
  list: Pick<ListQuery, "filter" | "text" | "sort" | "descending">,
): Promise<InventoryRow[]> {
  const search = await loadSearch(reader, grant.cityId, list.text);
  const conditions = [...conditionsOf(list.filter), ...search.conditions];
  return selectRows(
    reader,
    sql`s."cityId" = ${grant.cityId}::uuid AND ${every(conditions)}`,
    orderBy(list),
    Prisma.empty,
  );
}

/** Names behind the ids a filter uses, for its chips; ids nobody knows are left out. */
export async function loadFilterNames(reader: Reader, grant: Reach, filter: ServiceFilter) {
  const controllers = (filter.controller ?? []).filter((id) => id !== "unknown");
  const [departments, organisations] = await Promise.all([
    reader.department.findMany({
      where: { cityId: grant.cityId },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
    controllers.length === 0
      ? []
      : reader.organisation.findMany({
          where: { id: { in: controllers }, OR: [{ cityId: null }, { cityId: grant.cityId }] },
          select: { id: true, name: true },
        }),
  ]);
  return { departments, controllers: new Map(organisations.map(({ id, name }) => [id, name])) };
}
