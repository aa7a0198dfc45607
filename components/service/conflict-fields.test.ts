import { describe, expect, it } from "vitest";
import type { ServiceValues } from "@/lib/features/service/data";
import { updateServiceInput } from "@/lib/features/service/schema";
import { conflictFields } from "./conflict-fields";
import { formRows } from "./form-rows";

const stored: ServiceValues = {
  name: "E-Mail",
  shortName: null,
  externalId: null,
  departmentId: null,
  purpose: null,
  responsible: "Anna",
  lifecycle: "active",
  operatingModel: null,
  ownDevelopment: false,
  codePublished: null,
  confidentiality: "high",
  integrity: null,
  availability: null,
  dataLocation: "DE",
  controlData: null,
  controlOperation: null,
  controlKeys: null,
  controlAccess: null,
  skills: null,
  users: 10,
  costPerYear: 388000.5,
  contractStart: null,
  contractEnd: "2027-05-31",
  noticeMonths: 3,
  exitClause: null,
  dataReturnClause: null,
  securityUpdates: null,
  products: [{ id: "nextcloud", name: "Nextcloud Hub" }],
  roles: [{ role: "operator", id: "dataport", name: "Dataport", dataAccess: "readable", location: "DE" }],
};

/** What the form sends for a service that nobody changed. */
const untouched = {
  name: "E-Mail",
  responsible: "Anna",
  lifecycle: "active",
  confidentiality: "high",
  dataLocation: "Deutschland",
  users: "10",
  costPerYear: "388000,5",
  contractEnd: "2027-05-31",
  noticeMonths: "3",
  base: JSON.stringify(stored),
  products: [{ id: "nextcloud", name: "Nextcloud Hub" }, { name: "" }],
  roles: [
    { role: "operator", id: "dataport", name: "Dataport", dataAccess: "readable", location: "Deutschland" },
    { role: "", name: "", dataAccess: "unknown", location: "" },
  ],
};

const by = (typed: object, now: ServiceValues = stored) =>
  Object.fromEntries(
    (conflictFields({ ...untouched, ...typed }, now) ?? [])
      .filter((field) => field.changedBy !== "nobody")
      .map((field) => [field.name, field.changedBy]),
  );

describe("two versions of one service", () => {
  it("are the same when only the spelling of values differs", () => {
    expect(by({})).toEqual({});
    expect(by({ costPerYear: "388.000,50 €", contractEnd: "31.05.2027" })).toEqual({});
  });

  it("tell whose change is whose", () => {
    const now = { ...stored, responsible: "Ben", users: 12, products: [] };
    expect(by({ responsible: "Cem", costPerYear: "1" }, now)).toEqual({
      responsible: "both",
      users: "they",
      costPerYear: "you",
      products: "they",
    });
    expect(by({ responsible: "Cem", base: undefined }, { ...now, users: 10, products: stored.products })).toEqual({
      responsible: "unclear",
    });
  });

  it("of rows see a new name, another role and a lost row", () => {
    expect(by({ products: [{ name: "Nextcloud Hub" }, { name: "Collabora Online" }] })).toEqual({ products: "you" });
    expect(
      by({ roles: [{ role: "host", id: "dataport", name: "Dataport", dataAccess: "readable", location: "DE" }] }),
    ).toEqual({ roles: "you" });
    expect(by({ roles: [] })).toEqual({ roles: "you" });
  });

  it("go back to the server exactly as chosen", () => {
    const fields =
      conflictFields({ ...untouched, responsible: "Cem", ownDevelopment: "on" }, { ...stored, users: 12 }) ?? [];
    const read = (pick: "yourText" | "theirText") =>
      updateServiceInput.parse({
        ...Object.fromEntries(fields.map((field) => [field.name, field[pick]])),
        version: "2",
      });
    expect(read("yourText")).toMatchObject({
      responsible: "Cem",
      users: 10,
      ownDevelopment: true,
      costPerYear: 388000.5,
      dataLocation: "DE",
    });
    expect(read("theirText")).toMatchObject({
      responsible: "Anna",
      users: 12,
      ownDevelopment: false,
      products: [{ id: "nextcloud" }],
      roles: [{ id: "dataport", dataAccess: "readable", location: "DE" }],
    });
  });

  it("that cannot be read are left to the plain form", () => {
    expect(conflictFields({ ...untouched, users: "viele" }, stored)).toBeNull();
  });

  it("keep a retired service's lifecycle out of the choice", () => {
    expect(by({}, { ...stored, lifecycle: "retired" })).toEqual({});
  });
});

describe("rows of the form", () => {
  it("are those typed, as a list or as text, with empty ones at the end", () => {
    expect(formRows(undefined, stored.products).map((row) => row.name)).toEqual(["Nextcloud Hub", "", "", ""]);
    expect(formRows('[{"name":"A","asNew":"on"}]', stored.products)[0]).toMatchObject({ name: "A", asNew: true });
    expect(formRows([{ name: "" }, { name: "B" }], []).map((row) => row.name)).toEqual(["", "B", "", "", ""]);
    expect(formRows("no json", stored.products)[0]?.name).toBe("Nextcloud Hub");
  });
});
