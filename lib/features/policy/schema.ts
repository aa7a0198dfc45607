import { z } from "zod";
import { EXPOSURE_CLASSES } from "@/lib/domain/exposure/types";
import type { Policy } from "@/lib/domain/profile/policy";
import { looserNeeds } from "@/lib/domain/profile/policy-order";
import { text, version } from "../fields";

const required = z.strictObject({ munich: z.coerce.number().int().min(1).max(5), exposure: z.enum(EXPOSURE_CLASSES) });

/** Required level per protection need; a higher need may be as strict or stricter, never looser. */
export const policyInput = z
  .strictObject({ normal: required, high: required, "very-high": required, reason: text(1_000), version })
  .superRefine((input, context) => {
    for (const { need, dimension } of looserNeeds(policyOf(input))) {
      context.addIssue({ code: "custom", path: [need, dimension], params: { code: "looser-than-lower-need" } });
    }
  });
export type PolicyInput = z.output<typeof policyInput>;

/** The table alone, as it is stored. */
export const policyOf = (input: Policy): Policy => ({
  normal: input.normal,
  high: input.high,
  "very-high": input["very-high"],
});
