import { redirect } from "next/navigation";
import { listDepartments } from "@/lib/features/city/data";
import { currentPath, may } from "@/lib/features/city/loaders";
import { getT, getTheme } from "@/lib/i18n/server";
import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { currentUser, requireGrant, requireUser } from "@/lib/server/page";
import { citiesOf, listMembers, listSessions, needsSetup } from "./data";

/** Where somebody belongs who opens the root address. */
export async function loadStart(): Promise<string> {
  if (await needsSetup(db())) return "/setup";
  const user = await currentUser();
  if (!user) return "/sign-in";
  const cities = await citiesOf(db(), user.userId);
  return cities.length === 1 && cities[0] ? `/c/${cities[0].slug}` : "/cities";
}

export async function loadSetup(draft: string | undefined) {
  if (!(await needsSetup(db()))) redirect("/sign-in");
  return { draft: await findDraft(db(), draft, null) };
}

export async function loadSignIn(draft: string | undefined) {
  if (await needsSetup(db())) redirect("/setup");
  if (await currentUser()) redirect("/");
  return { draft: await findDraft(db(), draft, null) };
}

/** Frame of pages that belong to no city. Works before sign-in too; spread into `PageShell`. */
export async function loadPlainFrame(current: "/cities" | "/account" | "/help" | "/accessibility") {
  const [t, theme, back, user] = await Promise.all([getT(), getTheme(), currentPath(), currentUser()]);
  const pages = user
    ? ([
        ["/cities", t("account.citiesTitle")],
        ["/account", t("nav.account")],
        ["/help", t("nav.footHelp")],
      ] as const)
    : ([
        ["/sign-in", t("account.signInTitle")],
        ["/help", t("nav.footHelp")],
      ] as const);
  return {
    t,
    theme,
    back,
    home: "/",
    nav: pages.map(([href, label]) => ({ href, label, current: href === current })),
    city: null,
    user: user ? { name: user.name, href: "/account" } : null,
    foot: [
      { href: "/accessibility", label: t("nav.footAccessibility") },
      { href: "/help", label: t("nav.footHelp") },
    ],
  };
}

export async function loadCities() {
  const user = await requireUser("/cities");
  return { user, cities: await citiesOf(db(), user.userId) };
}

export async function loadAccount(draft: string | undefined) {
  const user = await requireUser("/account");
  return {
    user,
    sessions: await listSessions(db(), user.userId),
    cities: await citiesOf(db(), user.userId),
    draft: await findDraft(db(), draft, user.userId),
  };
}

export async function loadMembers(slug: string, draft: string | undefined) {
  const { actor, grant } = await requireGrant(slug, "user.read", `/c/${slug}/admin/users`);
  return {
    actor,
    members: await listMembers(db(), grant),
    departments: await listDepartments(db(), grant),
    editable: may(actor, "user.manage"),
    draft: await findDraft(db(), draft, actor.userId),
  };
}
