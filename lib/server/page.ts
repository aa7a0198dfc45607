import { cookies } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Grant } from "@/lib/domain/access/authorise";
import type { Permission } from "@/lib/domain/access/permissions";
import { findActor, grantFor, type CityActor } from "./access";
import { db } from "./database/client";
import { findSession, sessionCookieName, type SessionUser } from "./session";

/** Who is signed in, once per request; null when nobody is. */
export const currentUser = cache(async (): Promise<SessionUser | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return findSession(db(), token);
});

/** The signed-in person; otherwise the reader is sent to sign in and comes back to `path`. */
export async function requireUser(path: string): Promise<SessionUser> {
  return (await currentUser()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}

const actorIn = cache(async (userId: string, name: string, slug: string) => findActor(db(), { userId, name }, slug));

/** The person's place in a city. Another city is not found, never forbidden. */
export async function requireActor(slug: string, path = `/c/${slug}`): Promise<CityActor> {
  const user = await requireUser(path);
  return (await actorIn(user.userId, user.name, slug)) ?? notFound();
}

/** Actor and grant for a loader; a missing right shows the forbidden page. */
export async function requireGrant<P extends Permission>(
  slug: string,
  permission: P,
  path?: string,
): Promise<{ actor: CityActor; grant: Grant<P> }> {
  const actor = await requireActor(slug, path);
  const grant = grantFor(actor, permission);
  return "ok" in grant ? forbidden() : { actor, grant };
}
