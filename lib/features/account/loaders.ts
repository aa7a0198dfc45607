import { redirect } from "next/navigation";
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
  return { actor, members: await listMembers(db(), grant), draft: await findDraft(db(), draft, actor.userId) };
}
