import { parse as parseCookies } from "./cookies";
import type { z } from "zod";
import type { Grant } from "@/lib/domain/access/authorise";
import type { Permission } from "@/lib/domain/access/permissions";
import { createTranslator, isLocale, negotiateLocale, type Translator } from "@/lib/i18n";
import { LOCALE_COOKIE } from "@/lib/i18n/preferences";
import { findActor, grantFor, type CityActor } from "../access";
import { db, type Database } from "../database/client";
import { logError } from "../log";
import { problemBody, refuse, statusOf, type Refusal, type Result } from "../result";
import { findSession, sessionCookieName, type SessionUser } from "../session";
import { readBody, type BodyKind } from "./body";
import { keepDraft } from "./draft";
import { isSameOrigin, safePath } from "./origin";
import { fieldProblems } from "./zod-problems";

export type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
export type RouteHandler = ((request: Request, context: RouteContext) => Promise<Response>) & {
  readonly access: Access;
};

/** Who may call: anybody, anybody signed in, or somebody with a permission in the city named by the path. */
export type Access = "public" | "session" | Permission;

interface Common {
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  readonly database: Database;
  readonly t: Translator;
  /** Path of the form's page on this site. */
  readonly back: string;
  /** Identifies the caller's machine for rate limits; set by our own server, never by the client. */
  readonly client: string;
}

export type Context<A extends Access> = Common &
  (A extends Permission
    ? { readonly user: SessionUser; readonly actor: CityActor; readonly grant: Grant<A> }
    : A extends "session"
      ? { readonly user: SessionUser }
      : { readonly user: SessionUser | null });

interface Options<A extends Access, S extends z.ZodType, T> {
  readonly access: A;
  /** Schema of the body; unknown fields are refused by the schema itself. `back` is taken out before. */
  readonly input: S;
  readonly run: (context: Context<A>, input: z.output<S>) => Promise<Result<T>>;
  /** Where a browser form goes next. A program gets the value as JSON instead. */
  readonly redirect: (value: T, context: Context<A>) => string;
  readonly headers?: (value: T) => Record<string, string>;
  readonly status?: number;
  readonly maxBytes?: number;
  /** Fields never kept in a draft. */
  readonly secret?: readonly string[];
  /** The path's `id` is a catalogue id, not a UUID. */
  readonly textId?: boolean;
}

const DEFAULT_MAX_BYTES = 1_000_000;

/**
 * The one way a write enters: session → same-origin → parse → authorise → run, in this order.
 * A browser form gets a 303 (with `?draft=` when refused), a program JSON or problem details (RFC 9457).
 */
export function defineHandler<A extends Access, S extends z.ZodType, T>(options: Options<A, S, T>): RouteHandler {
  const handle = async (request: Request, route: RouteContext): Promise<Response> => {
    const t = translatorOf(request);
    let kind: BodyKind = wantsHtml(request) ? "form" : "json";
    let values: Record<string, unknown> = {};
    let user: SessionUser | null = null;
    let back = "/";
    try {
      const database = db();
      user = await findSession(database, parseCookies(request.headers.get("cookie"))[sessionCookieName()]);
      const answer = async (): Promise<Result<{ value: T; context: Context<A> }>> => {
        if (options.access !== "public" && !user) return refuse("unauthenticated");
        if (!isSameOrigin(request)) return refuse("cross-site");
        // Also where a form goes back to whose body is too large to be read.
        back = safePath(refererPath(request), "/");
        const body = await readBody(request, options.maxBytes ?? DEFAULT_MAX_BYTES);
        if (!body.ok) return body;
        if (body.value.kind !== "none") kind = body.value.kind;
        // A program may send a file as a form and still wants JSON back.
        if (kind === "form" && wantsJson(request)) kind = "json";
        const { back: wanted, ...rest } = body.value.value;
        values = rest;
        back = safePath(typeof wanted === "string" ? wanted : null, back);
        const parsed = options.input.safeParse(values);
        if (!parsed.success) {
          // A stranger to the city learns nothing from our remarks on the fields.
          const early = await authoriseFor(options.access, user, await route.params, database);
          return "ok" in early && early.ok === false
            ? early
            : refuse("invalid", { fields: fieldProblems(parsed.error) });
        }
        const params = plainParams(await route.params);
        const allowed = await authoriseFor(options.access, user, params, database);
        if ("ok" in allowed) return allowed;
        if (params.id !== undefined && !options.textId && !isUuid(params.id)) return refuse("not-found");
        const context = {
          request,
          params,
          database,
          t,
          user,
          back,
          client: request.headers.get("x-hoheit-client") ?? "unknown",
          ...allowed,
        } as unknown as Context<A>;
        const result = await options.run(context, parsed.data);
        return result.ok ? { ok: true, value: { value: result.value, context } } : result;
      };
      const result = await answer();
      if (!result.ok)
        return await refusalResponse(result, { kind, t, back, values, user, secret: options.secret ?? [], database });
      const { value, context } = result.value;
      const headers = new Headers(options.headers?.(value));
      headers.set("cache-control", "no-store");
      if (kind === "form") {
        headers.set("location", options.redirect(value, context));
        return new Response(null, { status: 303, headers });
      }
      return Response.json(value ?? {}, { status: options.status ?? 200, headers });
    } catch (error) {
      const reference = logError(error, { route: new URL(request.url).pathname, user: user?.userId ?? null });
      return unexpectedResponse(reference, kind, t);
    }
  };
  return Object.assign(handle, { access: options.access });
}

interface DownloadOptions<A extends Permission, S extends z.ZodType> {
  readonly access: A;
  /** Schema of the query string. */
  readonly query: S;
  readonly run: (
    context: Context<A>,
    query: z.output<S>,
  ) => Promise<Result<{ readonly fileName: string; readonly type: string; readonly body: BodyInit }>>;
}

/** A file to save. Reads only; the same rights as the page it belongs to. */
export function defineDownload<A extends Permission, S extends z.ZodType>(
  options: DownloadOptions<A, S>,
): RouteHandler {
  const handle = async (request: Request, route: RouteContext): Promise<Response> => {
    const t = translatorOf(request);
    try {
      const database = db();
      const user = await findSession(database, parseCookies(request.headers.get("cookie"))[sessionCookieName()]);
      const fail = (refusal: Refusal) =>
        Response.json(problemBody(refusal, translate(t)), { status: statusOf(refusal.code), headers: PROBLEM });
      if (!user) return fail(refuse("unauthenticated"));
      const params = plainParams(await route.params);
      const allowed = await authoriseFor(options.access, user, params, database);
      if ("ok" in allowed) return fail(allowed);
      if (params.id !== undefined && !isUuid(params.id)) return fail(refuse("not-found"));
      const parsed = options.query.safeParse(queryRecord(new URL(request.url).searchParams));
      if (!parsed.success) return fail(refuse("invalid", { fields: fieldProblems(parsed.error) }));
      const context = {
        request,
        params,
        database,
        t,
        user,
        back: "/",
        client: "",
        ...allowed,
      } as unknown as Context<A>;
      const result = await options.run(context, parsed.data);
      if (!result.ok) return fail(result);
      const { fileName, type, body } = result.value;
      return new Response(body, {
        headers: {
          "content-type": type,
          "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
          "cache-control": "no-store",
          "x-content-type-options": "nosniff",
        },
      });
    } catch (error) {
      const reference = logError(error, { route: new URL(request.url).pathname });
      return unexpectedResponse(reference, "json", t);
    }
  };
  return Object.assign(handle, { access: options.access });
}

const PROBLEM = { "content-type": "application/problem+json", "cache-control": "no-store" };

const translate = (t: Translator) => (key: string, params?: Refusal["params"]) => t.dynamic(key, params);

type Allowed = Refusal | { readonly actor?: CityActor; readonly grant?: Grant };

async function authoriseFor(
  access: Access,
  user: SessionUser | null,
  params: Readonly<Record<string, string | string[] | undefined>>,
  database: Database,
): Promise<Allowed> {
  if (access === "public" || access === "session") return {};
  const slug = params.city;
  const actor = user && typeof slug === "string" ? await findActor(database, user, slug) : null;
  if (!actor) return refuse("not-found");
  const grant = grantFor(actor, access);
  return "ok" in grant ? grant : { actor, grant };
}

async function refusalResponse(
  refusal: Refusal,
  form: {
    kind: BodyKind;
    t: Translator;
    back: string;
    values: Record<string, unknown>;
    user: SessionUser | null;
    secret: readonly string[];
    database: Database;
  },
): Promise<Response> {
  if (form.kind !== "form") {
    return Response.json(problemBody(refusal, translate(form.t)), { status: statusOf(refusal.code), headers: PROBLEM });
  }
  if (refusal.code === "unauthenticated") return seeOther(`/sign-in?next=${encodeURIComponent(form.back)}`);
  if (refusal.code === "cross-site") {
    return new Response(form.t.dynamic("problems.crossSite"), {
      status: 403,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
  const draft = await keepDraft(form.database, form.user?.userId ?? null, form.values, refusal, form.secret);
  const target = new URL(form.back, "http://here");
  target.searchParams.set("draft", draft);
  return seeOther(`${target.pathname}${target.search}${target.hash}`);
}

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

function unexpectedResponse(reference: string, kind: BodyKind, t: Translator): Response {
  const detail = t.dynamic("problems.unexpected", { reference });
  if (kind === "form")
    return new Response(detail, { status: 500, headers: { "content-type": "text/plain; charset=utf-8" } });
  return Response.json(
    { type: "urn:hoheit:problem:unexpected", title: detail, status: 500, reference },
    { status: 500, headers: PROBLEM },
  );
}

function translatorOf(request: Request): Translator {
  const chosen = parseCookies(request.headers.get("cookie"))[LOCALE_COOKIE];
  return createTranslator(isLocale(chosen) ? chosen : negotiateLocale(request.headers.get("accept-language")));
}

/** True for the form every id of ours has; anything else would be a database error instead of a 404. */
export const isUuid = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

const wantsJson = (request: Request): boolean =>
  !wantsHtml(request) && (request.headers.get("accept")?.includes("application/json") ?? false);

const wantsHtml = (request: Request): boolean => request.headers.get("accept")?.includes("text/html") ?? false;

function refererPath(request: Request): string | null {
  const referer = request.headers.get("referer");
  if (!referer) return null;
  try {
    const url = new URL(referer);
    url.searchParams.delete("draft");
    return `${url.pathname}${url.search}`;
  } catch {
    return null;
  }
}

/** Next hands no params at all to a route without dynamic parts. */
function plainParams(
  params: Readonly<Record<string, string | string[] | undefined>> | undefined,
): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(params ?? {})) if (typeof value === "string") plain[name] = value;
  return plain;
}

function queryRecord(search: URLSearchParams): Record<string, string | string[]> {
  const record: Record<string, string | string[]> = {};
  for (const name of new Set(search.keys())) {
    const all = search.getAll(name);
    record[name] = all.length > 1 ? all : (all[0] ?? "");
  }
  return record;
}
