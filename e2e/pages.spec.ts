import { expect, test, type Response } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { loginOf } from "./people";

test.use({ storageState: loginOf("administrator") });

/** Every page of the product, on the demo city; `:first` follows the first link of that kind on the page before. */
const PAGES = [
  "/c/musterstadt",
  "/c/musterstadt/services",
  "/c/musterstadt/services?size=100",
  "/c/musterstadt/services?munich=4,5&exposure=J3,J4",
  "/c/musterstadt/services?q=xyzzy",
  "/c/musterstadt/services/new",
  "/c/musterstadt/accepted",
  "/c/musterstadt/accepted?state=ended",
  "/c/musterstadt/evidence",
  "/c/musterstadt/evidence?state=all",
  "/c/musterstadt/inbox",
  "/c/musterstadt/inbox?view=departments",
  "/c/musterstadt/assignments",
  "/c/musterstadt/assignments?view=people",
  "/c/musterstadt/assignments?view=batches",
  "/c/musterstadt/assignments?view=list",
  "/c/musterstadt/assignments/new?protection=high,very-high",
  "/c/musterstadt/assess-group?protection=very-high&method=munich-sds%402026-02&a.sup=yes",
  "/c/musterstadt/assessment-sheets?protection=very-high",
  "/c/musterstadt/imports",
  "/c/musterstadt/catalogue",
  "/c/musterstadt/catalogue/products",
  "/c/musterstadt/catalogue/jurisdictions",
  "/c/musterstadt/catalogue/organisations/microsoft",
  "/c/musterstadt/catalogue/organisations/microsoft/correct?field=country",
  "/c/musterstadt/catalogue/organisations/new",
  "/c/musterstadt/catalogue/products/nextcloud",
  "/c/musterstadt/catalogue/products/nextcloud/correct?field=licence",
  "/c/musterstadt/catalogue/products/new",
  "/c/musterstadt/catalogue/jurisdictions/US",
  "/c/musterstadt/strategy",
  "/c/musterstadt/strategy/edit",
  "/c/musterstadt/strategy/goals/new",
  "/c/musterstadt/strategy/snapshots",
  "/c/musterstadt/methods",
  "/c/musterstadt/methods/preview",
  "/c/musterstadt/methods/munich-sds%402026-02",
  "/c/musterstadt/methods/munich-sds%402026-02?alt=y&head=n&os=y&sup=y&api=n&name=Portal",
  "/c/musterstadt/methods/hoheit-profile%401",
  "/c/musterstadt/methods/basel-sds%402026-07",
  "/c/musterstadt/methods/ec-csf%402026-06",
  "/c/musterstadt/methods/ec-csf%402026-06?transcription=B&floor=2&SOV-1.1=4&SOV-1.2=unknown",
  "/c/musterstadt/methods/ec-csf%402025-10",
  "/c/musterstadt/methods/bsi-c3a%401.0?sov-1-01=yes",
  "/c/musterstadt/methods/zendis%402026-03",
  "/c/musterstadt/methods/deutschland-stack%402026",
  "/c/musterstadt/methods/secnumcloud-19.6%403.2?seat-in-eu=yes&holder.1=A&percent.1=25&eu.1=no",
  "/c/musterstadt/methods/redhat-readiness%402025?weighting=custom&w.data=2&data-1=yes",
  "/c/musterstadt/methods/matrix",
  "/c/musterstadt/methods/matrix?method=ec-csf%402026-06",
  "/c/musterstadt/methods/own",
  "/c/musterstadt/admin",
  "/c/musterstadt/admin/users",
  "/c/musterstadt/admin/departments",
  "/c/musterstadt/admin/city",
  "/c/musterstadt/admin/policy",
  "/c/musterstadt/admin/demo",
  "/c/musterstadt/admin/audit",
  "/c/oulu",
  "/c/oulu/services",
  "/c/oulu/imports",
  "/c/oulu/strategy",
  "/cities",
  "/account",
  "/help",
  "/accessibility",
  "/c/musterstadt/nothing-here",
];

/** Pages of one thing, found by their links. */
const FOLLOW: readonly { from: string; href: RegExp; via?: RegExp; then: readonly string[] }[] = [
  {
    from: "/c/musterstadt/services",
    href: /^\/c\/musterstadt\/services\/[0-9a-f-]{36}$/,
    then: [
      "",
      "/edit",
      "/evidence/new",
      "/evidence/new?method=munich-sds&criterion=alt&kind=link",
      "/assess?method=munich-sds",
      "/assess?method=hoheit-profile",
      "/assess?method=ec-csf%402026-06&group=SOV-3",
      "/assess?method=munich-sds%402026-02&rater=second",
      "/methods/ec-csf%402026-06",
      "/methods/munich-sds%402026-02",
    ],
  },
  { from: "/c/musterstadt/strategy", href: /^\/c\/musterstadt\/strategy\/goals\/[0-9a-f-]{36}$/, then: ["", "/edit"] },
  {
    from: "/c/musterstadt/services?munich=1",
    href: /^\/c\/musterstadt\/services\/[0-9a-f-]{36}$/,
    via: /\/assessments\/[0-9a-f-]{36}$/,
    then: [""],
  },
  { from: "/c/oulu/imports", href: /^\/c\/oulu\/imports\/[0-9a-f-]{36}$/, then: [""] },
];

const LOOKS = [
  { name: "light, German", theme: "light", locale: "de", width: 1440 },
  { name: "dark, English", theme: "dark", locale: "en", width: 1440 },
  { name: "320 px, German", theme: "light", locale: "de", width: 320 },
  { name: "320 px dark, English", theme: "dark", locale: "en", width: 320 },
];

for (const look of LOOKS) {
  test(`every page is accessible: ${look.name}`, async ({ page, context, baseURL }) => {
    test.setTimeout(600_000);
    const url = baseURL ?? "";
    await context.addCookies([
      { name: "hoheit-theme", value: look.theme, url },
      { name: "hoheit-locale", value: look.locale, url },
    ]);
    await page.setViewportSize({ width: look.width, height: 900 });
    const problems: string[] = [];
    page.on(
      "console",
      (message) => message.type() === "error" && !message.text().includes("404") && problems.push(message.text()),
    );
    page.on("pageerror", (error) => problems.push(error.message));
    const paths = [...PAGES];
    for (const { from, href, via, then } of FOLLOW) {
      let first = from;
      for (const step of via === undefined ? [href] : [href, via]) {
        await page.goto(first);
        const links = await page
          .locator("main a[href]")
          .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
        const found = links.find((link) => step.test(link));
        expect(found, `a link like ${step} on ${first}`).toBeDefined();
        first = found ?? "";
      }
      paths.push(...then.map((end) => `${first}${end}`));
    }
    for (const path of paths) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(path.endsWith("nothing-here") ? 404 : 200);
      expect(await page.locator("html").getAttribute("lang")).toBe(look.locale);
      await expectAccessible(page, `${path} (${look.name})`);
      expect(problems, `${path}: console`).toEqual([]);
    }
  });
}

test("no page loads more than 180 kB of script", async ({ page }) => {
  for (const path of ["/c/musterstadt", "/c/musterstadt/services", "/c/musterstadt/strategy", "/sign-in"]) {
    let bytes = 0;
    const count = async (response: Response) => {
      if (response.request().resourceType() !== "script") return;
      bytes += (await response.request().sizes()).responseBodySize;
    };
    const pending: Promise<void>[] = [];
    const listener = (response: Response) => void pending.push(count(response));
    page.on("response", listener);
    await page.goto(path, { waitUntil: "networkidle" });
    await Promise.all(pending);
    page.off("response", listener);
    expect(bytes, path).toBeLessThan(180_000);
  }
});
