import { z } from "zod";

/** The query of a list as it stands in its address; `readListQuery` reads it and names what it does not understand. */
export const listQuery = z.record(z.string().max(100), z.union([z.string(), z.array(z.string())]));
