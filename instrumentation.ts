/**
 * Next calls this for every error of a page or route that nobody expected. The digest is the reference the reader sees
 * (app/error.tsx); the log has the rest under it. Path only: a query may hold what somebody typed.
 */
export async function onRequestError(error: unknown, request: { path: string; method: string }): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("./lib/server/log");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  const route = request.path.split("?")[0];
  log().error({ reference: digest, method: request.method, route, err: error }, "unexpected error");
}
