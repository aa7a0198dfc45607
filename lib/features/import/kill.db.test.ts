import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { auditActor } from "@/lib/server/access";
import { verifyChain } from "@/lib/server/audit";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { syncCatalogue } from "../catalogue/mutations";
import { importFile } from "./mutations";

const test = freshDatabase();
const ROWS = 20_000;
const ROUNDS = process.env.HOHEIT_LONG_TESTS === "1" ? 10 : 3;
const FILE = join(tmpdir(), `hoheit-kill-${process.pid}.csv`);

/** A list as a state's provider may have it: known and unknown suppliers, departments, models, contracts. */
function generated(rows: number): string {
  const suppliers = [
    "Microsoft Corporation",
    "IBM",
    "SAP SE",
    "Dataport AöR",
    "Unbekannt & Söhne GmbH",
    "Beispiel AG",
    "Oracle",
    "",
  ];
  const models = ["eigenes Rechenzentrum", "SaaS", "Hyperscaler", "kommunaler IT-Dienstleister", ""];
  const lines = Array.from({ length: rows }, (_, n) =>
    [
      `Verfahren ${n}`,
      `Amt ${n % 40}`,
      suppliers[n % suppliers.length],
      models[n % models.length],
      ["normal", "hoch", "sehr hoch"][n % 3],
      n % 7 === 0 ? "" : String(n * 3),
      `31.12.${2026 + (n % 4)}`,
      n % 500 === 0 ? `Haus ${n}` : "Beispiel AG",
    ].join(";"),
  );
  return [
    "Name;Fachbereich;Hersteller;Betriebsmodell;Schutzbedarf;Kosten pro Jahr;Vertragsende;Betreiber",
    ...lines,
  ].join("\n");
}

/** The child: a process of its own that imports the file, says when it begins and what came of it. */
const CHILD = `
const { connect } = await import(process.env.K_CLIENT);
const { importFile } = await import(process.env.K_IMPORT);
const { authorise } = await import(process.env.K_AUTHORISE);
const { readFileSync } = await import("node:fs");
const database = connect(process.env.DATABASE_URL);
const grant = authorise(JSON.parse(process.env.K_ACTOR), "service.import");
const bytes = readFileSync(process.env.K_FILE);
await database.city.count();
console.log("begun");
const result = await importFile(database, grant, { userId: null, name: "cli" }, { bytes, fileName: "gross.csv", dryRun: false });
console.log(result.ok ? "done " + result.value.created : JSON.stringify(result));
await database.$disconnect();
`;

const at = (path: string) => pathToFileURL(join(process.cwd(), path)).href;

/** Starts the child and kills it so many milliseconds after it has begun; null = never. @returns how long it ran and what it said */
function run(actor: object, killAfter: number | null): Promise<{ milliseconds: number; said: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", CHILD], {
    env: {
      ...process.env,
      DATABASE_URL: test.url,
      K_CLIENT: at("lib/server/database/client.ts"),
      K_IMPORT: at("lib/features/import/mutations.ts"),
      K_AUTHORISE: at("lib/domain/access/authorise.ts"),
      K_ACTOR: JSON.stringify(actor),
      K_FILE: FILE,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  let begun = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    if (begun === 0) {
      begun = performance.now();
      if (killAfter !== null) setTimeout(() => child.kill("SIGKILL"), killAfter);
    }
    said += chunk.toString();
  });
  return new Promise((resolve) => child.on("close", () => resolve({ milliseconds: performance.now() - begun, said })));
}

/** The server notices a dead client at the end of the statement it is in; only then the transaction is gone. */
async function quiet(): Promise<void> {
  for (;;) {
    const [row] = await test.database.$queryRaw<{ open: bigint }[]>`
      SELECT count(*) AS open FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`;
    if (row?.open === 0n) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function state(cityId: string) {
  const where = { cityId };
  const [services, scores, roles, organisations, departments, runs, audits] = await Promise.all([
    test.database.service.count({ where }),
    test.database.serviceScore.count({ where }),
    test.database.serviceRole.count({ where }),
    test.database.organisation.count({ where }),
    test.database.department.count({ where }),
    test.database.importRun.count({ where }),
    test.database.auditEvent.count({ where }),
  ]);
  return { services, scores, roles, organisations, departments, runs, audits };
}

beforeAll(async () => {
  await syncCatalogue(test.database, "catalogue");
  writeFileSync(FILE, generated(ROWS));
});

describe("kill -9 during an import of 20,000 rows", () => {
  it(
    "leaves all of it or nothing, an unbroken audit log, and the way free for the next",
    async () => {
      const measured = await testCity(test.database, "gemessen");
      const whole = await run(measured.actors.administrator, null);
      expect(whole.said).toContain(`done ${ROWS}`);
      const full = await state(measured.city.id);
      expect(full).toMatchObject({ services: ROWS, scores: ROWS, runs: 1, audits: ROWS + 2 });

      const city = await testCity(test.database, "gefaellt");
      const empty = await state(city.city.id);
      let finished = 0;
      for (let round = 0; round < ROUNDS && finished === 0; round++) {
        const killAfter = whole.milliseconds * (0.05 + 0.9 * ((round + Math.random()) / ROUNDS));
        await run(city.actors.administrator, killAfter);
        await quiet();
        const left = await state(city.city.id);
        if (left.services === 0) expect(left, `killed after ${killAfter} ms`).toEqual(empty);
        else {
          expect(left, `killed after ${killAfter} ms`).toEqual(full);
          finished += 1;
        }
        expect(await verifyChain(test.database, city.city.id)).toMatchObject({ brokenAt: null });
      }

      const person = city.actors.administrator;
      const next = await importFile(test.database, testGrant(person, "service.import"), auditActor(person), {
        bytes: new TextEncoder().encode("Name;Fachbereich\nNachzügler;Amt 1"),
        fileName: "klein.csv",
        dryRun: false,
      });
      expect(next).toMatchObject({ ok: true, value: { created: 1 } });
      expect(await verifyChain(test.database, city.city.id)).toMatchObject({ brokenAt: null });
    },
    ROUNDS * 240_000 + 240_000,
  );
});
