import { LevelBar, LevelEnds } from "@/components/charts";
import { Section } from "@/components/layout";
import { Maybe, servicesHref } from "@/components/strategy/metric-base";
import { Cell, DataTools, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { MunichReference, ReferenceGroup } from "@/lib/domain/strategy/munich-reference";
import { formatDate, formatNumber, formatPercent, formatShare } from "@/lib/format";
import { fileHref, type SectionProps } from "./types";

/** Distribution over Munich's levels, beside Munich's own published one. */
export function LevelsSection(props: SectionProps & { readonly cityName: string }) {
  const { t, base, dashboard, cityName } = props;
  const { munich, munichReference: reference } = dashboard.figures;
  const { assessed, notAssessed, total, good, ifAllAssessed } = munich;
  const percent = (value: number) => formatPercent(value, t.locale);
  const best = reference?.groups.find(({ levels }) => levels.includes("1"));
  const referenceShare = best === undefined ? "–" : percent(best.sharePercent / 100);
  return (
    <Section
      id="levels"
      strong
      kicker={t("dashboard.levels")}
      finding={
        assessed.count === 0
          ? t("dashboard.levelsFindingNone", { reference: referenceShare })
          : t("dashboard.levelsFinding", {
              share: formatShare(good.count, assessed.count, t.locale),
              reference: referenceShare,
            })
      }
      base={[
        notAssessed.count === 0
          ? t("dashboard.levelsBaseAll", { total })
          : t("dashboard.levelsBase", {
              assessed: assessed.count,
              total,
              open: notAssessed.count,
              low: percent(ifAllAssessed?.low ?? 0),
              high: percent(ifAllAssessed?.high ?? 1),
            }),
        ...(reference === null
          ? []
          : [
              t("dashboard.levelsSelection", { assessed: reference.assessed, total: reference.total }),
              <>
                {t("dashboard.levelsSource", {
                  publisher: reference.source.publisher,
                  date: formatDate(reference.published, t.locale),
                  licence: reference.source.licence,
                })}{" "}
                <a href={reference.source.url}>{reference.source.title}</a>
              </>,
            ]),
        t("dashboard.levelsMethod"),
      ]}
    >
      <LevelBar
        t={t}
        name={cityName}
        detail={t("dashboard.levelsDetail", { part: assessed.count, whole: total })}
        title={[
          cityName,
          ...munich.levels.map(({ level, count }) =>
            t("charts.levelPart", {
              level,
              count,
              total: assessed.count,
              share: formatShare(count, assessed.count, t.locale),
            }),
          ),
          t("charts.notAssessedPart", { count: notAssessed.count }),
        ].join("; ")}
        parts={munich.levels.map(({ level, count, query }) => ({
          level: Number(level) as 1 | 2 | 3 | 4 | 5,
          count,
          href: servicesHref(base, query),
        }))}
        notAssessed={{ count: notAssessed.count, href: servicesHref(base, notAssessed.query) }}
      />
      {reference !== null && <MunichBar {...props} reference={reference} />}
      <LevelEnds t={t} />
      <DataTools t={t} csvHref={fileHref(props, "levels")} table={<LevelsTable {...props} />} />
    </Section>
  );
}

function MunichBar({ t, reference }: SectionProps & { readonly reference: MunichReference }) {
  const detail = t("dashboard.levelsMunichDetail", {
    date: formatDate(reference.surveyed, t.locale),
    part: reference.assessed,
    whole: reference.total,
  });
  return (
    <LevelBar
      t={t}
      name={t("dashboard.levelsMunich")}
      detail={detail}
      title={[
        t("dashboard.levelsMunich"),
        detail,
        ...reference.groups.map(
          (group) =>
            `${t("common.level", { level: levelName(group, t("charts.oneAndTwo")) })} ${formatPercent(group.sharePercent / 100, t.locale)}`,
        ),
      ].join("; ")}
      parts={reference.groups.map((group) => ({ level: chartLevel(group), count: group.count }))}
      notAssessed={{ count: reference.total - reference.assessed }}
    />
  );
}

const levelName = ({ levels }: ReferenceGroup, together: string): string =>
  levels.length > 1 ? together : (levels[0] ?? "");
const chartLevel = ({ levels }: ReferenceGroup): 1 | 2 | 3 | 4 | 5 | 12 =>
  levels.length > 1 ? 12 : (Number(levels[0]) as 1 | 2 | 3 | 4 | 5);

function LevelsTable({ t, base, dashboard }: SectionProps) {
  const { munich, munichReference: reference } = dashboard.figures;
  const number = (value: number) => formatNumber(value, t.locale);
  return (
    <ScrollTable caption={t("dashboard.levelsCaption")} dense>
      <THead
        columns={[
          { id: "level", label: t("dashboard.level") },
          { id: "count", label: t("dashboard.here"), num: true },
          { id: "share", label: t("dashboard.share"), num: true },
          { id: "munich", label: t("dashboard.munichCount"), num: true },
          { id: "munichShare", label: t("dashboard.share"), num: true },
        ]}
      />
      <TBody>
        {munich.levels.map(({ level, count, query }) => {
          const group = reference?.groups.find(({ levels }) => levels[levels.length - 1] === level);
          const grouped = group !== undefined && group.levels.length > 1;
          const mark = (text: string) => (grouped ? t("dashboard.inGroup", { value: text }) : text);
          return (
            <Row key={level}>
              <RowHead>{t("common.level", { level })}</RowHead>
              <Cell num>
                <Maybe href={count === 0 ? undefined : servicesHref(base, query)}>{number(count)}</Maybe>
              </Cell>
              <Cell num>{formatShare(count, munich.assessed.count, t.locale)}</Cell>
              <Cell num>{group === undefined ? "" : mark(number(group.count))}</Cell>
              <Cell num>{group === undefined ? "" : mark(formatPercent(group.sharePercent / 100, t.locale))}</Cell>
            </Row>
          );
        })}
        <Row>
          <RowHead>{t("common.notAssessed")}</RowHead>
          <Cell num>
            <Maybe href={munich.notAssessed.count === 0 ? undefined : servicesHref(base, munich.notAssessed.query)}>
              {number(munich.notAssessed.count)}
            </Maybe>
          </Cell>
          <Cell num>–</Cell>
          <Cell num>{reference === null ? "" : number(reference.total - reference.assessed)}</Cell>
          <Cell num>–</Cell>
        </Row>
      </TBody>
    </ScrollTable>
  );
}
