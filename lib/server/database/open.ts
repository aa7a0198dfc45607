import { join } from "node:path";
import { env } from "../env";
import { startEmbedded } from "./embedded";
import { migrate } from "./migrate";

export interface OpenDatabase {
  readonly url: string;
  /** For people: where the data is. */
  readonly where: string;
  close(): Promise<void>;
}

/** The database of this installation, ready to use: DATABASE_URL, or the embedded server; migrations applied. */
export async function openDatabase(): Promise<OpenDatabase> {
  const { DATABASE_URL, dataDir } = env();
  const opened = DATABASE_URL
    ? { url: DATABASE_URL, where: new URL(DATABASE_URL).host, close: async () => undefined }
    : await startEmbedded(dataDir).then(({ url, folder, stop }) => ({ url, where: folder, close: stop }));
  try {
    await migrate(opened.url, join(process.cwd(), "prisma", "migrations"));
  } catch (error) {
    await opened.close();
    throw error;
  }
  process.env.DATABASE_URL = opened.url;
  return opened;
}
