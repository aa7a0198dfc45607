import { needsSetup } from "../lib/features/account/data";
import { issueSetupCode } from "../lib/features/account/mutations";
import { db } from "../lib/server/database/client";

/** While nobody can sign in yet, prints a set-up code. It is shown nowhere else. */
export async function welcome(address: string, say: (line: string) => void): Promise<void> {
  if (!(await needsSetup(db()))) {
    say(`Sign in: ${address}/sign-in`);
    return;
  }
  const { code, expiresAt } = await issueSetupCode(db());
  const until = expiresAt.toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit" });
  say(
    `First start. Open ${address}/setup and enter this set-up code (valid until ${until}, start again for a new one):`,
  );
  say("");
  say(`    ${code}`);
  say("");
}
