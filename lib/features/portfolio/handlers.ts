import { z } from "zod";
import { BANDS } from "@/lib/domain/strategy/bands";
import { GAP_STATES } from "@/lib/domain/strategy/filter";
import { WEIGHTS } from "@/lib/domain/strategy/metric-definitions";
import { strategyTexts } from "@/lib/domain/strategy/texts";
import { csvDocument, type CsvValue } from "@/lib/files/csv-out";
import { tr, type Translator } from "@/lib/i18n";
import { defineDownload } from "@/lib/server/http/handler";
import { ok } from "@/lib/server/result";
import { dashboardOf, type Dashboard } from "./data-dashboard";

interface File {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
}

/** One file per section of the dashboard. Shares are 0 to 1, money is euro per year; an empty cell is unknown, never 0. */
const FILES = {
  levels: ({ figures }, t) => {
    const { munich, munichReference } = figures;
    return {
      header: [
        t("dashboard.level"),
        t("dashboard.here"),
        t("dashboard.share"),
        t("dashboard.munichCount"),
        `${t("dashboard.munichCount")} %`,
      ],
      rows: [
        ...munich.levels.map(({ level, count, share }): CsvValue[] => {
          const group = munichReference?.groups.find(({ levels }) => levels.length === 1 && levels[0] === level);
          return [level, count, share, group?.count, group?.sharePercent];
        }),
        ...(munichReference?.groups ?? [])
          .filter(({ levels }) => levels.length > 1)
          .map((group): CsvValue[] => {
            const own = munich.levels.filter(({ level }) => group.levels.includes(level));
            const count = own.reduce((sum, each) => sum + each.count, 0);
            return [
              group.levels.join(" + "),
              count,
              munich.assessed.count === 0 ? null : count / munich.assessed.count,
              group.count,
              group.sharePercent,
            ];
          }),
        [
          t("common.notAssessed"),
          munich.notAssessed.count,
          null,
          munichReference ? munichReference.total - munichReference.assessed : null,
          null,
        ],
      ],
    };
  },
  dimensions: ({ figures }, t) => ({
    header: [t("dashboard.dimension"), ...BANDS, t("common.unknown"), t("dashboard.median")],
    rows: figures.dimensions.map(({ dimension, bands, unknown, median }) => [
      t(`dashboard.dimension_${dimension}`),
      ...bands.map(({ count }) => count),
      unknown.count,
      median,
    ]),
  }),
  exposure: ({ figures }, t) => ({
    header: [
      t("dashboard.class"),
      t("dashboard.services"),
      t("dashboard.atLeast"),
      "€",
      t("dashboard.costShare"),
      t("strategy.by_cost") + ": " + t("common.unknown"),
    ],
    rows: figures.exposure.rows.map((row) => [
      row.class,
      row.count,
      row.atLeast.count,
      row.cost.known,
      row.costShare,
      row.cost.unknownServices,
    ]),
  }),
  "open-source": ({ figures }, t) => ({
    header: [
      t("dashboard.measure"),
      t("dashboard.share"),
      t("strategy.numerator"),
      t("strategy.denominator"),
      t("strategy.unknownServices"),
    ],
    rows: WEIGHTS.map((by) => {
      const { value, numerator, denominator, unknown } = figures.openSource[by];
      return [t(`strategy.byShort_${by}`), value, numerator, denominator, unknown];
    }),
  }),
  controllers: ({ figures }, t) => ({
    header: [
      t("dashboard.organisation"),
      t("dashboard.seat"),
      t("dashboard.services"),
      t("dashboard.share"),
      "€",
      t("dashboard.costShare"),
    ],
    rows: figures.controllers.top.map((row) => [
      row.controller.name,
      row.controller.country,
      row.count,
      row.countShare,
      row.cost.known,
      row.costShare,
    ]),
  }),
  gaps: ({ figures }, t) => ({
    header: [t("dashboard.need"), t("dashboard.all"), ...GAP_STATES.map((state) => t(`words.gap_${state}`))],
    rows: [
      ...figures.gaps.rows.map((row) => [
        t(`words.need_${row.protection}`),
        row.total.count,
        ...GAP_STATES.map((state) => row.states[state].count),
      ]),
      [
        t("dashboard.allRow"),
        figures.gaps.all.total.count,
        ...GAP_STATES.map((state) => figures.gaps.all.states[state].count),
      ],
    ],
  }),
  goals: ({ goals }, t) => ({
    header: [
      t("strategy.goal"),
      t("strategy.baseline"),
      t("common.today"),
      t("strategy.numerator"),
      t("strategy.denominator"),
      t("strategy.unknownServices"),
      t("strategy.target"),
      t("strategy.due"),
      t("strategy.status"),
    ],
    rows: goals.map(({ goal, baseline, current, status }) => [
      goal.name,
      baseline?.value,
      current.value,
      current.numerator,
      current.denominator,
      current.unknown,
      goal.target,
      goal.due,
      t(`strategy.state_${status.state}`),
    ]),
  }),
  changes: ({ comparison }, t) => ({
    header: [
      t("strategy.changeService"),
      t("strategy.metric"),
      t("strategy.changeKind"),
      t("strategy.changeWhat"),
      t("dashboard.level"),
      t("strategy.changeTo"),
      t("dashboard.class"),
      t("strategy.changeTo"),
    ],
    rows: (comparison === null ? [] : [comparison.munich, comparison.exposure]).flatMap((change) =>
      Object.values(change.parts).flatMap((part) =>
        part.services.map(({ name, kind, reason, before, after }): CsvValue[] => {
          const text = strategyTexts[`change.reason.${reason}`];
          return [
            name,
            change.metric,
            t(`strategy.kind_${kind}`),
            text === undefined ? reason : tr(text, t.locale),
            before?.munich.value,
            after?.munich.value,
            before?.exposure,
            after?.exposure,
          ];
        }),
      ),
    ),
  }),
  exits: ({ figures }, t) => ({
    header: [
      t("strategy.changeService"),
      t("dashboard.organisation"),
      t("dashboard.level"),
      t("dashboard.class"),
      "€",
      t("dashboard.exitsNotice"),
      t("dashboard.exitsEnd"),
      t("dashboard.exitsGap"),
    ],
    rows: figures.exits.services.map((row) => [
      row.name,
      row.controllerName,
      row.munich.value,
      row.exposure,
      row.costPerYear,
      row.noticeBy,
      row.contractEnd,
      t(`words.gap_${row.gap}`),
    ]),
  }),
} satisfies Readonly<Record<string, (dashboard: Dashboard, t: Translator) => File>>;

type FileName = keyof typeof FILES;
const FILE_NAMES = Object.keys(FILES) as [FileName, ...FileName[]];

/** The figures of one section of the dashboard, for the scope and comparison in the address. */
export const figuresCsv = defineDownload({
  access: "service.read",
  query: z.looseObject({ table: z.enum(FILE_NAMES) }),
  async run({ database, grant, t }, { table, ...query }) {
    const dashboard = await dashboardOf(database, grant, query as Record<string, string | string[]>);
    const { header, rows } = FILES[table](dashboard, t);
    return ok({
      fileName: `${table}-${dashboard.figures.today}.csv`,
      type: "text/csv; charset=utf-8",
      body: [...csvDocument(header, rows)].join(""),
    });
  },
});
