import { defineConfig } from "@playwright/test";

// Started by `npm run test:e2e` (cli/e2e.ts), which brings the server, its set-up code and a browser.
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  workers: 2,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.HOHEIT_E2E_URL,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.HOHEIT_E2E_BROWSER,
      args: [
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    // The first start happens once: it makes the city, the people and their saved logins that the journeys use.
    { name: "first-start", testMatch: /first-start\.setup\.ts/ },
    { name: "journeys", testMatch: /\.spec\.ts/, dependencies: ["first-start"] },
  ],
});
