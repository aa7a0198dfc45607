import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { loginOf } from "./people";

// The journeys need no script; only the look for barriers does, on a page of its own.
test.use({ storageState: loginOf("administrator"), javaScriptEnabled: false });

const METHODS = "/c/musterstadt/methods";

test("a city takes in a method of its own from a template, tries it, switches it on and retires it", async ({
  page,
  browser,
}) => {
  const withScript = await browser.newContext({ storageState: loginOf("administrator"), javaScriptEnabled: true });
  const scripted = await withScript.newPage();
  const look = async (where: string) => {
    await scripted.goto(page.url());
    await expectAccessible(scripted, where);
  };
  const id = `hausverfahren-${Date.now()}`;
  const template = await page.request.get(
    `/api/v1/cities/musterstadt/methods/file?ref=${encodeURIComponent("munich-sds@2026-02")}`,
  );
  const file = (await template.json()) as {
    id: string;
    name: { de: string; en: string };
    criteria: { id: string; derivedFrom?: object }[];
    examples: { expect: { sds: number | null } }[];
  };
  const upload = async () => {
    await page.goto(`${METHODS}/own`);
    await page.setInputFiles("#file", {
      name: "verfahren.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(file)),
    });
    await page.getByRole("button", { name: "Prüfen und zur Erprobung aufnehmen" }).click();
  };

  // The template as it is keeps the id of the shipped method; nothing is stored.
  await upload();
  await expect(page.getByRole("alert")).toContainText("nichts ist gespeichert");
  await expect(page.getByRole("table", { name: "Was falsch ist" })).toContainText("munich-sds ist die Id");
  await look("refused method");

  file.id = id;
  file.name = { de: "Verfahren der Stadt", en: "City's method" };
  for (const criterion of file.criteria)
    if (criterion.id === "os") criterion.derivedFrom = { method: "munich-sds", criterion: "os" };
  const [first] = file.examples;
  if (first === undefined) throw new Error("a method without examples");
  const right = first.expect.sds;
  first.expect.sds = 2;
  await upload();
  await expect(page.getByRole("table", { name: "Was falsch ist" })).toContainText("example 1");
  first.expect.sds = right;
  await upload();

  await expect(page.getByRole("status")).toHaveText("Das Verfahren ist zur Erprobung aufgenommen.");
  await expect(page.getByRole("heading", { name: "1 von 6 Fragen folgen aus Fakten" })).toBeVisible();
  await look("method on trial");
  await page.goto(METHODS);
  await expect(page.getByText(`${id}@2026-02`)).toHaveCount(0);

  await page.getByRole("link", { name: /in Erprobung und zählt hier nicht mit/ }).click();
  await page
    .getByRole("row", { name: new RegExp(id) })
    .getByRole("link")
    .click();
  await page.locator("summary", { hasText: "Einschalten" }).click();
  await page.getByRole("button", { name: "Einschalten" }).click();
  await expect(page.getByRole("status")).toHaveText("Das Verfahren ist eingeschaltet.");
  await page.goto(METHODS);
  await expect(page.getByText(`${id}@2026-02, eigenes Verfahren der Stadt`)).toBeVisible();
  await page.goto(`${METHODS}/${id}%402026-02?alt=no`);
  await expect(page.locator("#result")).toContainText("Stufe 5");
  await look("own method with its calculator");

  // A version that was switched on stays what it is.
  await upload();
  await expect(page.getByRole("alert")).toContainText("kann nicht ersetzt werden");
  await page
    .getByRole("row", { name: new RegExp(id) })
    .getByRole("link")
    .click();
  await page.locator("summary", { hasText: "Außer Gebrauch nehmen" }).click();
  await page.getByLabel("Grund", { exact: true }).fill("Nur für den Prüflauf");
  await page.getByRole("button", { name: "Außer Gebrauch nehmen" }).click();
  await expect(page.getByRole("table", { name: "Was mit diesem Verfahren geschah" })).toContainText(
    "Nur für den Prüflauf",
  );
  await withScript.close();
});

test("the Commission's calculator shows score and SEAL together, another reading, and the floor", async ({ page }) => {
  await page.goto(`${METHODS}/ec-csf%402026-06`);
  await page
    .locator("#examples")
    .getByRole("link", { name: /^Beispiel 1/ })
    .click();
  const result = page.locator("#result");
  await expect(result).toContainText("67,97 %, SEAL-1");
  await expect(result).toContainText("47 von 48 beantwortet, 0 unbekannt, 1 offen");
  await page.getByLabel("Abschrift der Tabelle", { exact: true }).selectOption("B");
  await page.getByLabel("Mindeststufe", { exact: true }).selectOption("2");
  await page.getByRole("button", { name: "Ergebnis berechnen" }).click();
  await expect(result).toContainText("67,97 %, SEAL-2");
  await expect(result).toContainText("ist erreicht");
});
