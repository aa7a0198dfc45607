import { join } from "node:path";
import { reopenExpired } from "../lib/features/acceptance/mutations";
import { syncCatalogue } from "../lib/features/catalogue/mutations";
import { takeDailySnapshots } from "../lib/features/snapshot/mutations";
import { db } from "../lib/server/database/client";
import { logError } from "../lib/server/log";

const HOUR = 3_600_000;

/** Work that belongs to a running server: the catalogue at start, daily snapshots afterwards. @returns how to stop it. */
export async function prepare(say: (line: string) => void): Promise<() => void> {
  const { changed, organisations, products, jurisdictions, rescored } = await syncCatalogue(
    db(),
    join(process.cwd(), "catalogue"),
  );
  if (changed) {
    const touched = (count: typeof products) => count.created + count.updated + count.withdrawn;
    say(
      `Catalogue updated: ${touched(organisations)} organisations, ${touched(products)} products, ` +
        `${touched(jurisdictions)} jurisdictions; ${rescored} services scored again.`,
    );
  }
  await dailySnapshots();
  // Hourly, because a machine may sleep over midnight; a day that has its snapshot is left alone.
  const timer = setInterval(() => void dailySnapshots(), HOUR).unref();
  return () => clearInterval(timer);
}

/** A snapshot that fails must not stop the server; the next hour tries again. */
async function dailySnapshots(): Promise<void> {
  try {
    // First, so that no snapshot shows a gap as accepted after its last day.
    await reopenExpired(db());
    await takeDailySnapshots(db());
  } catch (error) {
    logError(error, { work: "daily snapshots" });
  }
}
