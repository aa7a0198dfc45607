import { readFileSync } from "node:fs";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { createTranslator } from "@/lib/i18n";
import { markSymbol, STRIP_PLACES } from "../ui/mark";
import { AuthShell, KeyFigures, MarkSprite, PageHead, PageShell, ScopeLine, Section } from "./index";

const t = createTranslator("de");
const html = (node: ReactNode) => renderToStaticMarkup(node);

const shell = html(
  <PageShell
    t={t}
    theme="system"
    back="/inventory?q=a&page=2"
    city={{ name: "Musterstadt", demo: true }}
    user={{ name: "Jana Brandt", detail: "IT-Strategie" }}
    nav={[
      { href: "/", label: "Lagebild" },
      { href: "/inventory", label: "Inventar", current: true },
    ]}
    scope={<ScopeLine t={t} items={[{ label: "Umfang", value: "alle IT-Services, 153" }]} />}
    foot={[{ href: "/methods", label: "Verfahren und Quellen" }]}
  >
    <p>Inhalt</p>
  </PageShell>,
);

describe("PageShell", () => {
  it("marks the current place, begins with the skip link, and states scope and licence", () => {
    expect(shell.startsWith('<a class="h-skip" href="#main"')).toBe(true);
    expect(shell).toContain('<a href="/inventory" aria-current="page">');
    expect(shell).toContain("CC BY-SA 4.0");
    expect(shell).toContain("keine Rechtsberatung");
    expect(shell).toContain("alle IT-Services, 153");
    expect(shell).toContain("sind erfunden");
  });
  it("changes state by POST only, and comes back to the same view", () => {
    expect(shell).not.toMatch(/href="\/api\/v1\/(preferences|session)/);
    const forms = [...shell.matchAll(/<form[^>]*>/g)].map((m) => m[0]);
    expect(forms.length).toBeGreaterThan(0);
    for (const form of forms) expect(form).toContain('method="post"');
    expect(forms.some((form) => form.includes('action="/api/v1/session/end"'))).toBe(true);
    expect(shell).toContain('name="back" value="/inventory?q=a&amp;page=2"');
  });
  it("needs no inline style or script", () => {
    const pages = [
      shell,
      html(
        <AuthShell t={t} theme="dark" back="/" title="Anmelden">
          x
        </AuthShell>,
      ),
    ];
    for (const page of pages) expect(page).not.toMatch(/\sstyle=|\son[a-z]+=|<script/);
  });
});

describe("MarkSprite", () => {
  it("holds every symbol that a mark can ask for, once", () => {
    const sprite = html(<MarkSprite />);
    const ids = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const kind of ["munich", "band", "exposure"] as const) {
      for (const place of STRIP_PLACES[kind]) {
        for (const state of ["value", "at-least", "unknown", "unanswered"] as const) {
          expect(ids).toContain(markSymbol(kind, place, state));
        }
      }
    }
  });
});

describe("PageHead and Section", () => {
  it("gives every figure its base and its way to the services", () => {
    const figures = [{ label: "Bewertet", value: "79 %", base: "121 von 153", href: "/inventory?level=any" }] as const;
    const markup = html(<KeyFigures figures={figures} />);
    expect(markup).toContain("121 von 153");
    expect(markup).toContain('href="/inventory?level=any"');
  });
  it("keeps one h1, then h2", () => {
    const markup = html(
      <>
        <PageHead t={t} name="Lagebild" lead="Ein Satz." toc={[{ id: "levels", label: "Stufen" }]} />
        <Section id="levels" strong kicker="Stufen" finding="Befund" base={["121 von 153"]}>
          x
        </Section>
      </>,
    );
    expect(markup.match(/<h1/g)).toHaveLength(1);
    expect(markup).toContain('href="#levels"');
    expect(markup).toContain('id="levels"');
  });
});

describe("hoheit.css", () => {
  const css = readFileSync(new URL("../../app/hoheit.css", import.meta.url), "utf8");
  const tokens = (selector: string) => {
    const block = new RegExp(`\\[data-kern-theme="${selector}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? "";
    return block.match(/[a-z-]+:[^;]+;/g)?.map((line) => line.replace(/\s+/g, " "));
  };
  it("has the same dark tokens for chosen dark and for a dark device", () => {
    expect(tokens("dark")?.length).toBeGreaterThan(15);
    expect(tokens("system")).toEqual(tokens("dark"));
  });
  it("loads nothing from elsewhere", () => {
    expect(css).not.toMatch(/@import|url\((?!#)/);
  });
});
