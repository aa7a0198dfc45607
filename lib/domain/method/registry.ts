import { hoheitProfile } from "./hoheit-profile-1";
import { munichSds } from "./munich-sds-2026-02";
import type { Method } from "./types";

/** Every method that ships, the headline method first. One folder per method and version. */
export const methods: readonly Method[] = [munichSds, hoheitProfile];

/** The method with exactly this `id@version`; undefined for anything else, also for a known id in another version. */
export function findMethod(ref: string): Method | undefined {
  return methods.find((method) => method.ref === ref);
}
