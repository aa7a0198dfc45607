import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/access/permissions";
import { freshDatabase, testCity } from "@/lib/server/testing/database";
import { openSession, sessionCookieName } from "@/lib/server/session";
import { syncCatalogue } from "../catalogue/mutations";
import { catalogueDir } from "./data";
import { load, remove } from "./handlers";

const test = freshDatabase();
let one: Awaited<ReturnType<typeof testCity>>;
let two: Awaited<ReturnType<typeof testCity>>;
beforeAll(async () => {
  await syncCatalogue(test.database, catalogueDir());
  one = await testCity(test.database, "eins");
  two = await testCity(test.database, "zwei");
});

const HANDLERS = { load, remove };

async function post(
  name: keyof typeof HANDLERS,
  city: string,
  userId: string | null,
  { site = "same-origin", back, json = false }: { site?: string; back?: string; json?: boolean } = {},
): Promise<Response> {
  const path = `/api/v1/cities/${city}/demo${name === "remove" ? "/remove" : ""}`;
  const request = new Request(`http://localhost${path}`, {
    method: "POST",
    headers: {
      "sec-fetch-site": site,
      "content-type": json ? "application/json" : "application/x-www-form-urlencoded",
      accept: json ? "application/json" : "text/html",
      ...(userId === null
        ? {}
        : { cookie: `${sessionCookieName()}=${await openSession(test.database, userId, null)}` }),
    },
    body: json ? "{}" : new URLSearchParams(back === undefined ? {} : { back }).toString(),
  });
  return HANDLERS[name](request, { params: Promise.resolve({ city }) });
}

const where = (response: Response) => ({ status: response.status, location: response.headers.get("location") });
const cities = () => test.database.city.count();

describe.each(["load", "remove"] as const)("%s", (name) => {
  it("sends a stranger to sign in and does nothing", async () => {
    const before = await cities();
    expect((await post(name, "eins", null, { json: true })).status).toBe(401);
    expect(where(await post(name, "eins", null)).location).toMatch(/^\/sign-in/);
    expect(await cities()).toBe(before);
  });

  it("refuses every role but administrator, another city's administrator, and other sites", async () => {
    const before = await cities();
    const status = async (city: string, userId: string, site?: string) =>
      (await post(name, city, userId, { json: true, site })).status;
    const roles: Role[] = ["strategist", "service-owner", "approver", "auditor", "viewer"];
    for (const role of roles) expect(await status("eins", one.actors[role].userId)).toBe(403);
    // Another city and no city answer alike.
    expect(await status("eins", two.actors.administrator.userId)).toBe(404);
    expect(await status("keine", two.actors.administrator.userId)).toBe(404);
    expect(await status("eins", one.actors.administrator.userId, "cross-site")).toBe(403);
    expect(await cities()).toBe(before);
  });
});

describe("the demo city by form", () => {
  it("is loaded, open to the person alone, and removed again", async () => {
    const { userId } = one.actors.administrator;
    expect(where(await post("load", "eins", userId))).toEqual({ status: 303, location: "/c/musterstadt" });
    const demo = await test.database.city.findUniqueOrThrow({ where: { slug: "musterstadt" } });
    expect(demo.demo).toBe(true);
    expect(await test.database.membership.findFirst({ where: { cityId: demo.id, userId } })).toMatchObject({
      role: "administrator",
    });

    // Once more: refused, and the page says why.
    const again = await post("load", "eins", userId, { back: "/c/eins/admin/demo" });
    expect(again.status).toBe(303);
    const draftId = new URL(again.headers.get("location") ?? "", "http://here").searchParams.get("draft") ?? "";
    const draft = await test.database.formDraft.findUniqueOrThrow({ where: { id: draftId } });
    expect(draft.problems).toMatchObject({ message: "demo.alreadyLoaded", params: { slug: "musterstadt" } });

    // Not by somebody else's administrator, and never a real city.
    await post("remove", "musterstadt", two.actors.administrator.userId);
    await post("remove", "eins", userId);
    expect(await test.database.city.findMany({ select: { slug: true }, orderBy: { slug: "asc" } })).toEqual(
      ["eins", "musterstadt", "zwei"].map((slug) => ({ slug })),
    );

    expect(where(await post("remove", "musterstadt", userId, { back: "/c/eins/admin/demo?x=1" }))).toEqual({
      status: 303,
      location: "/c/eins/admin/demo?saved=removed",
    });
    expect(await test.database.city.count({ where: { demo: true } })).toBe(0);
  });

  it("leads home when it was removed from inside", async () => {
    const { userId } = two.actors.administrator;
    await post("load", "zwei", userId);
    expect(where(await post("remove", "musterstadt", userId, { back: "/c/musterstadt/admin/demo" })).location).toBe(
      "/",
    );
  });
});
