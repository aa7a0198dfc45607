import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { loginOf } from "./people";

/** A service of one's own, so that journeys do not disturb each other. */
async function createService(page: Page, name: string): Promise<string> {
  await page.goto("/c/oulu/services/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Service anlegen" }).click();
  await expect(page).toHaveURL(/\/services\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

test.describe("two people edit one service", () => {
  test.use({ storageState: loginOf("administrator") });
  test("one wins, the other sees both versions, chooses, and loses nothing typed", async ({
    page,
    browser,
    baseURL,
  }) => {
    const path = await createService(page, "Konfliktprobe");
    const second = await browser.newContext({ baseURL, storageState: loginOf("strategist") });
    const other = await second.newPage();
    await page.goto(`${path}/edit`);
    await other.goto(`${path}/edit`);

    await page.getByLabel("Verantwortliche Person oder Stelle").fill("Team A");
    await page.getByLabel("Kurzname").fill("KP-A");
    await page.getByRole("button", { name: "Speichern" }).click();
    await expect(page.getByRole("main")).toContainText("Team A");

    await other.getByLabel("Verantwortliche Person oder Stelle").fill("Team B");
    await other.getByLabel("Zweck").fill("Ein langer Text, den niemand zweimal tippen möchte.");
    await other.getByRole("button", { name: "Speichern" }).click();
    const main = other.getByRole("main");
    await expect(main).toContainText("Jemand anderes war schneller");
    await expect(main).toContainText("Team A");
    await expect(main).toContainText("Team B");
    await expect(main).toContainText("Ein langer Text, den niemand zweimal tippen möchte.");
    await expectAccessible(other, "conflict page");

    for (const group of await other
      .locator("form tr")
      .filter({ has: other.getByRole("radio") })
      .all()) {
      const mine = group.getByRole("radio").first();
      if ((await group.textContent())?.includes("Team B") ?? false) await mine.check();
    }
    await other.getByRole("button", { name: "Auswahl speichern" }).click();
    await expect(other).toHaveURL(new RegExp(`${path}(\\?.*)?$`));
    await expect(main).toContainText("Team B");
    await expect(main).toContainText("Ein langer Text, den niemand zweimal tippen möchte.");
    // What only the first had changed is still there.
    await expect(main).toContainText("KP-A");
    await second.close();
  });
});

test.describe("the inventory by keyboard", () => {
  test.use({ storageState: loginOf("strategist") });
  test("skip link, filter and first service are reached without a pointer", async ({ page }) => {
    await page.goto("/c/oulu/services");
    await page.keyboard.press("Tab");
    await expect(page.locator(":focus")).toHaveText("Zum Inhalt");
    await page.keyboard.press("Enter");
    await expect(page.locator("main")).toBeFocused();
    let found = false;
    for (let step = 0; step < 80 && !found; step++) {
      await page.keyboard.press("Tab");
      const outline = await page.evaluate(() => {
        const element = document.activeElement;
        return element
          ? {
              style: getComputedStyle(element).outlineStyle,
              href: element.getAttribute("href") ?? "",
              html: element.outerHTML.slice(0, 150),
            }
          : null;
      });
      expect(outline?.style, `a visible focus: ${outline?.html}`).not.toBe("none");
      found = /\/services\/[0-9a-f-]{36}$/.test(outline?.href ?? "");
    }
    expect(found, "a service's link takes the focus").toBe(true);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/services\/[0-9a-f-]{36}$/);
  });
});

test.describe("without script", () => {
  test.use({ storageState: loginOf("strategist"), javaScriptEnabled: false });
  test("a service is created, refused input is kept, and the list is searched and filtered", async ({ page }) => {
    const path = await createService(page, "Ohne Skript");
    await page.goto(`${path}/edit`);
    await page.getByLabel("Vertragsende").fill("2020-01-01");
    await page.getByLabel("Vertragsbeginn").fill("2025-01-01");
    await page.getByLabel("Zweck").fill("bleibt stehen");
    await page.getByRole("button", { name: "Speichern" }).click();
    await expect(page.locator("#errors")).toContainText("Das Ende liegt vor dem Beginn");
    await expect(page.getByLabel("Zweck")).toHaveValue("bleibt stehen");
    await page.getByLabel("Vertragsende").fill("2030-12-31");
    await page.getByRole("button", { name: "Speichern" }).click();
    await expect(page.getByRole("main")).toContainText("31.12.2030");
    await page.goto("/c/oulu/services?q=ohne+skript");
    await expect(page.getByRole("link", { name: "Ohne Skript" })).toBeVisible();
    await page.goto("/c/oulu/services?munich=none");
    // Nothing of Oulu's is assessed; journeys beside this one may have added a few services.
    await expect(page.getByRole("main")).toContainText(/2[01]\d IT-Services im Bestand/);
  });
});
