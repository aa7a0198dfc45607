import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Hash over the source of all rules (lib/domain, tests left out). A new version of a rule or method changes it, and the
 * stored scores with it; nobody has to remember to raise a number.
 */
export async function rulesHash(): Promise<string> {
  const root = join(process.cwd(), "lib", "domain");
  const files = (await readdir(root, { recursive: true }))
    .filter(
      (name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !/(^|[\\/])(testing|demo)([\\/.])/.test(name),
    )
    .sort();
  const hash = createHash("sha256");
  const contents = await Promise.all(files.map((name) => readFile(join(root, name))));
  files.forEach((name, index) =>
    hash
      .update(name)
      .update("\0")
      .update(contents[index] ?? ""),
  );
  return hash.digest("hex");
}
