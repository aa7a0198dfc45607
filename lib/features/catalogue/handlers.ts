import { csvDocument, type CsvValue } from "@/lib/files/csv-out";
import type { Provenance } from "@/lib/domain/facts";
import type { Translator } from "@/lib/i18n";
import { auditActor } from "@/lib/server/access";
import { defineDownload, defineHandler } from "@/lib/server/http/handler";
import { ok } from "@/lib/server/result";
import { emptyInput } from "../account/schema";
import { listJurisdictions, listOrganisations, listProducts } from "./data-lists";
import { correctFact, endCorrection as endCorrectionOf, type CorrectedSubject } from "./mutations-corrections";
import { createOrganisation, createProduct, updateOrganisation, updateProduct } from "./mutations-own";
import {
  correctFactInput,
  createOrganisationInput,
  createProductInput,
  endCorrectionInput,
  organisationQuery,
  productQuery,
  updateOrganisationInput,
  updateProductInput,
} from "./schema";

const page = (city: string | undefined, type: "organisation" | "product", id: string) =>
  `/c/${city}/catalogue/${type}s/${encodeURIComponent(id)}`;
const corrected = ({ subjectType, subjectId }: CorrectedSubject, city: string | undefined) =>
  `${page(city, subjectType, subjectId)}#corrections`;

export const correct = defineHandler({
  access: "catalogue.correct",
  input: correctFactInput,
  status: 201,
  run: ({ database, grant, actor }, input) => correctFact(database, grant, auditActor(actor), input),
  redirect: (value, { params }) => corrected(value, params.city),
});

export const endCorrection = defineHandler({
  access: "catalogue.correct",
  input: endCorrectionInput,
  run: ({ database, grant, actor, params }, input) =>
    endCorrectionOf(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: (value, { params }) => corrected(value, params.city),
});

export const addOrganisation = defineHandler({
  access: "catalogue.correct",
  input: createOrganisationInput,
  status: 201,
  run: ({ database, grant, actor }, input) => createOrganisation(database, grant, auditActor(actor), input),
  redirect: ({ id }, { params }) => page(params.city, "organisation", id),
});

export const changeOrganisation = defineHandler({
  access: "catalogue.correct",
  textId: true,
  input: updateOrganisationInput,
  run: ({ database, grant, actor, params }, input) =>
    updateOrganisation(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: ({ id }, { params }) => page(params.city, "organisation", id),
});

export const addProduct = defineHandler({
  access: "catalogue.correct",
  input: createProductInput,
  status: 201,
  run: ({ database, grant, actor }, input) => createProduct(database, grant, auditActor(actor), input),
  redirect: ({ id }, { params }) => page(params.city, "product", id),
});

export const changeProduct = defineHandler({
  access: "catalogue.correct",
  textId: true,
  input: updateProductInput,
  run: ({ database, grant, actor, params }, input) =>
    updateProduct(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: ({ id }, { params }) => page(params.city, "product", id),
});

const csv = (name: string, header: readonly string[], rows: readonly (readonly CsvValue[])[]) =>
  ok({ fileName: `${name}.csv`, type: "text/csv; charset=utf-8", body: [...csvDocument(header, rows)].join("") });

/** Columns that every row of the catalogue ends with: where it comes from and how sure it is. */
const originHeader = (t: Translator) => [
  t("catalogue.source"),
  t("catalogue.asOf"),
  t("catalogue.confidence"),
  t("catalogue.evidence"),
  t("catalogue.origin"),
];
const origin = (t: Translator, { source, asOf, confidence, evidence }: Provenance, own: boolean): CsvValue[] => [
  source,
  asOf,
  t(`catalogue.confidence_${confidence}`),
  t(`catalogue.evidence_${evidence}`),
  t(own ? "catalogue.originCity" : "catalogue.originCatalogue"),
];

/** Exactly the rows that the list shows under the same filters, all pages. */
export const organisationsCsv = defineDownload({
  access: "catalogue.read",
  query: organisationQuery,
  async run({ database, grant, t }, query) {
    const { items } = await listOrganisations(database, grant, query, 0);
    const word = (yes: boolean) => t(yes ? "common.yes" : "common.no");
    return csv(
      "organisations",
      [
        "id",
        t("catalogue.name"),
        t("catalogue.kind"),
        t("catalogue.seat"),
        t("catalogue.ownerTop"),
        t("catalogue.ownerCountry"),
        t("catalogue.ownerKnown"),
        t("catalogue.classAsReader"),
        t("catalogue.lowerBound"),
        t("catalogue.nexus"),
        t("catalogue.servicesOfCity"),
        ...originHeader(t),
      ],
      items.map(({ standing: { top, ...standing }, ...row }) => [
        row.id,
        row.name,
        row.kind && t.dynamic(`catalogue.kind_${row.kind}`),
        row.country,
        top.name,
        top.country,
        word(top.known),
        standing.class,
        word(standing.atLeast),
        row.usNexus && t.dynamic(`catalogue.nexus_${row.usNexus}`),
        row.services,
        ...origin(t, row.provenance, row.own),
      ]),
    );
  },
});

export const productsCsv = defineDownload({
  access: "catalogue.read",
  query: productQuery,
  async run({ database, grant, t }, query) {
    const { items } = await listProducts(database, grant, query, 0);
    return csv(
      "products",
      [
        "id",
        t("catalogue.name"),
        t("catalogue.category"),
        t("catalogue.maker"),
        t("catalogue.licence"),
        t("catalogue.sourceModel"),
        t("catalogue.alternatives"),
        t("catalogue.servicesOfCity"),
        ...originHeader(t),
      ],
      items.map((row) => [
        row.id,
        row.name,
        row.category && t.dynamic(`category.${row.category}`),
        row.maker?.name,
        row.licence,
        row.sourceModel && t.dynamic(`catalogue.model_${row.sourceModel}`),
        row.alternatives,
        row.services,
        ...origin(t, row.provenance, row.own),
      ]),
    );
  },
});

/** One line per law; a country without a law in the list has one line that says so. */
export const jurisdictionsCsv = defineDownload({
  access: "catalogue.read",
  query: emptyInput,
  async run({ database, grant, t }) {
    const items = await listJurisdictions(database, grant);
    return csv(
      "jurisdictions",
      [
        "code",
        t("catalogue.country"),
        "EU",
        t("catalogue.eea"),
        t("catalogue.adequacy"),
        t("catalogue.law"),
        t("catalogue.year"),
        t("catalogue.reach"),
        t("catalogue.status"),
        ...originHeader(t),
      ],
      items.flatMap(({ row }) => {
        const head = [
          row.code,
          t.locale === "de" ? row.name_de : row.name_en,
          t(row.eu ? "common.yes" : "common.no"),
          t(row.eea ? "common.yes" : "common.no"),
          t(`catalogue.gdpr_${row.gdpr_status}`),
        ];
        if (row.access_laws.length === 0) {
          // Without a law there is no source for one; the row's own is about the country.
          return [
            [
              ...head,
              t("catalogue.lawsNotResearched"),
              null,
              null,
              null,
              row.source,
              row.as_of,
              t(`catalogue.confidence_${row.confidence}`),
              null,
              t("catalogue.originCatalogue"),
            ],
          ];
        }
        return row.access_laws.map((law) => [
          ...head,
          law.name,
          law.year,
          t(`catalogue.reach_${law.reaches_data_abroad}`),
          law.status,
          ...origin(
            t,
            { source: law.source, asOf: row.as_of, confidence: law.confidence, evidence: law.evidence },
            false,
          ),
        ]);
      }),
    );
  },
});
