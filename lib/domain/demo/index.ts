export { generateCity } from "./generate";
export type { GenerateOptions } from "./generate";
export { cityAt } from "./history";
export { buildMusterstadt } from "./musterstadt";
export { portfolioAt } from "./portfolio";
export { cityIds, cityTables } from "./tables";
export type { CityIds } from "./tables";
export type * from "./types";
