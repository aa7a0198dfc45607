import type { ProtectionNeed } from "../facts";
import type { ExposureClass } from "../exposure/types";

/** What a protection need demands, per dimension. Editable per city; these are the defaults of design section 4.3. */
export interface RequiredLevel {
  /** Worst Munich level still allowed (1 best, 5 worst). */
  readonly munich: number;
  /** Worst exposure class still allowed. */
  readonly exposure: ExposureClass;
}

export type Policy = Readonly<Record<ProtectionNeed, RequiredLevel>>;

export const DEFAULT_POLICY: Policy = {
  normal: { munich: 4, exposure: "J3" },
  high: { munich: 3, exposure: "J2" },
  "very-high": { munich: 2, exposure: "J1" },
};
