import { readListQuery, type ListColumn } from "@/lib/domain/service/list";
import type { ScoreValue } from "@/lib/domain/service/types";
import { csvDocument, type CsvValue } from "@/lib/files";
import { formatDate } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { placeName, word } from "@/lib/i18n/service-words";
import { defineDownload } from "@/lib/server/http/handler";
import { ok } from "@/lib/server/result";
import { loadSelection, type InventoryRow } from "./data";
import { listQuery } from "./schema";

/** Columns of the file for one column of the list: head and cell. */
type FileColumn = readonly [head: string, cell: (row: InventoryRow) => CsvValue];

/** What the list shows, as a file: the same selection, order and columns, all pages. Numbers stay numbers. */
export const inventoryFile = defineDownload({
  access: "export.read",
  query: listQuery,
  async run({ database, grant, t, actor }, query) {
    const { list } = readListQuery(query);
    const rows = await loadSelection(database, grant, list);
    const columns = list.columns.flatMap((column) => FILE_COLUMNS[column](t));
    const pieces = csvDocument(
      columns.map(([head]) => head),
      rows.map((row) => columns.map(([, cell]) => cell(row))),
    );
    const today = new Date().toISOString().slice(0, 10);
    return ok({
      fileName: `${t("inventory.csv_file")}-${actor.citySlug}-${today}.csv`,
      type: "text/csv; charset=utf-8",
      body: [...pieces].join(""),
    });
  },
});

const span = (t: Translator, name: string, of: (row: InventoryRow) => ScoreValue): readonly FileColumn[] => [
  [name, (row) => of(row).value],
  [t("inventory.csv_best", { name }), (row) => of(row).best],
  [t("inventory.csv_worst", { name }), (row) => of(row).worst],
];

/** A missing value stays an empty cell; "unknown" is written where somebody said so. */
const said = (t: Translator, list: string, value: string | null): string | null =>
  value === null ? null : word(t, list, value);

const FILE_COLUMNS: Readonly<Record<ListColumn, (t: Translator) => readonly FileColumn[]>> = {
  name: (t) => [[t("inventory.col_name"), (row) => row.name]],
  shortName: (t) => [[t("inventory.col_shortName"), (row) => row.shortName]],
  externalId: (t) => [[t("inventory.col_externalId"), (row) => row.externalId]],
  department: (t) => [[t("inventory.col_department"), (row) => row.departmentName]],
  responsible: (t) => [[t("inventory.col_responsible"), (row) => row.responsible]],
  product: (t) => [
    [t("inventory.csv_product"), (row) => row.products.map((product) => product.name).join(" · ")],
    [
      t("inventory.csv_maker"),
      (row) => [...new Set(row.products.flatMap((product) => product.maker ?? []))].join(" · "),
    ],
  ],
  operation: (t) => [[t("inventory.col_operation"), (row) => said(t, "operation", row.operatingModel)]],
  lifecycle: (t) => [[t("inventory.col_lifecycle"), (row) => said(t, "lifecycle", row.lifecycle)]],
  need: (t) => [[t("inventory.col_need"), (row) => said(t, "need", row.protectionNeed)]],
  level: (t) => [
    [t("inventory.csv_level"), (row) => row.munich.value],
    [t("inventory.csv_munichBest"), (row) => row.munich.best],
    [t("inventory.csv_munichWorst"), (row) => row.munich.worst],
    [t("inventory.csv_requiredLevel"), (row) => row.requiredMunich],
  ],
  exposure: (t) => [
    [t("inventory.csv_exposure"), (row) => row.exposure],
    [
      t("inventory.csv_atLeast"),
      (row) => (row.exposure === null ? null : t(row.exposureAtLeast ? "common.yes" : "common.no")),
    ],
    [t("inventory.csv_exposureWorst"), (row) => row.exposureWorst],
    [t("inventory.csv_requiredExposure"), (row) => row.requiredExposure],
  ],
  profile: (t) => [
    ...span(t, t("inventory.facet_freedom"), (row) => row.freedom),
    ...span(t, t("inventory.facet_jurisdiction"), (row) => row.jurisdiction),
    ...span(t, t("inventory.facet_openness"), (row) => row.openness),
  ],
  gap: (t) => [[t("inventory.col_gap"), (row) => said(t, "gap", row.gap)]],
  licence: (t) => [[t("inventory.col_licence"), (row) => said(t, "licence", row.licence)]],
  controller: (t) => [[t("inventory.col_controller"), (row) => row.controllerName]],
  doubleGrip: (t) => [[t("inventory.col_doubleGrip"), (row) => said(t, "yesNo", row.doubleGrip)]],
  dataLocation: (t) => [[t("inventory.col_dataLocation"), (row) => row.dataLocation && placeName(t, row.dataLocation)]],
  keys: (t) => [[t("inventory.col_keys"), (row) => said(t, "holder", row.controlKeys)]],
  users: (t) => [[t("inventory.col_users"), (row) => row.users]],
  notice: (t) => [[t("inventory.col_notice"), (row) => row.noticeBy && formatDate(row.noticeBy, t.locale)]],
  end: (t) => [[t("inventory.col_end"), (row) => row.contractEnd && formatDate(row.contractEnd, t.locale)]],
  cost: (t) => [[t("inventory.csv_cost"), (row) => row.costPerYear]],
  confidence: (t) => [[t("inventory.col_confidence"), (row) => said(t, "confidence", row.confidence)]],
  updated: (t) => [[t("inventory.col_updated"), (row) => formatDate(row.updatedAt, t.locale)]],
};
