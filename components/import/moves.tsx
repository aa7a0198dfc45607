import { Section } from "@/components/layout";
import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import { isMetricId, metricDefinition } from "@/lib/domain/strategy/metrics";
import type { MovePoint, Moves } from "@/lib/features/import/schema";
import { formatNumber, formatPercent } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";

/** Which figures move, each before and after with its base and unknowns. */
export function MovesSection({
  t,
  base,
  moves,
  done = false,
}: {
  readonly t: Translator;
  /** `/c/<slug>` */
  readonly base: string;
  readonly moves: Moves;
  /** After the import: the figures lead to the services behind them. */
  readonly done?: boolean;
}) {
  const number = (value: number) => formatNumber(value, t.locale, { digits: 0 });
  const point = ({ numerator, denominator, unknown }: MovePoint) =>
    t("import.point", { numerator: number(numerator), denominator: number(denominator), unknown: number(unknown) });
  return (
    <Section
      id="moves"
      kicker={t("import.movesKicker")}
      finding={
        moves.servicesBefore === 0
          ? t("import.movesFirst", { count: moves.servicesAfter })
          : t("import.movesFinding", { level: moves.levelChanged, risk: moves.classChanged })
      }
      base={[
        t("import.movesBase", { before: number(moves.servicesBefore), after: number(moves.servicesAfter) }),
        t(done ? "import.movesBaseDone" : "import.movesBase2"),
      ]}
    >
      <ScrollTable caption={t("import.movesKicker")} stack>
        <THead
          columns={[
            { label: t("import.colMetric") },
            { label: t("import.colBefore"), num: true },
            { label: t("import.colAfter"), num: true },
          ]}
        />
        <TBody>
          {moves.metrics.map(({ metric, before, after, query }) => (
            <Row key={metric}>
              <RowHead>{isMetricId(metric) ? tr(metricDefinition(metric).name, t.locale) : metric}</RowHead>
              {[before, after].map((each, i) => (
                <Cell
                  key={i}
                  num
                  label={t(i === 0 ? "import.colBefore" : "import.colAfter")}
                  strong={i === 1 && before.value !== after.value}
                >
                  {done && i === 1 && query !== null && each.numerator > 0 ? (
                    <a href={`${base}/services?${query}`}>{formatPercent(each.value, t.locale)}</a>
                  ) : (
                    formatPercent(each.value, t.locale)
                  )}
                  <span className="h-cellsub">{point(each)}</span>
                </Cell>
              ))}
            </Row>
          ))}
        </TBody>
      </ScrollTable>
    </Section>
  );
}
