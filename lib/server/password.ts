import { hash, verify } from "@node-rs/argon2";

// OWASP Password Storage Cheat Sheet (2025): Argon2id with 19 MiB, 2 passes, 1 lane at least.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** @returns an Argon2id hash with its parameters and salt (PHC string). */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** Stands where a hash would: nobody signs in with it. Invented people of made-up cities have it. */
export const UNUSABLE_PASSWORD = "!";

let decoy: Promise<string> | undefined;

/**
 * True when the password fits. An unknown account is checked against a decoy, so that the answer takes as long as for a
 * known one.
 */
export async function checkPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("decoy for accounts that do not exist");
  const usable = passwordHash === UNUSABLE_PASSWORD ? null : passwordHash;
  const fits = await verify(usable ?? (await decoy), password);
  return fits && usable !== null;
}
