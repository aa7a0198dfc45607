import { headers } from "next/headers";
import { isWrite, reachOf, type Permission } from "@/lib/domain/access/permissions";
import { dayInBerlin, formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { getT, getTheme } from "@/lib/i18n/server";
import { grantFor, type CityActor } from "@/lib/server/access";
import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { safePath } from "@/lib/server/http/origin";
import { requireGrant } from "@/lib/server/page";
import { countInbox } from "../assignment/data-inbox";
import { adminCounts, listDepartments, readCity } from "./data";

export type Area = "dashboard" | "inventory" | "inbox" | "catalogue" | "strategy" | "methods" | "administration" | null;

/** Everything the page frame needs: translator, theme, navigation of the city, who is signed in. Spread into `PageShell`. */
export async function loadFrame(actor: CityActor, current: Area) {
  const [t, theme, path, waiting] = await Promise.all([getT(), getTheme(), currentPath(), waitingFor(actor)]);
  const base = `/c/${actor.citySlug}`;
  const areas: readonly { area: Exclude<Area, null>; href: string; needs: Permission }[] = [
    { area: "dashboard", href: base, needs: "service.read" },
    { area: "inventory", href: `${base}/services`, needs: "service.read" },
    { area: "inbox", href: `${base}/inbox`, needs: "assessment.read" },
    { area: "catalogue", href: `${base}/catalogue`, needs: "catalogue.read" },
    { area: "strategy", href: `${base}/strategy`, needs: "strategy.read" },
    { area: "methods", href: `${base}/methods`, needs: "service.read" },
    // Strategists have no people to look after; their part of the administration is the required levels.
    reachOf(actor.role, "user.read") !== null
      ? { area: "administration", href: `${base}/admin`, needs: "user.read" }
      : { area: "administration", href: `${base}/admin/policy`, needs: "policy.write" },
  ];
  return {
    t,
    theme,
    back: path,
    home: base,
    nav: areas
      .filter(({ needs }) => reachOf(actor.role, needs) !== null)
      .map(({ area, href }) => ({
        href,
        label: t(`nav.${area}`),
        current: area === current,
        ...(area === "inbox" && waiting > 0
          ? { count: formatNumber(waiting, t.locale), countText: t("nav.inboxCount", { count: waiting }) }
          : {}),
      })),
    city: { name: actor.cityName, demo: actor.cityDemo },
    user: { name: actor.name, detail: t(`roles.${actor.role}`), href: "/account" },
    foot: [
      { href: `${base}/methods`, label: t("nav.footMethods") },
      { href: "/accessibility", label: t("nav.footAccessibility") },
      { href: "/help", label: t("nav.footHelp") },
    ],
  };
}

/** How many things wait for the person; nothing is asked for roles that have nothing to do. */
async function waitingFor(actor: CityActor): Promise<number> {
  if (!may(actor, "assessment.write") && !may(actor, "assessment.approve")) return 0;
  const grant = grantFor(actor, "assessment.read");
  return "ok" in grant ? 0 : countInbox(db(), grant, dayInBerlin(new Date()));
}

/** May the actor's role do this at all? For showing or hiding a button; the server decides again on the request. */
export const may = (actor: CityActor, permission: Permission): boolean =>
  reachOf(actor.role, permission) !== null &&
  (!isWrite(permission) || reachOf(actor.role, permission) === "city" || actor.departmentIds.length > 0);

/** Path and query of this page, as our own server hands it in; where forms and switches come back to. */
export async function currentPath(): Promise<string> {
  const given = (await headers()).get("x-hoheit-path");
  if (!given) return "/";
  const url = new URL(given, "http://here");
  url.searchParams.delete("_rsc");
  url.searchParams.delete("draft");
  return safePath(`${url.pathname}${url.search}`, "/");
}

/** Parts of the administration that the person may open, for its tabs. */
export function adminTabs(actor: CityActor, t: Translator, current: string) {
  const base = `/c/${actor.citySlug}/admin`;
  const tabs: readonly { path: string; label: string; needs: Permission }[] = [
    { path: "", label: t("admin.tabOverview"), needs: "user.read" },
    { path: "/users", label: t("admin.tabUsers"), needs: "user.read" },
    { path: "/departments", label: t("admin.tabDepartments"), needs: "user.read" },
    { path: "/city", label: t("admin.tabCity"), needs: "user.read" },
    { path: "/policy", label: t("admin.tabPolicy"), needs: "service.read" },
    { path: "/audit", label: t("admin.tabAudit"), needs: "audit.read" },
    { path: "/demo", label: t("admin.tabDemo"), needs: "demo.manage" },
  ];
  return tabs
    .filter(({ needs }) => reachOf(actor.role, needs) !== null)
    .map(({ path, label }) => ({ href: base + path, label, current: path === current }));
}

/** Overview of the administration: what there is in each part. */
export async function loadAdmin(slug: string) {
  const { actor, grant } = await requireGrant(slug, "user.read", `/c/${slug}/admin`);
  return { actor, city: await readCity(db(), grant), counts: await adminCounts(db(), grant) };
}

export async function loadDepartments(slug: string, draft: string | undefined) {
  const { actor, grant } = await requireGrant(slug, "user.read", `/c/${slug}/admin/departments`);
  return {
    actor,
    departments: await listDepartments(db(), grant),
    editable: may(actor, "department.manage"),
    draft: await findDraft(db(), draft, actor.userId),
  };
}

export async function loadCitySettings(slug: string, draft: string | undefined) {
  const { actor, grant } = await requireGrant(slug, "user.read", `/c/${slug}/admin/city`);
  return {
    actor,
    city: await readCity(db(), grant),
    editable: may(actor, "city.manage"),
    draft: await findDraft(db(), draft, actor.userId),
  };
}
