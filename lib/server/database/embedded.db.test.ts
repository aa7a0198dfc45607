import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { DatabaseRefusal, startEmbedded } from "./embedded";

const made: string[] = [];
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "hoheit-supervisor-"));
  // As root the database has an account of its own, which must get in here; where it cannot, see the last test.
  chmodSync(path, 0o755);
  made.push(path);
  return path;
}
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

/** A second process that starts the database in `dir`, prints `ready <url>`, and stays. */
async function holder(dir: string) {
  const script = `
    import { startEmbedded } from ${JSON.stringify(join(process.cwd(), "lib/server/database/embedded.ts"))};
    const server = await startEmbedded(${JSON.stringify(dir)});
    console.log("ready " + server.started + " " + server.url);
    process.on("SIGTERM", async () => { await server.stop(); process.exit(0); });
    setInterval(() => undefined, 1000);`;
  const file = join(dir, "holder.mts");
  writeFileSync(file, script);
  const child = spawn(process.execPath, ["--import", "tsx", file], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`holder ended with ${code}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (/ready \w+ \S+/.test(output)) resolve();
    });
  });
  const [, started, url] = /ready (\w+) (\S+)/.exec(output) ?? [];
  return { child, started: started === "true", url: url ?? "" };
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(sql).then(
    async (result) => (await client.end(), result.rows as unknown[]),
    async (error: unknown) => {
      await client.end();
      throw error;
    },
  );
}

describe("the embedded database", () => {
  it("survives kill -9 of its Hoheit: the next start adopts the orphan and finds everything", async () => {
    const dir = folder();
    const first = await holder(dir);
    expect(first.started).toBe(true);
    await query(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
    first.child.kill("SIGKILL");
    await once(first.child, "exit");

    const second = await startEmbedded(dir);
    expect(second.started).toBe(false);
    expect(await query(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
    await second.stop();
    expect(existsSync(join(dir, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("recovers when the database itself was killed, and starts on another port", async () => {
    const dir = folder();
    const first = await startEmbedded(dir);
    await query(first.url, "CREATE TABLE kept AS SELECT 7 AS answer");
    const pid = Number(readFileSync(join(dir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, "SIGKILL");
    await new Promise((done) => setTimeout(done, 1_500));
    const second = await startEmbedded(dir);
    expect(second.started).toBe(true);
    expect(await query(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 7 }]);
    await second.stop();
  });

  it("lets two starts at once on one new folder end with one server that both use", async () => {
    const dir = folder();
    const [one, two] = await Promise.all([holder(dir), startEmbedded(dir)]);
    expect(new URL(one.url).port).toBe(new URL(two.url).port);
    await query(one.url, "CREATE TABLE shared AS SELECT 1 AS n");
    expect(await query(two.url, "SELECT n FROM shared")).toEqual([{ n: 1 }]);
    const user = new pg.Client({ connectionString: one.url });
    await user.connect();
    await two.stop();
    // Somebody is still connected: the server stays for them.
    expect(await query(one.url, "SELECT n FROM shared")).toEqual([{ n: 1 }]);
    await user.end();
    one.child.kill("SIGTERM");
    await once(one.child, "exit");
    expect(existsSync(join(dir, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("lets short visits come and go at once: none is cut off, and the last one stops the server", async () => {
    const dir = folder();
    const visit = async (delay: number): Promise<unknown> => {
      await new Promise((done) => setTimeout(done, delay));
      const server = await startEmbedded(dir);
      // As between adopting the server and the first query of a command: nothing of this visit is connected.
      await new Promise((done) => setTimeout(done, 150));
      const rows = await query(server.url, "SELECT 1 AS n");
      await server.stop();
      return rows;
    };
    await (await startEmbedded(dir)).stop();
    const visits = await Promise.all([0, 100, 200, 300, 400, 500, 600].map(visit));
    expect(visits).toEqual(visits.map(() => [{ n: 1 }]));
    expect(existsSync(join(dir, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("refuses the folder of another major version and leaves it as it is", async () => {
    const dir = folder();
    const server = await startEmbedded(dir);
    await server.stop();
    const versionFile = join(dir, "postgres", "PG_VERSION");
    writeFileSync(versionFile, "17\n");
    const refused = startEmbedded(dir);
    await expect(refused).rejects.toThrow(DatabaseRefusal);
    await expect(startEmbedded(dir)).rejects.toThrow(/PostgreSQL 17.*Nothing was changed/s);
    expect(readFileSync(versionFile, "utf8")).toBe("17\n");
  });

  it("keeps its password to its own account and listens on the loopback interface only", async () => {
    const dir = folder();
    const server = await startEmbedded(dir);
    expect(statSync(join(dir, "postgres", "hoheit.password")).mode & 0o077).toBe(0);
    expect(await query(server.url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    expect(await query(server.url, "SHOW fsync")).toEqual([{ fsync: "on" }]);
    expect(await query(server.url, "SHOW data_checksums")).toEqual([{ data_checksums: "on" }]);
    const wrong = new URL(server.url);
    wrong.password = "wrong";
    await expect(query(wrong.toString(), "SELECT 1")).rejects.toThrow(/password authentication failed/);
    await server.stop();
  });

  it.runIf(process.getuid?.() === 0)(
    "moves to a folder of its own account where root's folder is closed to it",
    async () => {
      const dir = mkdtempSync(join(tmpdir(), "hoheit-closed-"));
      made.push(dir);
      const server = await startEmbedded(dir);
      made.push(server.folder);
      expect(server.folder.startsWith(dir)).toBe(false);
      await query(server.url, "CREATE TABLE kept AS SELECT 3 AS n");
      await server.stop();
      const again = await startEmbedded(dir);
      expect(await query(again.url, "SELECT n FROM kept")).toEqual([{ n: 3 }]);
      await again.stop();
    },
  );
});
