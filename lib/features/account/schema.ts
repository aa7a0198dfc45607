import { z } from "zod";
import { ROLES } from "@/lib/domain/access/permissions";
import { email, list, slug, text, uuid } from "../fields";

const password = z.string().min(12).max(200);

export const signInInput = z.strictObject({
  email: z
    .string()
    .max(254)
    .transform((value) => value.trim().toLowerCase()),
  password: z.string().max(200),
  next: z.string().max(2_000).optional(),
});

export const setupInput = z.strictObject({
  code: text(40),
  cityName: text(120),
  citySlug: slug,
  name: text(120),
  email,
  password,
});
export type SetupInput = z.output<typeof setupInput>;

export const createUserInput = z.strictObject({
  name: text(120),
  email,
  role: z.enum(ROLES),
  departmentIds: list(uuid),
  password,
});
export type CreateUserInput = z.output<typeof createUserInput>;

export const updateMembershipInput = z.strictObject({ role: z.enum(ROLES), departmentIds: list(uuid) });
export type UpdateMembershipInput = z.output<typeof updateMembershipInput>;

export const changePasswordInput = z.strictObject({ current: z.string().max(200), password });

export const emptyInput = z.strictObject({});

export const preferencesInput = z.strictObject({
  locale: z.enum(["de", "en"]).optional(),
  theme: z.enum(["light", "dark", "system"]).optional(),
});
