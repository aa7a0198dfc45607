import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ensureBuild } from "./build";
import { freePort } from "../lib/server/net";

const require = createRequire(import.meta.url);
const START_TIMEOUT_MS = 180_000;

/** `npm run test:e2e`: a browser, a production server on a fresh data folder, then the journeys. */
async function main(): Promise<void> {
  ensureBuild((line) => console.error(line));
  const browser = findBrowser() ?? installBrowser();
  const folder = mkdtempSync(join(tmpdir(), "hoheit-e2e-"));
  const port = await freePort();
  const environment = {
    ...process.env,
    HOHEIT_DATA_DIR: folder,
    PORT: String(port),
    HOST: "127.0.0.1",
    LOG_LEVEL: "warn",
  };
  const { DATABASE_URL: _ours, ...own } = environment as Record<string, string | undefined>;
  const server = spawn(process.execPath, ["--import", "tsx", join("cli", "start.ts")], {
    env: own as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const code = await setupCode(server);
    const playwright = join(dirname(require.resolve("@playwright/test/package.json")), "cli.js");
    const run = spawnSync(process.execPath, [playwright, "test", ...process.argv.slice(2)], {
      stdio: "inherit",
      env: {
        ...own,
        HOHEIT_E2E_URL: `http://127.0.0.1:${port}`,
        HOHEIT_E2E_CODE: code,
        HOHEIT_E2E_BROWSER: browser,
      } as unknown as NodeJS.ProcessEnv,
    });
    process.exitCode = run.status ?? 1;
  } finally {
    const ended = new Promise((done) => server.once("exit", done));
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until the server prints its set-up code. */
function setupCode(server: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(() => reject(new Error(`The server did not start:\n${output}`)), START_TIMEOUT_MS);
    server.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${output}`)));
    server.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = /^\s+([A-Z0-9]{4}(?:-[A-Z0-9]{4}){3})\s*$/m.exec(output)?.[1];
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    });
  });
}

function findBrowser(): string | null {
  const { chromium } = require("@playwright/test") as { chromium: { executablePath(): string } };
  const candidates = [
    process.env.HOHEIT_BROWSER,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    chromium.executablePath(),
  ];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

/** The system's package manager where we are root on Debian's family, Playwright's own installer elsewhere. */
function installBrowser(): string {
  console.error("Installing a browser for the tests …");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const quiet = { stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"] };
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["update", "-qq"], quiet);
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      ...quiet,
      env: environment,
    });
  } else {
    const playwright = join(dirname(require.resolve("@playwright/test/package.json")), "cli.js");
    execFileSync(process.execPath, [playwright, "install", "chromium"], { stdio: "inherit" });
  }
  const found = findBrowser();
  if (!found) throw new Error("No Chromium found after installing one. Set HOHEIT_BROWSER to its path.");
  return found;
}

void main();
