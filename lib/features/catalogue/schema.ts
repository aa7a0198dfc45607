import { z } from "zod";
import { SOURCE_MODELS } from "@/lib/domain/facts";
import { parseSpdx } from "@/lib/domain/profile/spdx";
import { checkbox, optionalEnum, optionalText, optionalUuid, text as formText, version } from "../fields";

/*
 * Schemas of the data files under `catalogue/`. Strict: a misspelt field in a data file is an error, not a silent gap.
 */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits and hyphens");
const countryCode = z.string().regex(/^[A-Z]{2}$/, "ISO 3166-1 alpha-2");
/** Month or day a fact refers to, `2026-08` or `2026-08-21`. */
const asOf = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/);
const date = z.iso.date();
const text = z.string().trim().min(1);
const source = z.url({ protocol: /^https?$/ });

export const confidenceSchema = z.enum(["high", "medium", "low"]);
export const evidenceSchema = z.enum(["read", "named-not-opened"]);

const generalMeta = {
  title: text,
  written: date,
  fields: z.record(z.string(), text),
};

export const OWNERSHIP_FORMS = [
  "listed",
  "private-equity",
  "founder-or-family",
  "venture-backed",
  "public-sector",
  "cooperative",
  "community-or-foundation",
  "private-other",
  "unknown",
] as const;

export const US_NEXUS = ["hq", "parent", "subsidiary", "none-known", "unknown"] as const;

export const organisationRowSchema = z.strictObject({
  id,
  name: text,
  legal_entity: text,
  hq_country: countryCode.nullable(),
  /** `self` true: no owner above it as far as known; name null: nobody has found the owner. */
  ultimate_parent: z.strictObject({
    name: text.nullable(),
    country: countryCode.nullable(),
    self: z.boolean().nullable(),
  }),
  /** Single holders with a stated share (percent) who are not the controlling parent. */
  holders: z
    .array(
      z.strictObject({ name: text, country: countryCode.nullable(), share: z.number().gt(0).max(100), as_of: asOf }),
    )
    .optional(),
  ownership: z.enum(OWNERSHIP_FORMS),
  us_nexus: z.enum(US_NEXUS),
  role: z.enum([
    "software",
    "open-source-steward",
    "fachverfahren",
    "public-it-provider",
    "cloud",
    "hardware",
    "hyperscaler",
    "service",
  ]),
  as_of: asOf,
  confidence: confidenceSchema,
  evidence: evidenceSchema,
  source,
  note: text.nullable(),
});

export const organisationsFileSchema = z.strictObject({
  meta: z.strictObject(generalMeta),
  organisations: z.array(organisationRowSchema).min(1),
});

export const productRowSchema = z.strictObject({
  id,
  name: text,
  /** Id of an organisation; null for group entries that stand for several products. */
  maker: id.nullable(),
  category: id,
  also: z.array(id),
  licence: text,
  source_model: z.enum(["open-source", "open-core", "source-available", "proprietary"]),
  source_available: z.boolean(),
  osi_approved: z.boolean(),
  delivery: z.array(z.enum(["on-prem", "vendor-saas", "partner-hosted", "public-it-provider"])).min(1),
  open_standards_and_apis: z.array(text),
  open_source_alternatives: z.array(id),
  part_of: z.array(id),
  as_of: asOf,
  confidence: confidenceSchema,
  evidence: evidenceSchema,
  source,
  note: text.nullable(),
  evidence_detail: text.nullable(),
});

export const productsFileSchema = z.strictObject({
  meta: z.strictObject({ ...generalMeta, caution: z.array(text) }),
  products: z.array(productRowSchema).min(1),
});

const accessLawSchema = z.strictObject({
  name: text,
  year: z.int().min(1900).max(2100).nullable(),
  kind: z.enum(["law-enforcement", "intelligence", "both"]),
  reaches_data_abroad: z.enum(["yes", "conditional", "no", "unclear"]),
  summary: text,
  status: text,
  source,
  evidence: evidenceSchema,
  confidence: confidenceSchema,
});

const adequacySchema = z.strictObject({
  decision: text.nullable(),
  date: date.nullable(),
  scope: text,
  valid_until: date.nullable(),
  status_2026: text,
  source,
  evidence: evidenceSchema,
  confidence: confidenceSchema,
  evidence_note: text.optional(),
});

export const countryRowSchema = z.strictObject({
  code: countryCode,
  name_en: text,
  name_de: text,
  eu: z.boolean(),
  eea: z.boolean(),
  gdpr_status: z.enum(["gdpr-direct", "gdpr-via-eea", "adequate", "adequate-partial", "no-adequacy"]),
  adequacy: adequacySchema.nullable(),
  access_laws: z.array(accessLawSchema),
  cloud_act_executive_agreement: z
    .strictObject({
      in_force: date,
      name: text,
      with: countryCode,
      source,
      evidence: evidenceSchema,
      confidence: confidenceSchema,
    })
    .nullable(),
  other_levers: z.array(
    z.strictObject({ name: text, effect: text, source, evidence: evidenceSchema, confidence: confidenceSchema }),
  ),
  note: text.nullable(),
  confidence: confidenceSchema,
  source,
  as_of: asOf,
});

export const jurisdictionsFileSchema = z.strictObject({
  meta: z.strictObject({
    ...generalMeta,
    general: z.array(text),
    framework: z.strictObject({
      name: text,
      facts: text,
      source,
      evidence: evidenceSchema,
      confidence: confidenceSchema,
    }),
  }),
  countries: z.array(countryRowSchema).min(1),
});

/** `aliases.json`: further spellings per catalogue id, as people write them in lists. */
export const aliasesFileSchema = z.strictObject({
  organisations: z.record(id, z.array(text)),
  products: z.record(id, z.array(text)),
});

const need = z.enum(["normal", "hoch", "sehr hoch"]);

/** One row of `catalogue/demo/services.csv`, as text cells. */
export const demoServiceRowSchema = z.strictObject({
  no: z.coerce.number().int().positive(),
  department: text,
  service: text,
  category: id,
  suggested_product: z.union([id, z.literal("")]).transform((value) => (value === "" ? null : value)),
  other_typical_products: z.string().transform((value) => value.split(" ").filter(Boolean)),
  operator_model: z.enum([
    "own data centre",
    "municipal/public IT provider",
    "vendor SaaS",
    "hyperscaler",
    "federal/state platform",
  ]),
  confidentiality: need,
  integrity: need,
  availability: need,
  contract_pattern: z.enum(["A", "B", "C", "D", "E", "F", "G", "H"]),
  depends_on: z.string().transform((value) => value.split(" ").filter(Boolean)),
});

export type OrganisationRow = z.infer<typeof organisationRowSchema>;
export type OrganisationsFile = z.infer<typeof organisationsFileSchema>;
export type ProductRow = z.infer<typeof productRowSchema>;
export type ProductsFile = z.infer<typeof productsFileSchema>;
export type CountryRow = z.infer<typeof countryRowSchema>;
export type JurisdictionsFile = z.infer<typeof jurisdictionsFileSchema>;
export type AliasesFile = z.infer<typeof aliasesFileSchema>;
export type DemoServiceRow = z.infer<typeof demoServiceRowSchema>;

/*
 * Input of forms and programs.
 */

const listPage = z.coerce.number().int().min(1).max(10_000).catch(1);
const query = z.string().trim().max(200).catch("");
const chosen = <const T extends readonly string[]>(values: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), z.enum(values).optional()).catch(undefined);
const chosenText = z
  .preprocess((value) => (value === "" ? undefined : value), z.string().max(80).optional())
  .catch(undefined);

export const ORGANISATION_KINDS = [...organisationRowSchema.shape.role.options, "owner"] as const;
export const ORGANISATION_SORTS = ["services", "name", "country"] as const;

/** The address of the list of organisations: whatever it does not understand is left out, never an error. */
export const organisationQuery = z.object({
  q: query,
  country: chosenText,
  kind: chosen(ORGANISATION_KINDS),
  nexus: chosen(US_NEXUS),
  confidence: chosen(confidenceSchema.options),
  used: chosen(["yes"]),
  sort: z.enum(ORGANISATION_SORTS).catch("services"),
  page: listPage,
});
export type OrganisationQuery = z.output<typeof organisationQuery>;

export const productQuery = z.object({
  q: query,
  category: chosenText,
  model: chosen(SOURCE_MODELS),
  confidence: chosen(confidenceSchema.options),
  used: chosen(["yes"]),
  sort: z.enum(["services", "name"]).catch("services"),
  page: listPage,
});
export type ProductQuery = z.output<typeof productQuery>;

const reason = formText(1_000);
/** Where the correction comes from: an address or a document's name. */
const formSource = optionalText(500);
/** The correction that was in force when the form was opened, none = empty (optimistic lock). */
const replaces = optionalUuid;
const optionalCountry = z.preprocess(
  (value) => (typeof value === "string" ? (value.trim() === "" ? null : value.trim().toUpperCase()) : (value ?? null)),
  z
    .string()
    .refine((value) => /^[A-Z]{2}$/.test(value), { params: { code: "not-an-option" } })
    .nullable(),
);
/** Percent with decimal comma or point, above 0. */
const optionalShare = z.preprocess((value) => {
  if (value === undefined || value === null || value === "") return null;
  const compact = typeof value === "string" ? value.replace(/[\s%\u00a0\u202f]/g, "").replace(",", ".") : value;
  return typeof compact === "string" && /^\d{1,3}(\.\d+)?$/.test(compact) ? Number(compact) : compact;
}, z.number().gt(0).max(100).nullable());
const optionalLicence = z.preprocess(
  (value) => (typeof value === "string" && value.trim() !== "" ? value.trim() : null),
  z
    .string()
    .max(500)
    .refine((value) => parseSpdx(value) !== null, { params: { code: "invalid" } })
    .nullable(),
);
const subjectId = formText(200);
/** Id of an organisation, or its name as people write it. */
const organisationRef = optionalText(300);

const ownerFields = {
  /** `listed`: `owner` names it; `none`: known to have no owner above it; `unknown`. */
  knowledge: z.enum(["listed", "none", "unknown"]),
  owner: organisationRef,
  share: optionalShare,
};
const correctionMeta = { subjectId, reason, source: formSource, replaces };

/** A correction of one field; the field says whether it is about an organisation or a product. */
export const correctFactInput = z.discriminatedUnion("field", [
  z.strictObject({ field: z.literal("country"), value: optionalCountry, ...correctionMeta }),
  z.strictObject({ field: z.literal("publicSector"), value: z.enum(["yes", "no"]), ...correctionMeta }),
  z.strictObject({ field: z.literal("owner"), ...ownerFields, ...correctionMeta }),
  z.strictObject({ field: z.literal("licence"), value: optionalLicence, ...correctionMeta }),
  z.strictObject({ field: z.literal("sourceModel"), value: z.enum(SOURCE_MODELS), ...correctionMeta }),
  z.strictObject({ field: z.literal("makerId"), value: organisationRef, ...correctionMeta }),
]);
export type CorrectFactInput = z.output<typeof correctFactInput>;

export const endCorrectionInput = z.strictObject({ reason });
export type EndCorrectionInput = z.output<typeof endCorrectionInput>;

const ownOrganisation = {
  name: formText(200),
  country: optionalCountry,
  publicSector: checkbox,
  ...ownerFields,
  source: formSource,
};
export const createOrganisationInput = z.strictObject(ownOrganisation);
export type CreateOrganisationInput = z.output<typeof createOrganisationInput>;
export const updateOrganisationInput = z.strictObject({ ...ownOrganisation, version });
export type UpdateOrganisationInput = z.output<typeof updateOrganisationInput>;

const ownProduct = {
  name: formText(200),
  maker: organisationRef,
  licence: optionalLicence,
  sourceModel: optionalEnum(SOURCE_MODELS),
  category: optionalText(80),
  source: formSource,
};
export const createProductInput = z.strictObject(ownProduct);
export type CreateProductInput = z.output<typeof createProductInput>;
export const updateProductInput = z.strictObject({ ...ownProduct, version });
export type UpdateProductInput = z.output<typeof updateProductInput>;
