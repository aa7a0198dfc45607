import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkCredentials } from "@/lib/features/account/mutations";
import { loadPortfolio } from "@/lib/features/portfolio/data";
import { verifyChain } from "@/lib/server/audit";
import { freshDatabase, testCity } from "@/lib/server/testing/database";
import { COMMANDS } from "./commands";
import { hoheit, hoheitProcess } from "./testing/run";

const test = freshDatabase();

async function json(args: readonly string[], input?: string): Promise<unknown> {
  const { status, stdout, stderr } = await hoheit([...args, "--json"], input);
  expect({ args, status, stderr }).toEqual({ args, status: 0, stderr: "" });
  return JSON.parse(stdout) as unknown;
}

const OULU = join("catalogue", "examples", "oulu-tietojarjestelmaluettelo-2023.csv");
const PASSWORD = "ein langes Passwort";

describe("from nothing to figures", { timeout: 300_000 }, () => {
  it("creates a city and a person who can sign in, with the name of the command line in the log", async () => {
    expect(await json(["city", "create", "--slug", "oulu", "--name", "Oulu"])).toMatchObject({
      slug: "oulu",
      name: "Oulu",
    });
    const person = ["--email", "Aino@oulu.example", "--role", "strategist", "--city", "oulu", "--password-stdin"];
    // As a process of its own, beside this one on the same database.
    const made = await hoheitProcess(["user", "create", ...person], `${PASSWORD}\n`);
    expect(made).toEqual({ status: 0, stdout: "aino@oulu.example is strategist in oulu.\n", stderr: "" });
    expect(await checkCredentials(test.database, { email: "aino@oulu.example", password: PASSWORD })).toMatchObject({
      ok: true,
    });
    const city = await test.database.city.findUniqueOrThrow({ where: { slug: "oulu" } });
    const log = await test.database.auditEvent.findMany({ where: { cityId: city.id }, orderBy: { id: "asc" } });
    expect(log.map(({ action, actorName, actorId }) => ({ action, actorName, actorId }))).toEqual([
      { action: "city.create", actorName: "cli", actorId: null },
      { action: "user.create", actorName: "cli", actorId: null },
    ]);
    expect(await verifyChain(test.database, city.id)).toMatchObject({ brokenAt: null });
  });

  it("imports a real register, which a second run leaves as it is, and lists every service with its score", async () => {
    const dry = (await json(["import", "--city", "oulu", "--dry-run", OULU])) as { rows: number };
    expect(dry).toMatchObject({ rows: 205, created: 205 });
    expect(await test.database.service.count()).toBe(0);
    expect(await json(["import", "--city", "oulu", OULU])).toMatchObject({
      rows: 205,
      created: 205,
      updated: 0,
      unchanged: 0,
      rejected: [],
    });
    expect(await json(["import", "--city", "oulu", OULU])).toMatchObject({
      rows: 205,
      created: 0,
      updated: 0,
      unchanged: 205,
      rejected: [],
    });

    const listed = (await json(["services", "--city", "oulu"])) as { serviceId: string; exposure: string | null }[];
    const city = await test.database.city.findUniqueOrThrow({ where: { slug: "oulu" } });
    const stored = await loadPortfolio(test.database, { cityId: city.id });
    const byId = (rows: readonly { serviceId: string }[]) =>
      [...rows].sort((a, b) => (a.serviceId < b.serviceId ? -1 : 1));
    expect(byId(listed)).toEqual(JSON.parse(JSON.stringify(byId(stored))));
    const unknown = (await json(["services", "--city", "oulu", "--filter", "exposure=unknown"])) as unknown[];
    expect(unknown).toHaveLength(listed.filter(({ exposure }) => exposure === null).length);
    expect(await json(["portfolio", "--city", "oulu"])).toMatchObject({
      city: { slug: "oulu", demo: false },
      total: { count: 205 },
      key: { assessed: { denominator: 205 } },
    });
    expect(await json(["snapshot", "create", "--city", "oulu", "--name", "Herbst"])).toMatchObject({ services: 205 });
  });

  it("loads and removes the demo city, and generates one that can be removed the same way", async () => {
    expect(await json(["demo", "load"])).toMatchObject({ slug: "musterstadt", services: 153, snapshots: 9, goals: 7 });
    expect(await json(["generate", "--services", "40", "--seed", "3", "--city", "klein"])).toMatchObject({
      services: 40,
    });
    expect(await hoheit(["demo", "load"])).toMatchObject({ status: 1, stdout: "" });
    expect(await json(["demo", "remove"])).toEqual({ slug: "musterstadt" });
    expect(await json(["demo", "remove", "--city", "klein"])).toEqual({ slug: "klein" });
    expect(await test.database.city.findMany({ select: { slug: true } })).toEqual([{ slug: "oulu" }]);
  });
});

describe("what is refused", () => {
  beforeAll(async () => {
    await testCity(test.database, "echt");
  });

  /**
   * Each command that touches a city, aimed at one that does not exist, or, where it makes one, at one that does and is
   * real. Null: touches none. A new command without an entry fails the test.
   */
  const WRONG_CITY: Readonly<Record<string, readonly string[] | null>> = {
    methods: null,
    score: null,
    "method check": null,
    "city create": ["--slug", "echt", "--name", "Zweite"],
    "user create": ["--city", "keine", "--email", "a@b.example", "--role", "viewer", "--password-stdin"],
    import: ["--city", "keine", OULU],
    "assess export": ["--city", "keine", "--method", "munich-sds@2026-02"],
    "assess import": ["--city", "keine", "--method", "munich-sds@2026-02", OULU],
    services: ["--city", "keine"],
    portfolio: ["--city", "keine"],
    "snapshot create": ["--city", "keine", "--name", "x"],
    "demo load": ["--city", "echt", "--replace"],
    "demo remove": ["--city", "keine"],
    generate: ["--services", "3", "--seed", "1", "--city", "echt", "--replace"],
  };

  it("has an example for every command", () => {
    expect(Object.keys(WRONG_CITY).sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  it.each(Object.entries(WRONG_CITY).flatMap(([name, args]) => (args === null ? [] : [{ name, args }])))(
    "$name in the wrong city: reasons on standard error, nothing changed",
    async ({ name, args }) => {
      const counts = async () => [
        await test.database.city.count(),
        await test.database.user.count(),
        await test.database.service.count(),
        await test.database.auditEvent.count({ where: { cityId: { not: null } } }),
      ];
      const before = await counts();
      const { status, stdout, stderr } = await hoheit([...name.split(" "), ...args], PASSWORD);
      expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
      expect(stderr).toMatch(/keine|echt|taken/);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(await counts()).toEqual(before);
    },
  );

  it("a real city cannot be removed, a bad short name, role, password or filter is named", async () => {
    const user = ["user", "create", "--city", "echt", "--email", "n@echt.example", "--password-stdin", "--role"];
    const cases: readonly [readonly string[], RegExp, string?][] = [
      [["demo", "remove", "--city", "echt"], /echt is a real city/],
      [["city", "create", "--slug", "Ä b", "--name", "x"], /^slug: /m],
      [[...user, "king"], /^role: /m, PASSWORD],
      [[...user, "viewer"], /^password: .*12/m, "kurz"],
      [[...user, "service-owner", "--department", "Weltraum"], /no department Weltraum/, PASSWORD],
      [["services", "--city", "echt", "--filter", "munich=9"], /munich=9/],
      [["services", "--city", "echt", "--filter", "colour=red"], /no filter colour/],
      [["import", "--city", "echt", "package.json"], /./],
    ];
    for (const [args, reason, input] of cases) {
      const { status, stdout, stderr } = await hoheit(args, input);
      expect({ args, status, stdout }).toEqual({ args, status: 1, stdout: "" });
      expect(stderr).toMatch(reason);
    }
    expect(await test.database.city.count({ where: { slug: "echt" } })).toBe(1);
  });
});
