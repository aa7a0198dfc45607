import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { ensureBuild, ensureClient } from "./build";

const dev = process.argv.includes("--dev");
const say = (line: string) => console.log(line);

/** `npm start`: builds when needed, opens the database, serves, and prints the address and how to get in. */
async function main(): Promise<void> {
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  const mode: string = dev ? "development" : "production";
  Object.assign(process.env, { NODE_ENV: mode });
  const { env } = await import("../lib/server/env");
  const settings = env();
  // A taken port should be known before the first build, which takes a minute.
  const probe = createServer();
  await listen(probe, settings.PORT, settings.HOST);
  await new Promise((closed) => probe.close(closed));
  if (dev) ensureClient();
  else ensureBuild(say);

  const { openDatabase } = await import("../lib/server/database/open");
  const server = createServer();
  await listen(server, settings.PORT, settings.HOST);
  const database = await openDatabase();
  const { prepare } = await import("./prepare");
  const stopWork = await prepare(say);

  const { default: next } = await import("next");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : settings.PORT;
  const app = next({ dev, dir: process.cwd(), hostname: settings.HOST, port, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    protect(request, response, settings.HOHEIT_URL);
    void handle(request, response);
  });

  const shown =
    settings.HOHEIT_URL ??
    `http://${settings.HOST === "0.0.0.0" ? "localhost" : settings.HOST.replace("127.0.0.1", "localhost")}:${port}`;
  say(`Hoheit is running at ${shown}  (data: ${database.where})`);
  await import("./welcome").then(({ welcome }) => welcome(shown, say));

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say("Stopping …");
    stopWork();
    server.close();
    server.closeAllConnections();
    const { db } = await import("../lib/server/database/client");
    await db().$disconnect();
    await database.close();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(
              `Port ${port} on ${host} is taken. Is Hoheit running already? Otherwise choose another: PORT=3001 npm start`,
            )
          : error,
      ),
    );
    server.listen(port, host, () => resolve());
  });
}

/** Security headers for every answer, and the caller's address as only we know it. */
function protect(request: IncomingMessage, response: ServerResponse, publicUrl: string | undefined): void {
  const forwarded = publicUrl
    ? String(request.headers["x-forwarded-for"] ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : undefined;
  request.headers["x-hoheit-path"] = request.url ?? "/";
  request.headers["x-hoheit-client"] = forwarded || request.socket.remoteAddress || "unknown";
  const nonce = randomBytes(16).toString("base64");
  const scripts = dev ? `'self' 'unsafe-eval' 'unsafe-inline'` : `'self' 'nonce-${nonce}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  // Next reads the nonce for its own scripts from the request's policy.
  request.headers["content-security-policy"] = policy;
  // What the API hands out is data or a file to save, never a page: a browser that opens it anyway runs nothing in it.
  const api = request.url?.startsWith("/api/") === true;
  response.setHeader("content-security-policy", api ? "default-src 'none'; frame-ancestors 'none'; sandbox" : policy);
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("x-frame-options", "DENY");
  response.setHeader("referrer-policy", "same-origin");
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("permissions-policy", "camera=(), microphone=(), geolocation=()");
  if (publicUrl?.startsWith("https:")) response.setHeader("strict-transport-security", "max-age=31536000");
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  if (process.env.LOG_LEVEL === "debug") console.error(error);
  process.exit(1);
});
