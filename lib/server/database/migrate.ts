import { readdirSync, readFileSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** Any number will do, as long as every Hoheit process takes the same. */
const ADVISORY_LOCK = 7_236_404_001;
const FILTERS = { externalTables: [], externalEnums: [] };

type Engine = Awaited<ReturnType<typeof engineModule.SchemaEngine.new>>;

/**
 * Applies all migrations of `migrationsDir` that the database does not have yet, under an advisory lock, so that two
 * processes starting at once apply each migration once. Fills `_prisma_migrations` like `prisma migrate deploy` does.
 * @returns names of the migrations applied now.
 */
export async function migrate(url: string, migrationsDir: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    const version = Number((await lock.query("SHOW server_version_num")).rows[0]?.server_version_num);
    if (version < 150_000) throw new Error(`PostgreSQL 15 or newer is needed, found ${Math.floor(version / 10_000)}.`);
    await lock.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
    const applied = await appliedNames(lock);
    const pending = migrationNames(migrationsDir).filter((name) => !applied.has(name));
    if (pending.length === 0) return [];
    return await withEngine(url, async (engine) => {
      const output = await engine.applyMigrations({ migrationsList: migrationList(migrationsDir), filters: FILTERS });
      return output.appliedMigrationNames;
    });
  } finally {
    await lock.end();
  }
}

/**
 * The SQL that leads from one state of the schema files to another; both are file contents. The engine insists on a connection,
 * but reads and writes nothing through it.
 * @returns the script, empty when there is nothing to do.
 */
export async function diffSchemas(url: string, from: string, to: string): Promise<string> {
  return withEngine(url, async (engine) => {
    const result = await engine.diff({
      from: from ? { tag: "schemaDatamodel", files: [{ path: "from.prisma", content: from }] } : { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [{ path: "to.prisma", content: to }] },
      script: true,
      exitCode: null,
      filters: FILTERS,
    });
    const script = result.stdout ?? "";
    return script.replace(/^\s*--.*$/gm, "").trim() === "" ? "" : script;
  });
}

/** All schema files as one text, in a stable order. */
export function readSchema(dir: string): string {
  return readdirSync(dir)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => readFileSync(join(dir, name), "utf8"))
    .join("\n");
}

/** The schema as the last migration left it: each migration folder keeps a copy, because the adapter cannot introspect. */
export function lastMigratedSchema(migrationsDir: string): string {
  const last = migrationNames(migrationsDir).at(-1);
  return last ? readFileSync(join(migrationsDir, last, "schema.prisma"), "utf8") : "";
}

/** The adapter cuts scripts at every semicolon, also inside function bodies; PostgreSQL takes a script whole. */
class WholeScriptPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const { client } = adapter as unknown as { client: pg.Pool };
    adapter.executeScript = async (script) => void (await client.query(script));
    return adapter;
  }
}

async function withEngine<T>(url: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  await instantiate();
  const factory = bindMigrationAwareSqlAdapterFactory(new WholeScriptPg({ connectionString: url }));
  const engine = await engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

let ready: Promise<void> | undefined;

/** The package's own entry imports the .wasm as a module, which Node 20 cannot; so it is instantiated by hand, once. */
function instantiate(): Promise<void> {
  ready ??= (async () => {
    // The engine reports its panics through this global, under this name.
    (globalThis as Record<string, unknown>).PRISMA_WASM_PANIC_REGISTRY ??= {
      set_message: (message: string) => {
        throw new Error(`Schema engine: ${message}`);
      },
    };
    const require = createRequire(import.meta.url);
    const folder = dirname(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
    const compiled = await WebAssembly.compile(readFileSync(join(folder, "schema_engine_bg.wasm")));
    const instance = await WebAssembly.instantiate(compiled, {
      "./schema_engine_bg.js": engineModule as unknown as WebAssembly.ModuleImports,
    });
    const glue = engineModule as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
    glue.__wbg_set_wasm(instance.exports);
    (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  })();
  return ready;
}

function migrationNames(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function migrationList(dir: string) {
  const lockfile = join(dir, "migration_lock.toml");
  return {
    baseDir: dir,
    lockfile: { path: "./migration_lock.toml", content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames(dir).map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(join(dir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

async function appliedNames(client: pg.Client): Promise<Set<string>> {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present");
  if (!(table.rows[0] as { present: boolean }).present) return new Set();
  const done = await client.query(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return new Set(done.rows.map((row: { migration_name: string }) => row.migration_name));
}
