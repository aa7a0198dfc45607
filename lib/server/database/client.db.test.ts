import { describe, expect, it } from "vitest";
import { freshDatabase } from "../testing/database";
import { together, transaction } from "./client";

const test = freshDatabase();

describe("together", () => {
  it("gives the same on the pool and inside a transaction, where queries wait for each other", async () => {
    const warnings: string[] = [];
    const listen = (warning: Error) => void warnings.push(warning.message);
    process.on("warning", listen);
    const read = (reader: typeof test.database | Parameters<Parameters<typeof transaction>[1]>[0]) =>
      together(reader, [reader.jurisdiction.count(), reader.product.count(), reader.organisation.count()]);
    const pool = await read(test.database);
    const inside = await transaction(test.database, read);
    await new Promise((done) => setTimeout(done, 50));
    process.off("warning", listen);
    expect(inside).toEqual(pool);
    expect(pool.every((count) => count > 10)).toBe(true);
    expect(warnings.filter((message) => message.includes("already executing"))).toEqual([]);
  });
});
