import { expect, test } from "vitest";
import { competitorsOf } from "./competitors";

test("competitors are products of the same category by other makers, one per maker", () => {
  const session = { name: "Session", category: "council-info", makerId: "somacos" };
  const products = [
    session,
    { name: "Mandatos", category: "council-info", makerId: "somacos" },
    { name: "ALLRIS", category: "council-info", makerId: "cc-egov" },
    { name: "ALLRIS Cloud", category: "council-info", makerId: "cc-egov" },
    { name: "SD.NET", category: "council-info", makerId: "sternberg" },
    { name: "namenlos", category: "council-info", makerId: null },
    { name: "Zammad", category: "itsm", makerId: "zammad" },
  ];
  const competitors = competitorsOf(products);
  expect(competitors(session)).toEqual(["ALLRIS", "SD.NET"]);
  expect(competitors({ name: "Zammad", category: "itsm", makerId: "zammad" })).toEqual([]);
  expect(competitors({ name: "x", category: null, makerId: "y" })).toEqual([]);
  expect(competitors({ name: "x", category: "council-info", makerId: null })).toEqual([]);
});
