import { expect, test, type Browser, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { emailOf, loginOf, PASSWORD, type Role } from "./people";

const DEPARTMENT = "Amt für Bewertungsproben";
const SERVICES = ["Probe Antragseingang", "Probe Aktenplan", "Probe Terminvergabe"] as const;
const CRITERIA = ["alt", "head", "os", "sup", "api", "dat"];

/** A window of one's own: signing in anew, because other journeys end saved sessions. */
async function signIn(browser: Browser, baseURL: string | undefined, role: Role): Promise<Page> {
  // Nobody's cookies: a new window would start with those of the journey's own person.
  const storageState = { cookies: [], origins: [] };
  const javaScriptEnabled = role !== "service-owner";
  const context = await browser.newContext({ baseURL, locale: "de-DE", storageState, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-Mail-Adresse").fill(emailOf(role));
  await page.getByLabel("Passwort").fill(PASSWORD);
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page).toHaveURL(/\/c\//);
  return page;
}

/** Opens the questionnaire of a service from the inbox. */
async function openTask(page: Page, service: string): Promise<void> {
  await page.goto("/c/oulu/inbox");
  await page.getByRole("link", { name: `${service} bewerten` }).click();
  await expect(page).toHaveURL(/\/assess\?method=munich-sds/);
}

const answer = (page: Page, criterion: string, value: string) =>
  page.locator(`input[name="answers.${criterion}.value"][value="${value}"]`);

test.use({ storageState: loginOf("administrator") });

test("assigned by department, answered over two days by its owner, approved by another person, seen in the progress", async ({
  page,
  browser,
  baseURL,
}) => {
  // A department with its owner and three services.
  await page.goto("/c/oulu/admin/departments");
  await page.getByLabel("Name des Fachbereichs").fill(DEPARTMENT);
  await page.getByRole("button", { name: "Fachbereich anlegen" }).click();
  await expect(page.getByRole("main")).toContainText(DEPARTMENT);
  await page.goto("/c/oulu/admin/users");
  await page.getByRole("link", { name: /Person service-owner/ }).click();
  await page.getByLabel(DEPARTMENT).check();
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Person service-owner" })).toContainText(DEPARTMENT);
  for (const name of SERVICES) {
    await page.goto("/c/oulu/services/new");
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Fachbereich", { exact: true }).selectOption({ label: DEPARTMENT });
    await page.getByRole("button", { name: "Service anlegen" }).click();
    await expect(page).toHaveURL(/\/services\/[0-9a-f-]{36}/);
  }

  // The strategist assigns what the inventory shows, after a dry run.
  const strategist = await signIn(browser, baseURL, "strategist");
  await strategist.goto("/c/oulu/services");
  await strategist.locator("#f-department").selectOption({ label: DEPARTMENT });
  await strategist.getByRole("button", { name: "Anwenden" }).click();
  await strategist.getByRole("link", { name: "Bewertung zuweisen" }).click();
  await expect(strategist.getByRole("main")).toContainText("3 Services sind ausgewählt");
  await strategist.getByLabel(/Hinweis für die Bewertenden/).fill("Bitte bis Monatsende");
  await strategist.getByRole("button", { name: "Probelauf" }).click();
  await expect(strategist.locator("#plan")).toContainText("Probelauf: 3 Zuweisungen");
  await expect(strategist.getByRole("row").filter({ hasText: "Person service-owner" })).toContainText("3");
  await expectAccessible(strategist, "dry run of an assignment");
  await strategist.getByRole("button", { name: "3 Bewertungen verbindlich zuweisen" }).click();
  await expect(strategist.getByRole("main")).toContainText("3 Bewertungen sind zugewiesen.");
  await expectAccessible(strategist, "assignments of a batch");

  // The owner finds them, begins one, and closes the browser; no script is needed for any of it.
  let owner = await signIn(browser, baseURL, "service-owner");
  await owner.goto("/c/oulu/inbox");
  await expect(owner.getByRole("main")).toContainText("3 Aufgaben warten auf Sie");
  await expect(owner.getByRole("main")).toContainText("Bitte bis Monatsende");
  await openTask(owner, SERVICES[0]);
  await answer(owner, "alt", "yes").check();
  await owner.getByRole("button", { name: "Entwurf speichern" }).click();
  await expect(owner.getByRole("main")).toContainText("Der Entwurf ist gespeichert.");
  await owner.context().close();

  // Back another day: nothing is lost, the rest is answered and handed in.
  owner = await signIn(browser, baseURL, "service-owner");
  await openTask(owner, SERVICES[0]);
  await expect(answer(owner, "alt", "yes")).toBeChecked();
  for (const criterion of CRITERIA.slice(1)) await answer(owner, criterion, "yes").check();
  await owner.getByRole("button", { name: "Speichern und einreichen" }).click();
  await expect(owner).toHaveURL(/\/services\/[0-9a-f-]{36}/);
  const service = new URL(owner.url()).pathname;
  await expect(owner.getByRole("button", { name: "Freigeben" })).toHaveCount(0);
  await owner.goto("/c/oulu/inbox");
  await expect(owner.getByRole("main")).toContainText("2 Aufgaben warten auf Sie");
  await expect(owner.getByRole("main")).not.toContainText(SERVICES[0]);

  // Nobody approves their own, whatever they send.
  const id = service.split("/").at(-1) ?? "";
  const own = await owner.request.post(`/api/v1/cities/oulu/services/${id}/assessments/approve`, {
    data: { assessmentId: id, version: 1 },
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(own.status()).toBe(403);

  // Another person approves; it was waiting in their inbox.
  const approver = await signIn(browser, baseURL, "approver");
  await approver.goto("/c/oulu/inbox");
  await approver.getByRole("link", { name: `Bewertung von ${SERVICES[0]} prüfen` }).click();
  await expect(approver).toHaveURL(new RegExp(`${service}#assessments`));
  await approver.getByRole("button", { name: "Freigeben" }).first().click();
  await expect(approver.getByRole("button", { name: "Freigeben" })).toHaveCount(0);
  await approver.goto("/c/oulu/inbox");
  await expect(approver.getByRole("main")).not.toContainText(SERVICES[0]);

  // The progress shows it: three assigned, two open, one approved.
  await strategist.goto("/c/oulu/assignments");
  const row = strategist.getByRole("row").filter({ hasText: DEPARTMENT });
  const count = (label: string) => row.locator(`td[data-l="${label}"]`);
  await expect(count("zugewiesen")).toHaveText("3");
  await expect(count("offen")).toHaveText("2");
  await expect(count("freigegeben")).toContainText("1");
  await expectAccessible(strategist, "progress of Oulu");

  // The other two are answered together as far as one knows, and stay the owner's to hand in.
  await owner.goto("/c/oulu/services?q=Probe");
  await owner.getByRole("link", { name: "Gemeinsam beantworten" }).click();
  await owner.getByLabel(/Sicherheitsaktualisierungen/).selectOption({ label: "Ja" });
  await owner.getByRole("button", { name: "Probelauf" }).click();
  await expect(owner.locator("#plan")).toContainText("2 Services ändern sich");
  await expect(owner.getByRole("row").filter({ hasText: SERVICES[0] })).toContainText("bleibt: freigegeben");
  await owner.getByRole("button", { name: "Antworten für 2 Services speichern" }).click();
  await expect(owner.getByRole("main")).toContainText("Gespeichert: 2 Services sind geändert.");
  await openTask(owner, SERVICES[1]);
  await expect(answer(owner, "sup", "yes")).toBeChecked();

  // One is not needed after all: withdrawn with a reason, it leaves the inbox.
  await strategist.goto("/c/oulu/assignments?view=list&state=open,due-soon");
  const line = strategist.getByRole("row").filter({ hasText: SERVICES[2] });
  await line.locator("summary").click();
  await line.getByLabel("Grund").fill("wird abgelöst");
  await line.getByRole("button", { name: "Zurückziehen" }).click();
  await expect(strategist.getByRole("main")).toContainText("Zurückgezogen.");
  await owner.goto("/c/oulu/inbox");
  await expect(owner.getByRole("main")).toContainText("Eine Aufgabe wartet auf Sie");
  for (const each of [strategist, owner, approver]) await each.context().close();
});
