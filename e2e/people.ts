import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** People of the journeys; one saved login per role, made once by first-start.setup.ts. */
export const PASSWORD = "ein langes Passwort für Prüfläufe";
export const ADMINISTRATOR = { name: "Jana Brandt", email: "jana.brandt@oulu.example" };
export const ROLES = ["strategist", "service-owner", "approver", "auditor", "viewer"] as const;
export type Role = (typeof ROLES)[number] | "administrator" | "stranger";

export const emailOf = (role: Role): string =>
  role === "administrator" ? ADMINISTRATOR.email : `${role}@oulu.example`;

/** Where a role's cookies are kept between the set-up and the journeys. */
export const loginOf = (role: Role): string => join("test-results", "logins", `${role}.json`);

/** The product's command line, on the same data folder as the running server. */
export function hoheit(args: readonly string[], input = ""): string {
  return execFileSync(process.execPath, ["--import", "tsx", join("cli", "main.ts"), ...args], {
    input,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "inherit"],
  });
}
