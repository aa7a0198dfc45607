import { expect, test } from "@playwright/test";
import { ADMINISTRATOR, emailOf, hoheit, loginOf, PASSWORD, ROLES, type Role } from "./people";
import { expectAccessible } from "./accessible";

test.describe.configure({ mode: "serial" });

test("a newcomer sets Hoheit up, imports Oulu's register and sees it scored", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup$/);
  await expectAccessible(page, "set-up");

  // A wrong code keeps everything typed but the secrets.
  await page.getByLabel("Einrichtungscode").fill("AAAA-BBBB-CCCC-DDDD");
  await page.getByLabel("Name der Stadt").fill("Oulu");
  await page.getByLabel("Kurzname in der Adresse").fill("oulu");
  await page.getByLabel("Ihr Name").fill(ADMINISTRATOR.name);
  await page.getByLabel("E-Mail-Adresse").fill(ADMINISTRATOR.email);
  await page.getByLabel("Passwort").fill(PASSWORD);
  await page.getByRole("button", { name: "Stadt und Zugang anlegen" }).click();
  await expect(page.locator("#errors")).toContainText("Dieser Code gilt nicht");
  await expect(page.getByLabel("Name der Stadt")).toHaveValue("Oulu");
  await expect(page.getByLabel("Passwort")).toHaveValue("");

  await page.getByLabel("Einrichtungscode").fill(process.env.HOHEIT_E2E_CODE ?? "");
  await page.getByLabel("Passwort").fill(PASSWORD);
  await page.getByRole("button", { name: "Stadt und Zugang anlegen" }).click();
  await expect(page).toHaveURL(/\/c\/oulu$/);
  await expectAccessible(page, "empty dashboard");

  await page.goto("/c/oulu/imports");
  await page.getByLabel("Datei auswählen").setInputFiles("catalogue/examples/oulu-tietojarjestelmaluettelo-2023.csv");
  await page.getByRole("button", { name: "Weiter zur Zuordnung" }).click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
  await expect(page.getByRole("main")).toContainText("oulu-tietojarjestelmaluettelo-2023.csv");
  await expectAccessible(page, "mapping");
  await page.getByRole("button", { name: /Probelauf/ }).click();
  await expect(page.getByRole("main")).toContainText("205");
  await expectAccessible(page, "dry run");
  await page.getByRole("button", { name: /übernehmen/i }).click();
  await expect(page.getByRole("main")).toContainText("übernommen");
  await expectAccessible(page, "import result");

  await page.goto("/c/oulu/services");
  await expect(page.getByRole("main")).toContainText("205");
  await page.goto("/c/oulu/services?q=azure");
  await page
    .getByRole("link", { name: /Azure AD/ })
    .first()
    .click();
  await expect(page.getByRole("main")).toContainText("Microsoft");
  await expectAccessible(page, "service of Oulu");
  await page.goto("/c/oulu");
  await expectAccessible(page, "dashboard of Oulu");
  await page.context().storageState({ path: loginOf("administrator") });
});

test("the command line adds people, another city and the demo", async ({ browser, baseURL }) => {
  hoheit(["city", "create", "--slug", "andere", "--name", "Andere Stadt"]);
  for (const role of ROLES) {
    hoheit(
      [
        "user",
        "create",
        "--email",
        emailOf(role),
        "--name",
        `Person ${role}`,
        "--role",
        role,
        "--city",
        "oulu",
        "--password-stdin",
      ],
      PASSWORD,
    );
  }
  hoheit(
    [
      "user",
      "create",
      "--email",
      emailOf("stranger"),
      "--name",
      "Fremde Person",
      "--role",
      "administrator",
      "--city",
      "andere",
      "--password-stdin",
    ],
    PASSWORD,
  );
  for (const role of [...ROLES, "stranger"] satisfies Role[]) {
    const context = await browser.newContext({ baseURL });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByLabel("E-Mail-Adresse").fill(emailOf(role));
    await page.getByLabel("Passwort").fill(PASSWORD);
    await page.getByRole("button", { name: "Anmelden" }).click();
    await expect(page).toHaveURL(/\/c\//);
    await context.storageState({ path: loginOf(role) });
    await context.close();
  }
});

test("the administrator loads the demo city with one click", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, storageState: loginOf("administrator") });
  const page = await context.newPage();
  await page.goto("/c/oulu/admin/demo");
  await expectAccessible(page, "demo page");
  await page.getByRole("button", { name: /laden/i }).first().click();
  await page.waitForURL(/\/c\/musterstadt/, { timeout: 60_000 });
  await expect(page.getByText("Demo", { exact: true }).first()).toBeVisible();
  await context.close();
});
