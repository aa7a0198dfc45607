import { FACET_KEYS, queryStringToFilter, type ServiceFilter } from "@/lib/domain/strategy/filter";
import { Refused } from "./command";

/** The filter of `--filter`, as the inventory's address has it. @throws Refused for what it does not understand: a wider answer than asked for would mislead */
export function filterOf(text: string | undefined): ServiceFilter {
  const { filter, ignored } = queryStringToFilter(text ?? "");
  const keys = unknownKeys(text ?? "");
  const reasons = [
    ...ignored.map(({ key, value }) => `--filter: ${key}=${value} is not a value this filter knows.`),
    ...keys.map((key) => `--filter: there is no filter ${key}.`),
  ];
  if (reasons.length > 0) throw new Refused(reasons);
  return filter;
}

const KNOWN: ReadonlySet<string> = new Set([...FACET_KEYS, "noticeFrom", "noticeTo"]);

/** In an address other keys belong to somebody else (page, sort); here nobody else reads them. */
function unknownKeys(text: string): string[] {
  const keys = text
    .replace(/^\?/, "")
    .split("&")
    .map((pair) => pair.split("=")[0] ?? "");
  return keys.filter((key) => key !== "" && !KNOWN.has(key));
}
