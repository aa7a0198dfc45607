import { expect, test } from "@playwright/test";
import { loginOf } from "./people";

const CITY_PAGES = [
  "",
  "/services",
  "/services/new",
  "/imports",
  "/catalogue",
  "/strategy",
  "/strategy/snapshots",
  "/methods",
  "/admin",
  "/admin/users",
  "/admin/audit",
  "/admin/policy",
];

test("without a session every page leads to sign-in and back", async ({ page }) => {
  for (const path of [...CITY_PAGES.map((end) => `/c/oulu${end}`), "/cities", "/account"]) {
    await page.goto(path);
    expect(new URL(page.url()).pathname, path).toBe("/sign-in");
    expect(new URL(page.url()).searchParams.get("next"), path).not.toBeNull();
  }
});

test.describe("somebody of another city", () => {
  test.use({ storageState: loginOf("stranger") });
  test("finds nothing of this one", async ({ page }) => {
    for (const end of CITY_PAGES) {
      const response = await page.goto(`/c/oulu${end}`);
      expect(response?.status(), end).toBe(404);
      await expect(page.locator("body")).not.toContainText("Oulu");
    }
  });
});

test.describe("a viewer", () => {
  test.use({ storageState: loginOf("viewer") });
  test("reads, is offered nothing to change, and is refused elsewhere", async ({ page, request }) => {
    await page.goto("/c/oulu/services");
    await expect(page.getByRole("link", { name: "Service anlegen" })).toHaveCount(0);
    for (const end of ["/admin/users", "/admin/audit", "/services/new", "/imports", "/strategy/goals/new"]) {
      expect((await page.goto(`/c/oulu${end}`))?.status(), end).toBe(403);
    }
    const posted = await request.post("/api/v1/cities/oulu/services", {
      data: { name: "x" },
      headers: { "sec-fetch-site": "same-origin" },
    });
    expect(posted.status()).toBe(403);
  });
});

test.describe("an auditor", () => {
  test.use({ storageState: loginOf("auditor") });
  test("reads the log and can verify it", async ({ page }) => {
    expect((await page.goto("/c/oulu/admin/audit"))?.status()).toBe(200);
    await expect(page.getByRole("main")).toContainText("Jana Brandt");
    expect((await page.goto("/c/oulu/services/new"))?.status()).toBe(403);
  });
});

test("a session ended elsewhere is over at once", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, storageState: loginOf("approver") });
  const page = await context.newPage();
  await page.goto("/c/oulu");
  await expect(page).toHaveURL(/\/c\/oulu$/);
  // Signing out on one device takes the cookie's session out of the registry; the copy kept elsewhere is worthless.
  const copy = await browser.newContext({ baseURL, storageState: await context.storageState() });
  await page.locator("details.h-user > summary").click();
  await page.locator("details.h-user").getByRole("button", { name: "Abmelden" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  const other = await copy.newPage();
  await other.goto("/c/oulu");
  await expect(other).toHaveURL(/\/sign-in/);
  await context.close();
  await copy.close();
});
