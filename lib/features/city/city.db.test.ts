import { describe, expect, it } from "vitest";
import { authorise } from "@/lib/domain/access/authorise";
import { ROLES } from "@/lib/domain/access/permissions";
import { verifyChain } from "@/lib/server/audit";
import { auditActor } from "@/lib/server/access";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { adminCounts, listDepartments } from "./data";
import { createDepartment, deleteDepartment, renameCity, renameDepartment } from "./mutations";

const test = freshDatabase();

async function setting(slug: string) {
  const city = await testCity(test.database, slug);
  const who = auditActor(city.actors.administrator);
  return {
    ...city,
    who,
    grant: testGrant(city.actors.administrator, "department.manage"),
    service: (name: string, departmentId: string | null, lifecycle = "active") =>
      test.database.service.create({
        data: { cityId: city.city.id, name, naturalKey: name.toLowerCase(), departmentId, lifecycle },
      }),
  };
}

describe("departments", () => {
  it("are created once per name, whatever the case, and counted with what belongs to them", async () => {
    const { grant, who, department, service } = await setting("amt-eins");
    await service("Meldewesen", department.id);
    await service("Altverfahren", department.id, "retired");
    expect(await createDepartment(test.database, grant, who, { name: "Kämmerei" })).toMatchObject({ ok: true });
    const twice = await Promise.all(
      ["KÄMMEREI", "Jugendamt", "jugendamt"].map((name) => createDepartment(test.database, grant, who, { name })),
    );
    expect(twice.map((result) => result.ok).sort()).toEqual([false, false, true]);
    expect(twice.find((result) => !result.ok)).toMatchObject({ fields: [{ path: "name", code: "taken" }] });
    const list = await listDepartments(test.database, grant);
    expect(list.find((row) => row.id === department.id)).toMatchObject({ services: 2, people: 1 });
    expect(list.find((row) => row.name === "Kämmerei")).toMatchObject({ services: 0, people: 0 });
  });

  it("tell the text search their new name, and refuse a rename made on an old page", async () => {
    const { grant, who, department, service } = await setting("amt-zwei");
    const { id } = await service("Meldewesen", department.id);
    const renamed = await renameDepartment(test.database, grant, who, department.id, { name: "Bürgerbüro", was: "IT" });
    expect(renamed).toMatchObject({ ok: true });
    expect((await test.database.service.findUniqueOrThrow({ where: { id } })).searchText).toContain("burgerburo");
    const late = await renameDepartment(test.database, grant, who, department.id, { name: "Informatik", was: "IT" });
    expect(late).toMatchObject({ ok: false, code: "conflict", current: { name: "Bürgerbüro" } });
    const taken = await renameDepartment(test.database, grant, who, department.id, {
      name: "bauordnung",
      was: "Bürgerbüro",
    });
    expect(taken).toMatchObject({ ok: false, fields: [{ path: "name", code: "taken" }] });
    const same = await renameDepartment(test.database, grant, who, department.id, {
      name: "BÜRGERBÜRO",
      was: "Bürgerbüro",
    });
    expect(same).toMatchObject({ ok: true });
    expect(await verifyChain(test.database, grant.cityId)).toMatchObject({ rows: 2, brokenAt: null });
  });

  it("are deleted only when no service, not even a retired one, and no person needs them", async () => {
    const { grant, who, department, other, service } = await setting("amt-drei");
    expect(await deleteDepartment(test.database, grant, who, department.id)).toMatchObject({
      ok: false,
      code: "not-possible",
      params: { services: 0, people: 1 },
    });
    const { id } = await service("Altverfahren", other.id, "retired");
    expect(await deleteDepartment(test.database, grant, who, other.id)).toMatchObject({
      ok: false,
      code: "not-possible",
    });
    await test.database.service.update({ where: { id }, data: { departmentId: null } });
    expect(await deleteDepartment(test.database, grant, who, other.id)).toMatchObject({ ok: true });
    expect(await deleteDepartment(test.database, grant, who, other.id)).toMatchObject({ ok: false, code: "not-found" });
  });

  it("of another city are not found, and only administrators get the right", async () => {
    const one = await setting("amt-vier");
    const two = await setting("amt-fuenf");
    const input = { name: "Übernahme", was: "IT" };
    expect(await renameDepartment(test.database, one.grant, one.who, two.department.id, input)).toMatchObject({
      code: "not-found",
    });
    expect(await deleteDepartment(test.database, one.grant, one.who, two.other.id)).toMatchObject({
      code: "not-found",
    });
    expect(await test.database.department.findUnique({ where: { id: two.other.id } })).not.toBeNull();
    for (const permission of ["department.manage", "city.manage"] as const) {
      const allowed = ROLES.filter((role) => !authorise(one.actors[role], permission).refused);
      expect(allowed).toEqual(["administrator"]);
    }
  });
});

describe("the city", () => {
  it("is renamed by the first of two; the second sees what is stored", async () => {
    const { actors, who, city } = await setting("stadt-eins");
    const grant = testGrant(actors.administrator, "city.manage");
    expect(await renameCity(test.database, grant, who, { name: "Neustadt", version: 1 })).toMatchObject({ ok: true });
    expect(await renameCity(test.database, grant, who, { name: "Altstadt", version: 1 })).toMatchObject({
      code: "conflict",
      current: { name: "Neustadt", version: 2 },
    });
    expect(await test.database.city.findUniqueOrThrow({ where: { id: city.id } })).toMatchObject({
      name: "Neustadt",
      slug: "stadt-eins",
    });
    expect(await adminCounts(test.database, grant)).toEqual({
      people: 6,
      administrators: 1,
      departments: 2,
      services: 0,
      withoutDepartment: 0,
    });
  });
});
