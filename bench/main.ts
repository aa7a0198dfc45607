import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { ensureBuild } from "../cli/build";
import { importRows, listRows, portfolioRows, rescoreRows, serviceRows } from "./floor";
import { line, sideBySide, summary, time } from "./measure";
import { freePort } from "../lib/server/net";

const SIZES = [2_780, 20_000];
const ROUNDS = 15;
const BENCH = { userId: null, name: "bench" };

/** `npm run bench`: generated cities of a large city's and a state provider's size, each figure beside the database's floor. */
async function main(): Promise<void> {
  ensureBuild((text) => console.error(text));
  const folder = mkdtempSync(join(tmpdir(), "hoheit-bench-"));
  process.env.HOHEIT_DATA_DIR = folder;
  delete process.env.DATABASE_URL;
  const { openDatabase } = await import("../lib/server/database/open");
  const opened = await openDatabase();
  const client = new pg.Client({ connectionString: opened.url });
  await client.connect();
  const server = await startServer(folder);
  try {
    const postgres = (await client.query("SHOW server_version")).rows[0] as { server_version: string };
    console.log(
      `${cpus().length} × ${cpus()[0]?.model ?? "cpu"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, PostgreSQL ${postgres.server_version}`,
    );
    console.log(
      `Median of ${ROUNDS} runs in turn (fastest–slowest). Floor = the same rows by plain SQL, nothing computed.\n`,
    );
    const listTimes = new Map<number, number>();
    for (const size of SIZES) listTimes.set(size, await measureCity(client, server.url, size));
    const [small, large] = SIZES.map((size) => listTimes.get(size) ?? Number.NaN);
    if (small && large)
      console.log(`List at ${SIZES[1]} beside ${SIZES[0]}: × ${(large / small).toFixed(2)} (bar: 1.5)`);
  } finally {
    await client.end();
    await server.stop();
    const { db } = await import("../lib/server/database/client");
    await db().$disconnect();
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureCity(client: pg.Client, address: string, size: number): Promise<number> {
  const { db, transaction } = await import("../lib/server/database/client");
  const { loadCity } = await import("../lib/features/demo/mutations");
  const { generatedCity } = await import("../lib/features/demo/data");
  const { audit } = await import("../lib/server/audit");
  const { rescore } = await import("../lib/features/score/mutations");
  const database = db();
  const slug = `bench-${size}`;
  console.log(`${size.toLocaleString("en")} services`);
  const loading = await time(async () => {
    const loaded = await loadCity(database, await generatedCity({ services: size, seed: 1, slug }), BENCH);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  });
  await client.query("VACUUM ANALYZE");
  const city = await database.city.findUniqueOrThrow({ where: { slug } });
  const service = await database.service.findFirstOrThrow({
    where: { cityId: city.id },
    orderBy: { name: "asc" },
    select: { id: true },
  });
  const cookie = await signIn(city.id);
  const page = (path: string) => async () => {
    const response = await fetch(`${address}/c/${slug}${path}`, { headers: { cookie, "accept-language": "de" } });
    const html = await response.text();
    if (response.status !== 200 || !html.includes("</html>")) throw new Error(`${path}: ${response.status}`);
  };
  const bound = size === SIZES[0] ? (floor: number) => 3 * floor + 60 : undefined;

  const dashboard = await sideBySide(ROUNDS, page(""), () => portfolioRows(client, city.id));
  console.log(line("  dashboard", dashboard, bound));
  const list = await sideBySide(ROUNDS, page("/services"), () => listRows(client, city.id));
  console.log(line("  list", list, bound));
  const change = () =>
    transaction(database, (tx) =>
      audit(tx, [{ cityId: city.id, actor: BENCH, action: "bench.touch", subjectType: "city", subjectId: city.id }]),
    );
  const cold = await sideBySide(ROUNDS, page("/services"), () => listRows(client, city.id), change);
  console.log(line("  list, first after a change", cold));
  const coldBoard = await sideBySide(ROUNDS, page(""), () => portfolioRows(client, city.id), change);
  console.log(line("  dashboard, first after a change", coldBoard));
  const search = await sideBySide(ROUNDS, page("/services?q=verwaltung"), () => listRows(client, city.id));
  console.log(line("  list, searched", search));
  const one = await sideBySide(ROUNDS, page(`/services/${service.id}`), () => serviceRows(client, city.id, service.id));
  console.log(line("  service page", one, bound));
  const full = await sideBySide(
    3,
    () => transaction(database, (tx) => rescore(tx, city.id, "all")),
    () => rescoreRows(client, city.id),
  );
  console.log(line("  full rescore", full));
  const imported = await measureImport(size, slug);
  const floor = summary([
    await time(() => importRows(client, city.id)),
    await time(() => importRows(client, city.id)),
    await time(() => importRows(client, city.id)),
  ]);
  console.log(line("  import, validated and scored", { product: imported, floor }));
  console.log(`  (generating and loading the city took ${(loading / 1000).toFixed(1)} s)\n`);
  return list.product.median;
}

/** A list of the same services as a file, into an empty city. */
async function measureImport(size: number, from: string) {
  const { db } = await import("../lib/server/database/client");
  const { commandLineActor, grantFor, auditActor } = await import("../lib/server/access");
  const { importFile } = await import("../lib/features/import/mutations");
  const database = db();
  const rows = await database.service.findMany({
    where: { city: { slug: from } },
    include: { department: true, products: { include: { product: true } }, roles: { include: { organisation: true } } },
  });
  const cell = (value: unknown) => `"${String(value ?? "").replaceAll('"', '""')}"`;
  const csv = [
    "Name;Fachbereich;Produkt;Hersteller;Betreiber;Vertraulichkeit;Integrität;Verfügbarkeit;Jahreskosten;Nutzer;Vertragsende",
    ...rows.map((row) =>
      [
        row.name,
        row.department?.name,
        row.products[0]?.product.name,
        row.roles.find((role) => role.role === "maker")?.organisation?.name,
        row.roles.find((role) => role.role === "operator")?.organisation?.name,
        row.confidentiality,
        row.integrity,
        row.availability,
        row.costPerYear?.toFixed(2).replace(".", ","),
        row.users,
        row.contractEnd?.toISOString().slice(0, 10),
      ]
        .map(cell)
        .join(";"),
    ),
  ].join("\r\n");
  const city = await database.city.create({ data: { slug: `${from}-import`, name: "Import" } });
  const actor = commandLineActor(city);
  const grant = grantFor(actor, "service.import");
  if ("ok" in grant) throw new Error("no grant");
  const taken = await time(async () => {
    const result = await importFile(database, grant, auditActor(actor), {
      bytes: new TextEncoder().encode(csv),
      fileName: "bench.csv",
      dryRun: false,
    });
    if (!result.ok || result.value.created !== size) throw new Error(JSON.stringify(result).slice(0, 500));
  });
  return summary([taken]);
}

async function signIn(cityId: string): Promise<string> {
  const { db } = await import("../lib/server/database/client");
  const { openSession, sessionCookieName } = await import("../lib/server/session");
  const user = await db().user.create({
    data: { email: `bench-${cityId}@bench.example`, name: "Bench", passwordHash: "unusable" },
  });
  await db().membership.create({ data: { userId: user.id, cityId, role: "administrator" } });
  return `${sessionCookieName()}=${await openSession(db(), user.id, null)}`;
}

async function startServer(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", join("cli", "start.ts")], {
    env: { ...process.env, HOHEIT_DATA_DIR: folder, PORT: String(port), LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`server ended with ${code}`)));
    child.stdout.on("data", (chunk: Buffer) => chunk.toString().includes("running at") && resolve());
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        child.once("exit", () => done());
        child.kill("SIGTERM");
      }),
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
