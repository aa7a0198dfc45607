export { proprietaryCouplings } from "./dependencies";
export { serviceFacts } from "./facts";
export { generateCity } from "./generate";
export type { GenerateOptions } from "./generate";
export { cityAt, organisationsAt } from "./history";
export { buildMusterstadt } from "./musterstadt";
export type * from "./types";
