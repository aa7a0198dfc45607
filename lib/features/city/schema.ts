import { z } from "zod";
import { slug, text, version } from "../fields";

export const cityInput = z.strictObject({ name: text(120), version });
export type CityInput = z.output<typeof cityInput>;

export const createDepartmentInput = z.strictObject({ name: text(120) });
export type CreateDepartmentInput = z.output<typeof createDepartmentInput>;

/** `was` = the name when the form was opened: the whole record, so it serves as the optimistic lock. */
export const renameDepartmentInput = z.strictObject({ name: text(120), was: z.string().max(200) });
export type RenameDepartmentInput = z.output<typeof renameDepartmentInput>;

export const deleteDepartmentInput = z.strictObject({});

/** A further city in this installation; the first one is made by the set-up. */
export const createCityInput = z.strictObject({ slug, name: text(120) });
export type CreateCityInput = z.output<typeof createCityInput>;
