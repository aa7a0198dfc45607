import { createHash } from "node:crypto";
import { audit } from "@/lib/server/audit";
import { loadCatalogueFiles } from "@/lib/server/catalogue-files";
import {
  catalogueRecords,
  type CatalogueRecords,
  type OrganisationRecord,
  type ProductRecord,
  type Stored,
} from "@/lib/server/catalogue-records";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { rulesHash } from "@/lib/server/rules-hash";
import { rescore } from "../score/mutations";

/** What an update of the catalogue did to one kind of row. */
export interface SyncCount {
  readonly created: number;
  readonly updated: number;
  /** Gone from the files. Organisations and products stay, marked, because a service may point to them. */
  readonly withdrawn: number;
}

export interface SyncCounts {
  readonly changed: boolean;
  readonly organisations: SyncCount;
  readonly products: SyncCount;
  readonly jurisdictions: SyncCount;
  /** Services scored again, over all cities. */
  readonly rescored: number;
}

const NOTHING: SyncCount = { created: 0, updated: 0, withdrawn: 0 };
const UNCHANGED: SyncCounts = {
  changed: false,
  organisations: NOTHING,
  products: NOTHING,
  jurisdictions: NOTHING,
  rescored: 0,
};
const SYSTEM = { userId: null, name: "system" };

/**
 * Brings the shared catalogue rows to the state of the data files; what cities added or corrected stays as it is. Every city
 * is scored again when a row or a scoring rule changed; when nothing did, this is one query. Safe to run from several processes at once.
 * @param dir the catalogue folder
 * @throws CatalogueFileError when a file does not match its schema; the stored catalogue then stays as it was
 */
export async function syncCatalogue(database: Database, dir: string): Promise<SyncCounts> {
  const records = catalogueRecords(await loadCatalogueFiles(dir));
  const state = createHash("sha256")
    .update(records.hash)
    .update(await rulesHash())
    .digest("hex");
  if ((await storedHash(database)) === state) return UNCHANGED;
  return transaction(database, async (tx): Promise<SyncCounts> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('hoheit-catalogue', 0))`;
    // Another process may have done it while this one waited.
    if ((await storedHash(tx)) === state) return UNCHANGED;
    const counts = await store(tx, records);
    let rescored = 0;
    for (const city of await tx.city.findMany({ select: { id: true }, orderBy: { id: "asc" } })) {
      rescored += await rescore(tx, city.id, "all");
    }
    await audit(tx, [
      {
        cityId: null,
        actor: SYSTEM,
        action: "catalogue.update",
        subjectType: "catalogue",
        subjectId: state,
        after: { ...counts, rescored },
      },
    ]);
    return { changed: true, ...counts, rescored };
  });
}

/** Hash of the catalogue and the rules as last applied; it is the subject of the newest update in the log. */
async function storedHash(reader: Database | Tx): Promise<string | null> {
  const last = await reader.auditEvent.findFirst({
    where: { cityId: null, subjectType: "catalogue" },
    orderBy: { id: "desc" },
    select: { subjectId: true },
  });
  return last?.subjectId ?? null;
}

async function store(tx: Tx, records: CatalogueRecords): Promise<Omit<SyncCounts, "changed" | "rescored">> {
  const select = { id: true, contentHash: true, withdrawnAt: true } as const;
  const organisations = plan(
    records.organisations,
    await tx.organisation.findMany({ where: { cityId: null }, select }),
    (row) => row.id,
  );
  const products = plan(
    records.products,
    await tx.product.findMany({ where: { cityId: null }, select }),
    (row) => row.id,
  );
  const jurisdictions = plan(
    records.jurisdictions,
    (await tx.jurisdiction.findMany({ select: { code: true, contentHash: true } })).map(({ code, contentHash }) => ({
      id: code,
      contentHash,
      withdrawnAt: null,
    })),
    (row) => row.code,
  );
  // Owners first, then the edges that point to them, then what is made by them.
  await upsertOrganisations(tx, organisations.changed);
  await replaceOwnerships(tx, organisations.changed);
  await upsertProducts(tx, products.changed);
  await upsertJurisdictions(tx, jurisdictions.changed);
  const withdrawnAt = new Date();
  await tx.organisation.updateMany({ where: { cityId: null, id: { in: organisations.gone } }, data: { withdrawnAt } });
  await tx.product.updateMany({ where: { cityId: null, id: { in: products.gone } }, data: { withdrawnAt } });
  // Nothing points to a country's row: without it the country counts as not researched.
  await tx.jurisdiction.deleteMany({ where: { code: { in: jurisdictions.gone } } });
  return { organisations: organisations.count, products: products.count, jurisdictions: jurisdictions.count };
}

interface Known {
  readonly id: string;
  readonly contentHash: string | null;
  readonly withdrawnAt: Date | null;
}

/** Which rows are new or differ from what is stored, and which stored ones are gone from the files. */
function plan<T extends { readonly contentHash: string }>(
  rows: readonly T[],
  known: readonly Known[],
  idOf: (row: T) => string,
) {
  const before = new Map(known.map((row) => [row.id, row]));
  const ids = new Set(rows.map(idOf));
  const changed = rows.filter((row) => {
    const old = before.get(idOf(row));
    return old?.contentHash !== row.contentHash || old.withdrawnAt !== null;
  });
  const gone = known.filter((row) => row.withdrawnAt === null && !ids.has(row.id)).map((row) => row.id);
  const updated = changed.filter((row) => before.has(idOf(row))).length;
  return { changed, gone, count: { created: changed.length - updated, updated, withdrawn: gone.length } };
}

async function upsertOrganisations(tx: Tx, rows: readonly Stored<OrganisationRecord>[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Organisation" ("id","name","legalEntity","country","publicSector","kind","ownershipKnown","usNexus","affiliates",
      "aliases","source","asOf","confidence","evidence","note","contentHash")
    SELECT r.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      "id" text,"name" text,"legalEntity" text,"country" text,"publicSector" bool,"kind" text,"ownershipKnown" text,"usNexus" text,"affiliates" jsonb,
      "aliases" text[],"source" text,"asOf" text,"confidence" text,"evidence" text,"note" text,"contentHash" text)
    ON CONFLICT ("id") DO UPDATE SET
      "name" = EXCLUDED."name", "legalEntity" = EXCLUDED."legalEntity", "country" = EXCLUDED."country",
      "publicSector" = EXCLUDED."publicSector", "kind" = EXCLUDED."kind", "ownershipKnown" = EXCLUDED."ownershipKnown",
      "usNexus" = EXCLUDED."usNexus", "affiliates" = EXCLUDED."affiliates", "aliases" = EXCLUDED."aliases",
      "source" = EXCLUDED."source", "asOf" = EXCLUDED."asOf", "confidence" = EXCLUDED."confidence", "evidence" = EXCLUDED."evidence",
      "note" = EXCLUDED."note", "contentHash" = EXCLUDED."contentHash", "withdrawnAt" = NULL, "version" = "Organisation"."version" + 1
    WHERE "Organisation"."cityId" IS NULL`;
}

/** The catalogue's edges of the given organisations, as a whole: an edge has no identity of its own. */
async function replaceOwnerships(tx: Tx, rows: readonly OrganisationRecord[]): Promise<void> {
  await tx.ownership.deleteMany({ where: { cityId: null, organisationId: { in: rows.map((row) => row.id) } } });
  await tx.ownership.createMany({
    data: rows.flatMap((row) => row.ownerships.map((edge) => ({ ...edge, organisationId: row.id }))),
  });
}

async function upsertProducts(tx: Tx, rows: readonly Stored<ProductRecord>[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Product" ("id","name","makerId","category","licence","sourceModel","osiApproved","delivery","interfaces","alternativeIds",
      "partOf","aliases","source","asOf","confidence","evidence","evidenceDetail","note","contentHash")
    SELECT r.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      "id" text,"name" text,"makerId" text,"category" text,"licence" text,"sourceModel" text,"osiApproved" bool,"delivery" text[],"interfaces" text[],"alternativeIds" text[],
      "partOf" text[],"aliases" text[],"source" text,"asOf" text,"confidence" text,"evidence" text,"evidenceDetail" text,"note" text,"contentHash" text)
    ON CONFLICT ("id") DO UPDATE SET
      "name" = EXCLUDED."name", "makerId" = EXCLUDED."makerId", "category" = EXCLUDED."category", "licence" = EXCLUDED."licence",
      "sourceModel" = EXCLUDED."sourceModel", "osiApproved" = EXCLUDED."osiApproved", "delivery" = EXCLUDED."delivery",
      "interfaces" = EXCLUDED."interfaces", "alternativeIds" = EXCLUDED."alternativeIds", "partOf" = EXCLUDED."partOf",
      "aliases" = EXCLUDED."aliases", "source" = EXCLUDED."source", "asOf" = EXCLUDED."asOf", "confidence" = EXCLUDED."confidence",
      "evidence" = EXCLUDED."evidence", "evidenceDetail" = EXCLUDED."evidenceDetail", "note" = EXCLUDED."note",
      "contentHash" = EXCLUDED."contentHash", "withdrawnAt" = NULL, "version" = "Product"."version" + 1
    WHERE "Product"."cityId" IS NULL`;
}

async function upsertJurisdictions(
  tx: Tx,
  rows: readonly { readonly code: string; readonly data: unknown; readonly contentHash: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Jurisdiction" ("code","data","contentHash")
    SELECT r.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("code" text,"data" jsonb,"contentHash" text)
    ON CONFLICT ("code") DO UPDATE SET "data" = EXCLUDED."data", "contentHash" = EXCLUDED."contentHash"`;
}
