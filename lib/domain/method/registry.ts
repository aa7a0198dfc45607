import { baselSds } from "./basel-sds-2026-07";
import { bsiC3a } from "./bsi-c3a-1.0";
import { deutschlandStack } from "./deutschland-stack-2026";
import { ecCsf202510 } from "./ec-csf-2025-10";
import { ecCsf202606 } from "./ec-csf-2026-06";
import { hoheitProfile } from "./hoheit-profile-1";
import { munichSds } from "./munich-sds-2026-02";
import { redhatReadiness } from "./redhat-readiness-2025";
import { secNumCloud } from "./secnumcloud-19.6-3.2";
import type { Method } from "./types";
import { zendis } from "./zendis-2026-03";

/** Every method that ships, the headline method first. One folder per method and version. */
export const methods: readonly Method[] = [
  munichSds,
  hoheitProfile,
  baselSds,
  ecCsf202606,
  ecCsf202510,
  bsiC3a,
  zendis,
  deutschlandStack,
  secNumCloud,
  redhatReadiness,
];

/** The method with exactly this `id@version`; undefined for anything else, also for a known id in another version. */
export function findMethod(ref: string): Method | undefined {
  return methods.find((method) => method.ref === ref);
}

/** The method with this `id@version`, when it is one that services are assessed by. */
export function serviceMethod(ref: string): Method | undefined {
  const method = findMethod(ref);
  return method?.unit === "service" ? method : undefined;
}

/** The methods that services are assessed by, the headline method first. */
export const serviceMethods: readonly Method[] = methods.filter(({ unit }) => unit === "service");
