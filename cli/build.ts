import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const SOURCES = [
  "app",
  "components",
  "lib",
  "catalogue",
  "prisma/schema",
  "package-lock.json",
  "next.config.mjs",
  "tsconfig.json",
];
const MARK = join(".next", "hoheit-sources");
const require = createRequire(import.meta.url);

/** Generates the database client when the schema changed. Must run before anything imports it. */
export function ensureClient(): void {
  const wanted = fingerprint(["prisma/schema", "package-lock.json"]);
  const mark = join("generated", "hoheit-schema");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;
  tool("prisma", "build/index.js", ["generate"], ["ignore", "ignore", "inherit"]);
  writeFileSync(mark, wanted);
}

/** Builds the web application when its sources changed since the last build. Takes about a minute the first time. */
export function ensureBuild(say: (line: string) => void): void {
  ensureClient();
  const wanted = fingerprint(SOURCES);
  if (existsSync(join(".next", "BUILD_ID")) && existsSync(MARK) && readFileSync(MARK, "utf8") === wanted) return;
  say("Building Hoheit, about a minute the first time …");
  tool("next", "dist/bin/next", ["build"], ["ignore", "ignore", "inherit"]);
  writeFileSync(MARK, wanted);
}

function tool(name: string, script: string, args: string[], stdio: ("ignore" | "inherit")[]): void {
  const folder = dirname(require.resolve(`${name}/package.json`));
  execFileSync(process.execPath, [join(folder, script), ...args], {
    stdio: stdio as ["ignore", "ignore", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
  });
}

/** Names, sizes and times of the files: enough to notice an edit or an update, and quick. */
function fingerprint(paths: readonly string[]): string {
  const hash = createHash("sha256");
  const visit = (path: string): void => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\0${stat.size}\0${Math.floor(stat.mtimeMs)}\n`);
  };
  for (const path of paths) visit(path);
  return hash.digest("hex");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureBuild((line) => console.error(line));
}
