import { answersFromQuery, queryOfLink, refOfPath } from "@/lib/domain/method/query";
import { findMethod, methods } from "@/lib/domain/method/registry";
import { notFound } from "next/navigation";
import { requireGrant } from "@/lib/server/page";

/** Every method that ships; methods belong to no city, but only its people read them inside. */
export async function loadMethods(slug: string) {
  const { actor } = await requireGrant(slug, "service.read", `/c/${slug}/methods`);
  return { actor, methods };
}

/** One method by its `id@version`, and what is answered in the address: by criterion, or as a pasted link. */
export async function loadMethod(
  slug: string,
  ref: string,
  query: Readonly<Record<string, string | string[] | undefined>>,
) {
  const { actor } = await requireGrant(slug, "service.read", `/c/${slug}/methods/${ref}`);
  const method = findMethod(refOfPath(ref)) ?? notFound();
  const link = typeof query["link"] === "string" ? query["link"].slice(0, 2_000) : "";
  const given = link.trim() === "" ? query : { ...query, ...queryOfLink(link) };
  const name = typeof given["name"] === "string" ? given["name"].slice(0, 200) : null;
  return { actor, method, name, ...answersFromQuery(method, given) };
}
