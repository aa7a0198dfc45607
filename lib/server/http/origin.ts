import { env } from "../env";

/**
 * True when a request that changes something comes from our own pages. Browsers say so in `Sec-Fetch-Site`, older ones
 * in `Origin`; `Origin: null` and silence are refused, because the cookie alone proves nothing.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  if (origin === null || origin === "null") return false;
  return ownOrigins(request).has(origin);
}

function ownOrigins(request: Request): Set<string> {
  const configured = env().HOHEIT_URL;
  if (configured) return new Set([new URL(configured).origin]);
  const host = request.headers.get("host");
  return new Set(host ? [`http://${host}`, `https://${host}`] : []);
}

/** A path on this site to return to; anything that could lead elsewhere becomes the fallback. */
export function safePath(path: unknown, fallback: string): string {
  if (typeof path !== "string" || path.length > 2_000) return fallback;
  if (!path.startsWith("/") || path.startsWith("//") || /[\\\u0000-\u001f]/.test(path)) return fallback;
  return path;
}
