export { classify } from "./classify";
export { sameGroup, topController } from "./controller";
export type { TopController } from "./controller";
export { isListed } from "./laws";
export type { LawStatus } from "./laws";

export { compareClass, lowestConfidence } from "./order";

export * from "./types";
export { describePath, describeReason, EXPOSURE_TEXTS, shortLawName } from "./texts";
