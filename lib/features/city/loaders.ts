import { headers } from "next/headers";
import { isWrite, reachOf, type Permission } from "@/lib/domain/access/permissions";
import { getT, getTheme } from "@/lib/i18n/server";
import type { CityActor } from "@/lib/server/access";
import { safePath } from "@/lib/server/http/origin";

export type Area = "dashboard" | "inventory" | "catalogue" | "strategy" | "methods" | "administration" | null;

/** Everything the page frame needs: translator, theme, navigation of the city, who is signed in. Spread into `PageShell`. */
export async function loadFrame(actor: CityActor, current: Area) {
  const [t, theme, path] = await Promise.all([getT(), getTheme(), currentPath()]);
  const base = `/c/${actor.citySlug}`;
  const areas: readonly { area: Exclude<Area, null>; href: string; needs: Permission }[] = [
    { area: "dashboard", href: base, needs: "service.read" },
    { area: "inventory", href: `${base}/services`, needs: "service.read" },
    { area: "catalogue", href: `${base}/catalogue`, needs: "catalogue.read" },
    { area: "strategy", href: `${base}/strategy`, needs: "strategy.read" },
    { area: "methods", href: `${base}/methods`, needs: "service.read" },
    { area: "administration", href: `${base}/admin`, needs: "user.read" },
  ];
  return {
    t,
    theme,
    back: path,
    home: base,
    nav: areas
      .filter(({ needs }) => reachOf(actor.role, needs) !== null)
      .map(({ area, href }) => ({ href, label: t(`nav.${area}`), current: area === current })),
    city: { name: actor.cityName, demo: actor.cityDemo },
    user: { name: actor.name, detail: t(`roles.${actor.role}`), href: "/account" },
    foot: [
      { href: `${base}/methods`, label: t("nav.footMethods") },
      { href: "/accessibility", label: t("nav.footAccessibility") },
      { href: "/help", label: t("nav.footHelp") },
    ],
  };
}

/** May the actor's role do this at all? For showing or hiding a button; the server decides again on the request. */
export const may = (actor: CityActor, permission: Permission): boolean =>
  reachOf(actor.role, permission) !== null && (!isWrite(permission) || reachOf(actor.role, permission) === "city" || actor.departmentIds.length > 0);

/** Path and query of this page, as our own server hands it in; where forms and switches come back to. */
export async function currentPath(): Promise<string> {
  const given = (await headers()).get("x-hoheit-path");
  if (!given) return "/";
  const url = new URL(given, "http://here");
  url.searchParams.delete("_rsc");
  url.searchParams.delete("draft");
  return safePath(`${url.pathname}${url.search}`, "/");
}
