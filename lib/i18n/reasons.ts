import { describeReason, EXPOSURE_TEXTS } from "@/lib/domain/exposure";
import type { Reason } from "@/lib/domain/facts";
import { METHOD_TEXTS, sentence } from "@/lib/domain/method/texts";
import { SERVICE_TEXTS } from "@/lib/domain/service/texts";
import type { Locale } from "./locale";

const TEXTS = { ...METHOD_TEXTS, ...SERVICE_TEXTS };

/** The sentence of a reason from any room of the domain. An unknown key is shown as it is, so that nothing is hidden. */
export function reasonText(reason: Reason, locale: Locale): string {
  if (Object.hasOwn(EXPOSURE_TEXTS, reason.key)) return describeReason(reason, locale);
  if (!Object.hasOwn(TEXTS, reason.key)) return reason.key;
  return sentence(reason, TEXTS)[locale];
}
