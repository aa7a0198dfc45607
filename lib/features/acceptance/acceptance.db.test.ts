import { beforeAll, describe, expect, it } from "vitest";
import { ROLES } from "@/lib/domain/access/permissions";
import { munichSds } from "@/lib/domain/method/munich-sds-2026-02";
import { dayInBerlin } from "@/lib/format";
import { auditActor } from "@/lib/server/access";
import { verifyChain } from "@/lib/server/audit";
import { transaction, type Database } from "@/lib/server/database/client";
import type { RouteHandler } from "@/lib/server/http/handler";
import { openSession, sessionCookieName } from "@/lib/server/session";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { loadPortfolio } from "../portfolio/data";
import { loadCityWorld, loadScoringInputs } from "../score/data";
import { portfolioRow, rescore } from "../score/mutations";
import { takeDailySnapshots } from "../snapshot/mutations";
import { listSnapshots, readSnapshot } from "../snapshot/data";
import { listAccepted, loadAcceptances } from "./data";
import * as handlers from "./handlers";
import { acceptGap, endAcceptance, reopenExpired } from "./mutations";
import { acceptInput } from "./schema";

const test = freshDatabase();
const NOW = new Date();
const DAY = 86_400_000;
const inDays = (days: number) => dayInBerlin(new Date(NOW.getTime() + days * DAY));
const after = (days: number) => new Date(NOW.getTime() + days * DAY);

/** A city with services whose Munich gap is open: all six answers are the worst, and level 2 is required. */
async function cityWithGaps(slug: string, names: readonly string[] = ["Melderegister"]) {
  const found = await testCity(test.database, slug);
  const { city, actors, other } = found;
  const ids: string[] = [];
  for (const name of names) {
    const service = await test.database.service.create({
      data: {
        cityId: city.id,
        name,
        naturalKey: name.toLowerCase(),
        confidentiality: "very-high",
        departmentId: other.id,
      },
    });
    ids.push(service.id);
    const answers = Object.fromEntries(
      munichSds.criteria.map(({ id, options }) => [
        id,
        { value: options.some((each) => each.id === "no") ? "no" : (options.at(-1)?.id ?? "") },
      ]),
    );
    await test.database.assessment.create({
      data: { cityId: city.id, serviceId: service.id, method: munichSds.ref, answers },
    });
  }
  await transaction(test.database, (tx) => rescore(tx, city.id, "all"));
  return {
    ...found,
    ids,
    id: ids[0] ?? "",
    grant: testGrant(actors.approver, "gap.accept"),
    who: auditActor(actors.approver),
  };
}

const input = (days: number, more: object = {}) =>
  acceptInput.parse({ dimension: "munich", reason: "Ablösung läuft, Vergabe 2027", until: inDays(days), ...more });

/** The same database, counting what is asked of it. */
function counting() {
  let asked = 0;
  const client = test.database.$extends({
    query: {
      $allOperations({ args, query }) {
        asked += 1;
        return query(args);
      },
    },
  }) as unknown as Database;
  return { client, asked: () => asked };
}

async function stored(cityId: string) {
  const byId = <T extends { serviceId: string }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => (a.serviceId < b.serviceId ? -1 : 1));
  return byId(await loadPortfolio(test.database, { cityId }));
}

async function fresh(cityId: string, today: string) {
  const world = await loadCityWorld(test.database, cityId);
  const inputs = await loadScoringInputs(test.database, cityId, world.products, "all");
  return inputs.map((each) => portfolioRow(world, each, today)).sort((a, b) => (a.serviceId < b.serviceId ? -1 : 1));
}

const gapOf = async (cityId: string) => (await stored(cityId))[0]?.gapMunich;

describe("an accepted gap", () => {
  it("counts as accepted in lists, pages and snapshots, and stored scores still equal fresh ones", async () => {
    const { city, id, grant, who, actors } = await cityWithGaps("akzept-eins");
    expect(await gapOf(city.id)).toBe("open");
    expect(await acceptGap(test.database, grant, who, id, input(30))).toMatchObject({ ok: true });
    expect(await gapOf(city.id)).toBe("accepted");
    expect(await stored(city.id)).toEqual(await fresh(city.id, inDays(0)));
    await takeDailySnapshots(test.database);
    const read = testGrant(actors.viewer, "snapshot.read");
    const [latest] = await listSnapshots(test.database, read);
    const snapshot = await readSnapshot(test.database, read, latest?.id ?? "");
    expect(snapshot?.rows[0]?.gapMunich).toBe("accepted");
    const [logged] = await test.database.auditEvent.findMany({ where: { cityId: city.id, action: "gap.accept" } });
    expect(logged).toMatchObject({
      actorId: who.userId,
      subjectId: id,
      after: { dimension: "munich", until: inDays(30) },
      reason: "Ablösung läuft, Vergabe 2027",
    });
    expect((await verifyChain(test.database, city.id)).brokenAt).toBeNull();
  });

  it("opens again by itself on the day after its last, once, before the snapshot of that day", async () => {
    const { city, id, grant, who, actors } = await cityWithGaps("akzept-zwei");
    await acceptGap(test.database, grant, who, id, input(2));
    expect(await reopenExpired(test.database, after(2))).toBe(0);
    expect(await gapOf(city.id)).toBe("accepted");
    expect(await reopenExpired(test.database, after(3))).toBe(1);
    expect(await reopenExpired(test.database, after(3))).toBe(0);
    expect(await gapOf(city.id)).toBe("open");
    expect(await stored(city.id)).toEqual(await fresh(city.id, inDays(3)));
    await takeDailySnapshots(test.database, after(3));
    const read = testGrant(actors.viewer, "snapshot.read");
    const [latest] = await listSnapshots(test.database, read);
    expect((await readSnapshot(test.database, read, latest?.id ?? ""))?.rows[0]?.gapMunich).toBe("open");
    const logged = await test.database.auditEvent.findMany({ where: { cityId: city.id, action: "gap.reopen" } });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ actorId: null, actorName: "system", subjectId: id });
    const [line] = await loadAcceptances(test.database, grant, id, true);
    expect(line).toMatchObject({ endedBy: null, endReason: null, approvedBy: actors.approver.name });
  });

  it("is made once however many try at the same moment, and can be ended early with a reason", async () => {
    const { city, id, grant, who } = await cityWithGaps("akzept-drei");
    const tries = await Promise.all([1, 2, 3].map((n) => acceptGap(test.database, grant, who, id, input(n))));
    expect(tries.filter((each) => each.ok)).toHaveLength(1);
    expect(tries.filter((each) => !each.ok)).toEqual(
      [1, 2].map(() => expect.objectContaining({ code: "not-possible", message: "acceptance.already" })),
    );
    const made = tries.find((each) => each.ok);
    const acceptance = made?.ok ? made.value.id : "";
    const ended = await endAcceptance(test.database, grant, who, acceptance, { endReason: "Beschluss aufgehoben" });
    expect(ended).toEqual({ ok: true, value: { serviceId: id } });
    expect(await gapOf(city.id)).toBe("open");
    expect(await endAcceptance(test.database, grant, who, acceptance, { endReason: "noch einmal" })).toMatchObject({
      message: "acceptance.alreadyEnded",
    });
    expect(await acceptGap(test.database, grant, who, id, input(5))).toMatchObject({ ok: true });
  });

  it("can be renewed when it ran out and the hourly work has not been yet", async () => {
    const { city, id, grant, who } = await cityWithGaps("akzept-vier");
    await acceptGap(test.database, grant, who, id, input(0));
    const renewed = await acceptGap(test.database, grant, who, id, input(20), after(1));
    expect(renewed).toMatchObject({ ok: true });
    expect(await test.database.acceptedDependency.count({ where: { cityId: city.id, endedAt: null } })).toBe(1);
    expect(await test.database.auditEvent.count({ where: { cityId: city.id, action: "gap.reopen" } })).toBe(1);
  });

  it("needs an open gap, a reason and a day within three years", async () => {
    const { id, grant, who } = await cityWithGaps("akzept-fuenf");
    const code = async (days: number) => {
      const result = await acceptGap(test.database, grant, who, id, input(days));
      return result.ok ? "ok" : result.fields?.[0]?.code;
    };
    expect(await code(-1)).toBe("date-in-past");
    expect(await code(3 * 366)).toBe("too-far-ahead");
    expect(await acceptGap(test.database, grant, who, id, input(9, { dimension: "exposure" }))).toMatchObject({
      message: "acceptance.notOpen",
    });
    expect(acceptInput.safeParse({ dimension: "munich", reason: " ", until: inDays(1) }).success).toBe(false);
    expect(acceptInput.safeParse({ dimension: "munich", reason: "x", until: "" }).success).toBe(false);
  });
});

describe("the city's list", () => {
  it("sorts by the day that comes first, counts by state, pages with two queries, and hides names where asked", async () => {
    const names = Array.from({ length: 60 }, (_, i) => `Dienst ${i}`);
    const { city, ids, grant, who, actors } = await cityWithGaps("akzept-liste", names);
    for (const [i, id] of ids.entries()) await acceptGap(test.database, grant, who, id, input(i < 10 ? 20 : 200 + i));
    const read = testGrant(actors.viewer, "service.read");
    const query = { state: "current", page: 1, today: inDays(0), withNames: false } as const;
    const { client, asked } = counting();
    const first = await listAccepted(client, read, query);
    expect(asked()).toBe(2);
    expect(first.counts).toEqual({ current: 60, soon: 10, ended: 0 });
    expect(first.services).toBe(60);
    expect(first.rows).toHaveLength(50);
    expect(first.rows[0]).toMatchObject({
      until: inDays(20),
      gap: "accepted",
      munichValue: 5,
      requiredMunich: 2,
      approvedBy: null,
      departmentName: "Bauordnung",
    });
    expect((await listAccepted(test.database, read, { ...query, page: 2 })).rows).toHaveLength(10);
    const named = await listAccepted(test.database, read, { ...query, state: "soon", withNames: true });
    expect(named.rows).toHaveLength(10);
    expect(named.rows[0]?.approvedBy).toBe(actors.approver.name);
    await test.database.service.update({ where: { id: ids[0] ?? "" }, data: { lifecycle: "retired" } });
    expect((await listAccepted(test.database, read, query)).counts.current).toBe(59);
    await reopenExpired(test.database, after(21));
    expect((await listAccepted(test.database, read, { ...query, state: "ended" })).counts).toEqual({
      current: 50,
      soon: 0,
      ended: 9,
    });
    expect(await stored(city.id)).toEqual(await fresh(city.id, inDays(21)));
  }, 60_000);
});

describe("who may", () => {
  let there: Awaited<ReturnType<typeof cityWithGaps>>;
  let here: Awaited<ReturnType<typeof cityWithGaps>>;
  beforeAll(async () => {
    here = await cityWithGaps("akzept-hier");
    there = await cityWithGaps("akzept-dort");
  });

  async function send(handler: RouteHandler, userId: string, id: string, body: object): Promise<number> {
    const cookie = `${sessionCookieName()}=${await openSession(test.database, userId, null)}`;
    const request = new Request("http://hoheit.test/api/v1/x", {
      method: "POST",
      headers: {
        cookie,
        accept: "application/json",
        "content-type": "application/json",
        "sec-fetch-site": "same-origin",
      },
      body: JSON.stringify(body),
    });
    return (await handler(request, { params: Promise.resolve({ city: "akzept-hier", id }) })).status;
  }

  it("accept and end: administration and approvers of this city only", async () => {
    const body = { dimension: "munich", reason: "Grund", until: inDays(9) };
    for (const role of ROLES) {
      const expected = role === "administrator" ? 201 : role === "approver" ? 409 : 403;
      expect(await send(handlers.accept, here.actors[role].userId, here.id, body), role).toBe(expected);
    }
    expect(await send(handlers.accept, there.actors.approver.userId, here.id, body)).toBe(404);
    // A service of the other city is not found, even for somebody who may accept in this one.
    expect(await send(handlers.accept, here.actors.approver.userId, there.id, body)).toBe(404);
    const [line] = await loadAcceptances(test.database, here.grant, here.id, true);
    const end = { endReason: "Grund" };
    for (const role of ["strategist", "service-owner", "auditor", "viewer"] as const)
      expect(await send(handlers.end, here.actors[role].userId, line?.id ?? "", end), role).toBe(403);
    expect(await send(handlers.end, there.actors.approver.userId, line?.id ?? "", end)).toBe(404);
    expect(await endAcceptance(test.database, there.grant, there.who, line?.id ?? "", end)).toMatchObject({
      code: "not-found",
    });
    expect(await send(handlers.end, here.actors.approver.userId, line?.id ?? "", end)).toBe(200);
  });
});
