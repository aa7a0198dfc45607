import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { findBinaries, reachableDataDir, type PgBinaries } from "./binaries";
import { freePort } from "../net";

const run = promisify(execFile);

/** Major version of the packaged PostgreSQL; a data folder of another one is refused, never converted. */
const MAJOR = "18";
const USER = "hoheit";
const DATABASE = "hoheit";
/** With growing pauses about six seconds: long enough for a predecessor that is shutting down. */
const START_TRIES = 8;
/** Key of the advisory lock that every process on the folder shares while it uses the server ("hoheit" in ASCII). */
const PRESENCE = 114_827_702_135_156;
const PRESENCE_NAME = "hoheit presence";

/** A message for the person at the console: what is wrong and what to do. */
export class DatabaseRefusal extends Error {}

export interface Embedded {
  readonly url: string;
  /** True when this process started the server, false when it found one running and connected to it. */
  readonly started: boolean;
  /** Folder that really holds the data. */
  readonly folder: string;
  /** Stops the server, unless another Hoheit process still uses it. */
  stop(): Promise<void>;
}

/**
 * Starts, or connects to, the PostgreSQL in `dataDir`. Survives a killed predecessor (its server lives on and is
 * adopted; a stale pid file is PostgreSQL's own to clear), a taken port, two starts at once, root and other users.
 * @throws DatabaseRefusal for a folder of another major version, or when the server does not come up.
 */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  const binaries = findBinaries();
  const folder = reachableDataDir(dataDir, binaries.account);
  mkdirSync(folder, { recursive: true });
  const cluster = join(folder, "postgres");
  await initialise(binaries, folder, cluster);
  const password = readFileSync(join(cluster, "hoheit.password"), "utf8").trim();

  let lastError: unknown;
  for (let attempt = 0; attempt < START_TRIES; attempt++) {
    const running = runningPort(cluster);
    if (running !== undefined) {
      const url = urlFor(running, password);
      const presence = await arrive(url);
      if (presence !== null) return embedded(binaries, cluster, folder, url, presence, false);
    }
    const port = await freePort();
    try {
      await pgCtl(binaries, [
        "start",
        "-w",
        "-t",
        "60",
        "-D",
        cluster,
        "-l",
        join(cluster, "server.log"),
        "-o",
        `-p ${port}`,
      ]);
      const url = urlFor(port, password);
      const presence = await arrive(url);
      if (presence !== null) return embedded(binaries, cluster, folder, url, presence, true);
    } catch (error) {
      // Somebody else may have started it in the same moment, or taken the port: look again.
      lastError = error;
      await new Promise((done) => setTimeout(done, 200 * (attempt + 1)));
    }
  }
  const log = existsSync(join(cluster, "server.log")) ? tail(join(cluster, "server.log")) : "";
  throw new DatabaseRefusal(
    `PostgreSQL did not start in ${cluster}.\n${log}\nCheck free disk space and rights of this folder, or set DATABASE_URL.`,
    { cause: lastError },
  );
}

function embedded(
  binaries: PgBinaries,
  cluster: string,
  folder: string,
  url: string,
  presence: pg.Client,
  started: boolean,
): Embedded {
  return {
    url,
    started,
    folder,
    async stop() {
      try {
        // The lock is held while the server stops: who arrives meanwhile waits, is thrown out, and starts it anew.
        if (!(await isLast(presence))) return;
        await pgCtl(binaries, ["stop", "-m", "fast", "-w", "-t", "60", "-D", cluster]);
      } catch (error) {
        if (runningPort(cluster) !== undefined) throw error;
      } finally {
        await presence.end().catch(() => undefined);
      }
    },
  };
}

async function initialise(binaries: PgBinaries, folder: string, cluster: string): Promise<void> {
  const versionFile = join(cluster, "PG_VERSION");
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, "utf8").trim();
    if (found === MAJOR) return;
    throw new DatabaseRefusal(
      `The data folder ${cluster} belongs to PostgreSQL ${found}, this Hoheit brings ${MAJOR}. Nothing was changed. ` +
        `Start the Hoheit version that wrote it and export the city, or run a PostgreSQL ${found} server on it and set ` +
        `DATABASE_URL, or choose another folder with HOHEIT_DATA_DIR.`,
    );
  }
  if (existsSync(cluster)) {
    throw new DatabaseRefusal(
      `The folder ${cluster} exists but is no PostgreSQL data folder. Move it away or choose another with HOHEIT_DATA_DIR.`,
    );
  }
  const draft = `${cluster}.${process.pid}.${randomBytes(4).toString("hex")}`;
  mkdirSync(draft, { mode: 0o700 });
  const password = randomBytes(24).toString("base64url");
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (binaries.account) {
    chownSync(draft, binaries.account.uid, binaries.account.gid);
    chownSync(passwordFile, binaries.account.uid, binaries.account.gid);
  }
  try {
    await run(
      binaries.initdb,
      [
        "-D",
        draft,
        "-U",
        USER,
        "-A",
        "scram-sha-256",
        `--pwfile=${passwordFile}`,
        "-E",
        "UTF8",
        "--locale=C",
        "--data-checksums",
      ],
      spawnOptions(binaries),
    );
    writeFileSync(
      join(draft, "postgresql.auto.conf"),
      [
        "listen_addresses = '127.0.0.1'",
        "unix_socket_directories = ''",
        "max_connections = 60",
        "shared_buffers = '256MB'",
        "work_mem = '16MB'",
        "log_min_messages = warning",
        "jit = off",
        "",
      ].join("\n"),
    );
    renameSync(passwordFile, join(draft, "hoheit.password"));
    if (!existsSync(cluster)) renameSync(draft, cluster);
  } catch (error) {
    if (!existsSync(versionFile)) throw error;
  } finally {
    // Another process was quicker, or initdb failed: our draft holds nothing of value.
    rmSync(draft, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

/** Port of the server that owns the folder, from postmaster.pid; undefined when none is recorded or its process is gone. */
function runningPort(cluster: string): number | undefined {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    if (!Number.isInteger(pid) || !Number.isInteger(port) || port <= 0) return undefined;
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EPERM") return undefined;
    }
    return port;
  } catch {
    return undefined;
  }
}

/**
 * Announces this process to the others on the same server by a shared lock, which ends with the connection, however the
 * process ends; only who holds it alone may stop the server. @returns null when the server does not answer or is stopping
 */
async function arrive(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({
    connectionString: withDatabase(url, "postgres"),
    connectionTimeoutMillis: 5_000,
    application_name: PRESENCE_NAME,
    keepAlive: true,
  });
  // A server that dies is noticed by whoever asks it next.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT pg_advisory_lock_shared($1)", [PRESENCE]);
    await ensureDatabase(url);
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
}

/** True when no other process has announced itself and nobody else is connected; the lock is then held alone. */
async function isLast(presence: pg.Client): Promise<boolean> {
  await presence.query("SELECT pg_advisory_unlock_shared($1)", [PRESENCE]);
  const alone = await presence.query("SELECT pg_try_advisory_lock($1) AS alone", [PRESENCE]);
  if (!(alone.rows[0] as { alone: boolean }).alone) return false;
  const others = await presence.query(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name <> $1",
    [PRESENCE_NAME],
  );
  return (others.rows[0] as { n: number }).n === 0;
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, "postgres") });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${DATABASE}`).catch((error: { code?: string }) => {
        if (error.code !== "42P04" && error.code !== "23505") throw error;
      });
    }
  } finally {
    await client.end();
  }
}

async function pgCtl(binaries: PgBinaries, args: string[]): Promise<void> {
  await run(binaries.pgCtl, args, spawnOptions(binaries));
}

function spawnOptions(binaries: PgBinaries) {
  const { account, root } = binaries;
  // The library path is ours to set; a foreign PG* variable must not redirect the server.
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PG")));
  return {
    cwd: root,
    env: { ...environment, LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv,
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  };
}

function urlFor(port: number, password: string): string {
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

function tail(file: string): string {
  return readFileSync(file, "utf8").split("\n").slice(-12).join("\n");
}
