import { z } from "zod";
import { EXPOSURE_CLASSES } from "@/lib/domain/exposure/types";
import { PROTECTION_NEEDS, type ProtectionNeed } from "@/lib/domain/facts";
import { DEFAULT_POLICY, type Policy, type RequiredLevel } from "@/lib/domain/profile/policy";
import { looserNeeds } from "@/lib/domain/profile/policy-order";
import { optionalInt, text, version } from "../fields";

const points = optionalInt(0, 100).optional();

const required = (need: ProtectionNeed) =>
  z.strictObject({
    munich: z.coerce.number().int().min(1).max(5),
    exposure: z.enum(EXPOSURE_CLASSES),
    // Programs written before the interval existed leave it out.
    reviewMonths: z.coerce.number().int().min(1).max(120).default(DEFAULT_POLICY[need].reviewMonths),
    freedom: points,
    openness: points,
  });

/** Required level per protection need; a higher need may be as strict or stricter, never looser. */
export const policyInput = z
  .strictObject({
    normal: required("normal"),
    high: required("high"),
    "very-high": required("very-high"),
    reason: text(1_000),
    version,
  })
  .superRefine((input, context) => {
    for (const { need, dimension } of looserNeeds(policyOf(input))) {
      context.addIssue({ code: "custom", path: [need, dimension], params: { code: "looser-than-lower-need" } });
    }
  });
export type PolicyInput = z.output<typeof policyInput>;

type Given = Readonly<Record<ProtectionNeed, z.output<ReturnType<typeof required>>>>;

/** The table alone, as it is stored: what is not required is left out. */
export function policyOf(input: Given): Policy {
  const level = ({ munich, exposure, reviewMonths, freedom, openness }: Given[ProtectionNeed]): RequiredLevel => ({
    munich,
    exposure,
    reviewMonths,
    ...(typeof freedom === "number" ? { freedom } : {}),
    ...(typeof openness === "number" ? { openness } : {}),
  });
  return Object.fromEntries(PROTECTION_NEEDS.map((need) => [need, level(input[need])])) as unknown as Policy;
}
