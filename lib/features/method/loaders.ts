import { notFound } from "next/navigation";
import { calculationFromQuery } from "@/lib/domain/method/calculator";
import { queryOfLink, refOfPath } from "@/lib/domain/method/query";
import { findMethod, methods } from "@/lib/domain/method/registry";
import { feedsOf, FEEDS } from "@/lib/domain/service/derive-feeds";
import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { isUuid } from "@/lib/server/http/handler";
import { requireGrant } from "@/lib/server/page";
import { loadFrame, may } from "../city/loaders";
import { findOwnByRef, findOwnMethod, listOwnMethods, methodsOfCity } from "./data";
import { loadTrial, loadUnlocks } from "./data-matrix";

type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

const single = (search: Search, name: string): string | undefined => {
  const value = search[name];
  return typeof value === "string" ? value : value?.[0];
};

/** Every method the city assesses by: those that ship, and its own active ones. */
export async function loadMethods(slug: string) {
  const { actor, grant } = await requireGrant(slug, "service.read", `/c/${slug}/methods`);
  const [frame, all, own] = await Promise.all([
    loadFrame(actor, "methods"),
    methodsOfCity(db(), grant.cityId),
    listOwnMethods(db(), grant),
  ]);
  return {
    frame,
    methods: all.map((method) => ({
      method,
      own: findMethod(method.ref) === undefined,
      derivable: method.criteria.filter(
        ({ id, derivedFrom }) => derivedFrom !== undefined || feedsOf(method.id, id).length > 0,
      ).length,
    })),
    onTrial: own.filter(({ state }) => state === "trial").length,
  };
}

/** Name of a method, for the title of its page; null when the city does not have it. */
export async function loadMethodTitle(slug: string, ref: string) {
  const { grant } = await requireGrant(slug, "service.read", `/c/${slug}/methods/${ref}`);
  const id = refOfPath(ref);
  return findMethod(id)?.name ?? (await findOwnByRef(db(), grant, id))?.method.name ?? null;
}

/** One method by its `id@version`, and what the address asks it to compute: by criterion, or as a pasted link. */
export async function loadMethod(slug: string, ref: string, query: Search) {
  const { actor, grant } = await requireGrant(slug, "service.read", `/c/${slug}/methods/${ref}`);
  const id = refOfPath(ref);
  const shipped = findMethod(id);
  const own = shipped === undefined ? ((await findOwnByRef(db(), grant, id)) ?? notFound()) : null;
  const method = shipped ?? own?.method ?? notFound();
  const link = (single(query, "link") ?? "").slice(0, 2_000);
  const given = link.trim() === "" ? query : { ...query, ...queryOfLink(link) };
  const name = typeof given["name"] === "string" ? given["name"].slice(0, 200) : null;
  return {
    frame: await loadFrame(actor, "methods"),
    /** As published; the calculation holds it in the readings chosen. */
    method,
    own,
    calculation: calculationFromQuery(method, given),
    name,
  };
}

/** Which fact feeds which criterion, and what entering it would settle in this city. */
export async function loadMatrix(slug: string, query: Search) {
  const { actor, grant } = await requireGrant(slug, "service.read", `/c/${slug}/methods/matrix`);
  const [frame, unlocks] = await Promise.all([loadFrame(actor, "methods"), loadUnlocks(db(), grant)]);
  const fed = methods.filter(({ id }) => Object.hasOwn(FEEDS, id));
  const ref = single(query, "method");
  return { frame, unlocks, methods: fed, opened: fed.find((method) => method.ref === ref) ?? null };
}

/** The city's own methods, and the form for another one. */
export async function loadOwnMethods(slug: string, query: Search) {
  const { actor, grant } = await requireGrant(slug, "service.read", `/c/${slug}/methods/own`);
  const [frame, own, draft] = await Promise.all([
    loadFrame(actor, "methods"),
    listOwnMethods(db(), grant),
    findDraft(db(), single(query, "draft"), actor.userId),
  ]);
  return { frame, own, draft, mayManage: may(actor, "method.manage"), templates: methods };
}

/** An own method with its try on the city's services. */
export async function loadOwnMethod(slug: string, id: string, query: Search) {
  const { actor, grant } = await requireGrant(slug, "service.read", `/c/${slug}/methods/own/${id}`);
  const own = (isUuid(id) ? await findOwnMethod(db(), grant, id) : null) ?? notFound();
  const [frame, trial, draft] = await Promise.all([
    loadFrame(actor, "methods"),
    own.method.unit === "service" ? loadTrial(db(), grant, own.method) : null,
    findDraft(db(), single(query, "draft"), actor.userId),
  ]);
  return { frame, own, trial, draft, mayManage: may(actor, "method.manage"), done: single(query, "done") ?? null };
}
