import { LOCALE_COOKIE, THEME_COOKIE } from "@/lib/i18n/preferences";
import { auditActor } from "@/lib/server/access";
import { defineHandler } from "@/lib/server/http/handler";
import { safePath } from "@/lib/server/http/origin";
import { allow, forget, SETUP_PER_CLIENT, SIGN_IN_PER_ACCOUNT, SIGN_IN_PER_CLIENT } from "@/lib/server/rate-limit";
import { ok, refuse } from "@/lib/server/result";
import { endSession, openSession, sessionCookie } from "@/lib/server/session";
import {
  changePassword,
  checkCredentials,
  createUser,
  removeMember,
  revokeOtherSessions,
  revokeSession,
  setUp,
  updateMembership,
} from "./mutations";
import {
  changePasswordInput,
  createUserInput,
  emptyInput,
  preferencesInput,
  setupInput,
  signInInput,
  updateMembershipInput,
} from "./schema";

const ONE_YEAR = 31_536_000;

export const signIn = defineHandler({
  access: "public",
  input: signInInput,
  secret: ["password"],
  async run({ database, client, request }, input) {
    const allowed =
      (await allow(database, SIGN_IN_PER_CLIENT, client)) && (await allow(database, SIGN_IN_PER_ACCOUNT, input.email));
    if (!allowed) return refuse("too-many-requests");
    const checked = await checkCredentials(database, input);
    if (!checked.ok) return checked;
    await forget(database, SIGN_IN_PER_ACCOUNT, input.email);
    const token = await openSession(database, checked.value.userId, request.headers.get("user-agent"));
    return ok({ token, next: safePath(input.next, "/") });
  },
  redirect: ({ next }) => next,
  headers: ({ token }) => ({ "set-cookie": sessionCookie(token) }),
});

export const setup = defineHandler({
  access: "public",
  input: setupInput,
  secret: ["password", "code"],
  async run({ database, client, request }, input) {
    if (!(await allow(database, SETUP_PER_CLIENT, client))) return refuse("too-many-requests");
    const done = await setUp(database, input);
    if (!done.ok) return done;
    const token = await openSession(database, done.value.userId, request.headers.get("user-agent"));
    return ok({ token, city: done.value.citySlug });
  },
  redirect: ({ city }) => `/c/${city}`,
  headers: ({ token }) => ({ "set-cookie": sessionCookie(token) }),
});

export const signOut = defineHandler({
  access: "session",
  input: emptyInput,
  async run({ database, user }) {
    await endSession(database, user.sessionId);
    return ok(null);
  },
  redirect: () => "/sign-in",
  headers: () => ({ "set-cookie": sessionCookie(null) }),
});

export const endOtherSession = defineHandler({
  access: "session",
  input: emptyInput,
  run: ({ database, user, params }) => revokeSession(database, user, params.id ?? ""),
  redirect: () => "/account?saved=session",
});

export const endAllOtherSessions = defineHandler({
  access: "session",
  input: emptyInput,
  run: ({ database, user }) => revokeOtherSessions(database, user),
  redirect: () => "/account?saved=session",
});

export const newPassword = defineHandler({
  access: "session",
  input: changePasswordInput,
  secret: ["current", "password"],
  run: ({ database, user }, input) => changePassword(database, user, input),
  redirect: () => "/account?saved=password",
});

/** Language and theme live in cookies of their own, so that they also hold before sign-in. */
export const preferences = defineHandler({
  access: "public",
  input: preferencesInput,
  run: async (_context, input) => ok(input),
  redirect: (_value, { back }) => back,
  headers: ({ locale, theme }) => {
    const set = locale ? `${LOCALE_COOKIE}=${locale}` : theme ? `${THEME_COOKIE}=${theme}` : null;
    return set ? { "set-cookie": `${set}; Path=/; Max-Age=${ONE_YEAR}; SameSite=Lax` } : ({} as Record<string, string>);
  },
});

export const addMember = defineHandler({
  access: "user.manage",
  input: createUserInput,
  secret: ["password"],
  status: 201,
  run: ({ database, grant, actor }, input) => createUser(database, grant, auditActor(actor), input),
  redirect: (_value, { params }) => `/c/${params.city}/admin/users?saved=created`,
});

export const changeMember = defineHandler({
  access: "user.manage",
  input: updateMembershipInput,
  run: ({ database, grant, actor, params }, input) =>
    updateMembership(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: (_value, { params }) => `/c/${params.city}/admin/users?saved=changed`,
});

export const dropMember = defineHandler({
  access: "user.manage",
  input: emptyInput,
  run: ({ database, grant, actor, params }) => removeMember(database, grant, auditActor(actor), params.id ?? ""),
  redirect: (_value, { params }) => `/c/${params.city}/admin/users?saved=removed`,
});
