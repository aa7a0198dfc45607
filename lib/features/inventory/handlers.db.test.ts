import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_COLUMNS, LIST_COLUMNS, PLAIN_LIST, readListQuery } from "@/lib/domain/service/list";
import { readTable } from "@/lib/files";
import type { Role } from "@/lib/domain/access/permissions";
import { auditActor } from "@/lib/server/access";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { openSession, sessionCookieName } from "@/lib/server/session";
import { syncCatalogue } from "../catalogue/mutations";
import { changeService } from "../service/handlers";
import { createService } from "../service/mutations";
import { createServiceInput } from "../service/schema";
import { loadSelection } from "./data";
import { inventoryFile } from "./handlers";

const test = freshDatabase();
let city: Awaited<ReturnType<typeof testCity>>;
let other: Awaited<ReturnType<typeof testCity>>;
const EVIL = ["=1+1", "+49 Dienst", "-x", "@cmd", "\t=2", 'mit "Zitat"; und\nZeile', "'=schon"];

async function create(values: Readonly<Record<string, unknown>>): Promise<string> {
  const made = await createService(
    test.database,
    testGrant(city.actors.administrator, "service.create"),
    auditActor(city.actors.administrator),
    createServiceInput.parse(values),
  );
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value.id;
}

beforeAll(async () => {
  await syncCatalogue(test.database, path.join(process.cwd(), "catalogue"));
  city = await testCity(test.database, "stadt");
  other = await testCity(test.database, "andere");
  for (const [i, name] of EVIL.entries()) {
    await create({ name, responsible: name, departmentId: city.department.id, costPerYear: i * 1000.25, users: i });
  }
  for (let i = 0; i < 60; i++) {
    await create({
      name: `Dienst ${i}`,
      departmentId: city.other.id,
      confidentiality: "high",
      products: [{ name: "Nextcloud Hub" }],
    });
  }
});

async function call(
  handler: typeof inventoryFile,
  address: string,
  params: Record<string, string>,
  role: Role | null,
  init: RequestInit = {},
  owner = city,
) {
  const cookie: Record<string, string> =
    role === null
      ? {}
      : { cookie: `${sessionCookieName()}=${await openSession(test.database, owner.actors[role].userId, null)}` };
  const headers = {
    "sec-fetch-site": "same-origin",
    "accept-language": "de",
    ...(init.headers as Record<string, string>),
    ...cookie,
  };
  return handler(new Request(`http://localhost${address}`, { ...init, headers }), { params: Promise.resolve(params) });
}

const file = (query: string, role: Role | null = "viewer", owner = city) =>
  call(inventoryFile, `/api/v1/cities/stadt/services/export?${query}`, { city: "stadt" }, role, {}, owner);

async function table(query: string) {
  const response = await file(query);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const read = await readTable(new Uint8Array(await response.arrayBuffer()), "inventar.csv");
  if (!read.ok) throw new Error(read.refusal.code);
  return read.table;
}

describe("the list as a file", () => {
  it.each([
    "",
    "sort=-cost&size=25&page=2",
    "protection=high&columns=name,users,cost",
    `q=dienst&sort=-users&columns=${LIST_COLUMNS.join(",")}`,
  ])("has the rows and the order of the list, all pages: %s", async (query) => {
    const { list } = readListQuery(Object.fromEntries(new URLSearchParams(query)));
    const rows = await loadSelection(test.database, testGrant(city.actors.viewer, "service.read"), list);
    const { header, rows: lines } = await table(query);
    expect(rows.length).toBeGreaterThan(25);
    expect(lines.map((line) => line.cells[header.indexOf("Service")])).toEqual(rows.map((row) => row.name));
    const cost = header.findIndex((head) => head.startsWith("Kosten"));
    if (cost >= 0) {
      expect(lines.map((line) => line.cells[cost])).toEqual(
        rows.map((row) => (row.costPerYear === null ? "" : String(row.costPerYear).replace(".", ","))),
      );
    }
    expect(header.includes("Verantwortlich")).toBe(list.columns.includes("responsible"));
    expect(header.includes("Produkt")).toBe(list.columns.includes("product"));
  });

  it("lets no cell become a formula", async () => {
    const text = await (await file("columns=name,responsible")).text();
    for (const cell of text.split(/[;\r\n]/)) expect(cell.replace(/^\uFEFF?"?/, "")).not.toMatch(/^[=+\-@\t]/);
    expect(text).toContain("'=1+1");
  });

  it("is for people of the city only", async () => {
    expect((await file("", null)).status).toBe(401);
    expect((await file("", "administrator", other)).status).toBe(404);
    expect((await file("", "auditor")).status).toBe(200);
  });

  it("answers in the reader's language", async () => {
    const response = await call(inventoryFile, "/api/v1/cities/stadt/services/export", { city: "stadt" }, "viewer", {
      headers: { "accept-language": "en" },
    });
    expect((await response.text()).split("\r\n")[0]).toContain("Department");
    expect(DEFAULT_COLUMNS).toBe(PLAIN_LIST.columns);
  });
});

describe("a refused change", () => {
  it("gives a program the stored values with 409, and a form its draft", async () => {
    const id = await create({ name: "Umkämpft" });
    const params = { city: "stadt", id };
    const address = `/api/v1/cities/stadt/services/${id}`;
    const json = (values: object) => ({
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(values),
    });
    expect(
      (await call(changeService, address, params, "strategist", json({ name: "Umkämpft", users: 5, version: 1 })))
        .status,
    ).toBe(200);
    const late = await call(
      changeService,
      address,
      params,
      "administrator",
      json({ name: "Umkämpft", users: 6, version: 1 }),
    );
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ type: "urn:hoheit:problem:conflict", current: { users: 5, version: 2 } });
    const body = new URLSearchParams({
      name: "Umkämpft",
      users: "6",
      version: "1",
      back: `/c/stadt/services/${id}/edit`,
    });
    const form = await call(changeService, address, params, "administrator", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "text/html" },
      body,
    });
    expect(form.status).toBe(303);
    const draft = new URL(form.headers.get("location") ?? "", "http://localhost").searchParams.get("draft") ?? "";
    expect(await test.database.formDraft.findUniqueOrThrow({ where: { id: draft } })).toMatchObject({
      kind: "conflict",
      values: { users: "6" },
    });
    for (const role of ["approver", "auditor", "viewer"] as const) {
      expect((await call(changeService, address, params, role, json({ name: "x", version: 2 }))).status).toBe(403);
    }
    expect(
      (await call(changeService, address, params, "administrator", json({ name: "x", version: 2 }), other)).status,
    ).toBe(404);
    const cross = {
      ...json({ name: "x", version: 2 }),
      headers: { "content-type": "application/json", "sec-fetch-site": "cross-site" },
    };
    expect((await call(changeService, address, params, "administrator", cross)).status).toBe(403);
  });
});
