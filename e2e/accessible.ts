import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const MAX_NODES = 3_000;

/** No finding of axe, no sideways scrolling, no untranslated key, and a bounded number of nodes. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const found = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const violations = found.violations.map((violation) => ({
    rule: violation.id,
    help: violation.help,
    nodes: violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
  }));
  expect.soft(violations, where).toEqual([]);
  const state = await page.evaluate(() => ({
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    nodes: document.querySelectorAll("*").length,
    text: document.body.innerText,
  }));
  expect.soft(state.wider, `${where}: scrolls sideways`).toBeLessThanOrEqual(0);
  expect.soft(state.nodes, `${where}: nodes`).toBeLessThan(MAX_NODES);
  // A message key or placeholder that reached the page.
  expect
    .soft(
      state.text.match(
        /(?<![@.\w])(?:common|nav|ui|charts|errors|problems|service|inventory|import|strategy|dashboard|catalogue|account|admin|methods|matrix|ownMethods|demo|acceptance|evidence|assessment|assignment)\.[a-z][A-Za-z0-9_]+/g,
      ),
      where,
    )
    .toBeNull();
  expect.soft(state.text.match(/\{[a-z][A-Za-z]*\}|undefined|\bNaN\b|\[object Object\]/g), where).toBeNull();
}
