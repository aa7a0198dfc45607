import { describe, expect, it } from "vitest";
import { audit } from "./audit";
import { transaction } from "./database/client";
import { perRevision } from "./revision";
import { freshDatabase, testCity } from "./testing/database";

const test = freshDatabase();
const record = (cityId: string | null) =>
  transaction(test.database, (tx) =>
    audit(tx, [
      { cityId, actor: { userId: null, name: "test" }, action: "test.do", subjectType: "test", subjectId: "1" },
    ]),
  );

describe("what is remembered per revision", () => {
  it("is computed again after a write in the city or in what all share, not after one elsewhere, and never in a transaction", async () => {
    const [one, two] = [await testCity(test.database, "eins"), await testCity(test.database, "zwei")];
    let computed = 0;
    const kept = perRevision<{ n: number }>(10);
    const read = (cityId: string, key = "a") =>
      kept(test.database, cityId, key, () => Promise.resolve({ n: ++computed }));

    await record(one.city.id);
    expect(await read(one.city.id)).toEqual({ n: 1 });
    expect(await read(one.city.id)).toEqual({ n: 1 });
    expect(await read(one.city.id, "b")).toEqual({ n: 2 });
    await record(two.city.id);
    expect(await read(one.city.id)).toEqual({ n: 1 });
    expect(await read(two.city.id)).toEqual({ n: 3 });
    await record(one.city.id);
    expect(await read(one.city.id)).toEqual({ n: 4 });
    await record(null);
    expect(await read(one.city.id)).toEqual({ n: 5 });
    await transaction(test.database, async (tx) => {
      const twice = [1, 2].map(() => kept(tx, one.city.id, "a", () => Promise.resolve({ n: ++computed })));
      expect(await Promise.all(twice)).toEqual([{ n: 6 }, { n: 7 }]);
    });
  });

  it("is not remembered where nothing was ever recorded", async () => {
    const silent = await testCity(test.database, "still");
    expect(await test.database.auditEvent.count({ where: { cityId: silent.city.id } })).toBe(0);
    let computed = 0;
    const kept = perRevision<{ n: number }>(10);
    const read = () => kept(test.database, silent.city.id, "", () => Promise.resolve({ n: ++computed }));
    await read();
    await read();
    expect(computed).toBe(2);
  });
});
