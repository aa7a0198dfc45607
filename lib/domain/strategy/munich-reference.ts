import type { MUNICH_LEVELS } from "./filter";

/** One published group of levels. `sharePercent` as printed; `count` may be our reconstruction. */
export interface ReferenceGroup {
  readonly levels: readonly (typeof MUNICH_LEVELS)[number][];
  readonly sharePercent: number;
  readonly count: number;
  /** Printed by the city, or worked out from what was printed. */
  readonly share: "published" | "derived";
}

/** A distribution that another city published, to stand beside one's own. */
export interface MunichReference {
  readonly assessed: number;
  readonly total: number;
  readonly groups: readonly ReferenceGroup[];
  readonly surveyed: string;
  readonly published: string;
  readonly source: {
    readonly title: string;
    readonly publisher: string;
    readonly url: string;
    readonly licence: string;
  };
}

/**
 * Munich's own result: 194 of 2,780 application services, chosen because they are particularly critical, so it compares
 * with a whole inventory only with that reservation. Published are 66 %, 5 % and 21 %; level 3 is the remainder.
 * The counts are the whole numbers that fit these shares; how level 1 and 2 divide was not published.
 */
export const MUNICH_REFERENCE: MunichReference = {
  assessed: 194,
  total: 2780,
  groups: [
    { levels: ["1", "2"], sharePercent: 66, count: 128, share: "published" },
    { levels: ["3"], sharePercent: 8, count: 15, share: "derived" },
    { levels: ["4"], sharePercent: 5, count: 10, share: "published" },
    { levels: ["5"], sharePercent: 21, count: 41, share: "published" },
  ],
  surveyed: "2025-10",
  published: "2026-02-09",
  source: {
    title: "Score Digitale Souveränität",
    publisher: "Landeshauptstadt München",
    url: "https://muenchen.digital/meldungen/2025/digitale-souveraenitaet-messbar.html",
    licence: "CC BY-SA 4.0",
  },
};
