import { join } from "node:path";
import { syncCatalogue } from "../lib/features/catalogue/mutations";
import { db } from "../lib/server/database/client";

/** Work that belongs to a running server: the catalogue at start, daily snapshots afterwards. @returns how to stop it. */
export async function prepare(say: (line: string) => void): Promise<() => void> {
  const { changed, organisations, products, jurisdictions, rescored } = await syncCatalogue(db(), join(process.cwd(), "catalogue"));
  if (changed) {
    const touched = (count: typeof products) => count.created + count.updated + count.withdrawn;
    say(
      `Catalogue updated: ${touched(organisations)} organisations, ${touched(products)} products, ` +
        `${touched(jurisdictions)} jurisdictions; ${rescored} services scored again.`,
    );
  }
  return () => undefined;
}
