import { notFound } from "next/navigation";
import { cache } from "react";
import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { requireGrant } from "@/lib/server/page";
import { loadFrame, may } from "../city/loaders";
import { loadChoices, loadMatcher } from "./data";
import {
  findJurisdiction,
  findOrganisation,
  findOwnOrganisation,
  findOwnProduct,
  findProduct,
  SERVICES_SHOWN,
} from "./data-details";
import { countCatalogue, listJurisdictions, listOrganisations, listProducts, PAGE_SIZE } from "./data-lists";
import { organisationQuery, productQuery } from "./schema";

/** Values of the address as a page gets them; of several the first counts. */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

const single = (search: Search): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, typeof value === "string" ? value : value?.[0]]),
  );

/** Catalogue ids may hold a colon, which arrives escaped. */
function textId(param: string): string {
  try {
    const id = decodeURIComponent(param);
    return id.length > 0 && id.length <= 200 && !id.includes("\0") ? id : notFound();
  } catch {
    return notFound();
  }
}

async function open(slug: string) {
  const { actor, grant } = await requireGrant(slug, "catalogue.read");
  const [frame, counts] = await Promise.all([loadFrame(actor, "catalogue"), countCatalogue(db(), grant)]);
  return {
    actor,
    grant,
    frame,
    counts,
    base: `/c/${slug}/catalogue`,
    slug,
    mayCorrect: may(actor, "catalogue.correct"),
  };
}

export async function loadOrganisations(slug: string, search: Search) {
  const { grant, ...shared } = await open(slug);
  const query = organisationQuery.parse(single(search));
  return { ...shared, query, list: await listOrganisations(db(), grant, query), pageSize: PAGE_SIZE };
}

export async function loadProducts(slug: string, search: Search) {
  const { grant, ...shared } = await open(slug);
  const query = productQuery.parse(single(search));
  return { ...shared, query, list: await listProducts(db(), grant, query), pageSize: PAGE_SIZE };
}

export async function loadJurisdictions(slug: string) {
  const { grant, ...shared } = await open(slug);
  return { ...shared, list: await listJurisdictions(db(), grant) };
}

/** Page of the services below a record, from 1. */
const servicesPage = (search: Search): number => {
  const page = Number(single(search).page);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
};

// Title and page of a record ask for the same rows; once per request is enough.
const organisation = cache(async (slug: string, id: string, page: number) => {
  const { grant, ...shared } = await open(slug);
  const detail = (await findOrganisation(db(), grant, textId(id), page)) ?? notFound();
  return { ...shared, detail, pageSize: SERVICES_SHOWN };
});

const product = cache(async (slug: string, id: string, page: number) => {
  const { grant, ...shared } = await open(slug);
  const detail = (await findProduct(db(), grant, textId(id), page)) ?? notFound();
  return { ...shared, detail, pageSize: SERVICES_SHOWN };
});

export async function loadOrganisation(slug: string, id: string, search: Search) {
  const loaded = await organisation(slug, id, servicesPage(search));
  return { ...loaded, draft: await findDraft(db(), single(search).draft, loaded.actor.userId) };
}

export async function loadProduct(slug: string, id: string, search: Search) {
  const loaded = await product(slug, id, servicesPage(search));
  return { ...loaded, draft: await findDraft(db(), single(search).draft, loaded.actor.userId) };
}

export const loadJurisdiction = cache(async (slug: string, code: string) => {
  const { grant, ...shared } = await open(slug);
  const detail = (await findJurisdiction(db(), grant, textId(code))) ?? notFound();
  return { ...shared, detail };
});

async function openForm(slug: string, draft: string | undefined) {
  const { actor, grant } = await requireGrant(slug, "catalogue.correct");
  const [frame, matcher, kept] = await Promise.all([
    loadFrame(actor, "catalogue"),
    loadMatcher(db(), grant.cityId),
    findDraft(db(), draft, actor.userId),
  ]);
  const organisationNames = [...new Set([...matcher.organisations.values()].map((row) => row.name))].sort();
  const choices = await loadChoices(db());
  return { grant, frame, base: `/c/${slug}/catalogue`, slug, draft: kept, organisationNames, ...choices };
}

/** The form that corrects one field of an organisation. */
export async function loadOrganisationCorrection(slug: string, id: string, draft: string | undefined) {
  const { grant, ...form } = await openForm(slug, draft);
  const { grant: read } = await requireGrant(slug, "catalogue.read");
  const detail = (await findOrganisation(db(), read, textId(id), 1)) ?? notFound();
  return detail.own || grant.cityId !== read.cityId ? notFound() : { ...form, detail };
}

/** The form that corrects one field of a product. */
export async function loadProductCorrection(slug: string, id: string, draft: string | undefined) {
  const { grant, ...form } = await openForm(slug, draft);
  const { grant: read } = await requireGrant(slug, "catalogue.read");
  const detail = (await findProduct(db(), read, textId(id), 1)) ?? notFound();
  return detail.own || grant.cityId !== read.cityId ? notFound() : { ...form, detail };
}

/** Form of a new or an own organisation. */
export async function loadOwnOrganisation(slug: string, id: string | null, draft: string | undefined) {
  const { grant, ...form } = await openForm(slug, draft);
  const row = id === null ? null : ((await findOwnOrganisation(db(), grant, textId(id))) ?? notFound());
  return { ...form, row };
}

/** Form of a new or an own product. */
export async function loadOwnProduct(slug: string, id: string | null, draft: string | undefined) {
  const { grant, ...form } = await openForm(slug, draft);
  const row = id === null ? null : ((await findOwnProduct(db(), grant, textId(id))) ?? notFound());
  return { ...form, row };
}
