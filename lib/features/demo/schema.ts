import { z } from "zod";

/** Loading and removing need no more than the address says. */
export const demoInput = z.strictObject({});

/** Short name of the demo city; a second one in the same installation gets a number. */
export const DEMO_SLUG = "musterstadt";
