export { classify, factsOf } from "./classify";
export { sameGroup, topController } from "./controller";
export type { TopController } from "./controller";
export { decidingLaw, isListed, lawStatus } from "./laws";
export type { LawStatus } from "./laws";
export { SINGLE_HOLDER_CAP, SUM_OF_HOLDERS_CAP } from "./organisation";
export { atMost, compareClass, compareConfidence, lowestConfidence, worstClass } from "./order";
export { CONTROL_SHARE } from "./ownership";
export * from "./types";
