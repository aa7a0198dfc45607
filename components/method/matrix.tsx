import { Section } from "@/components/layout";
import { Cell, DataTools, Empty, Row, RowHead, ScrollTable, TBody, TFoot, THead } from "@/components/ui";
import type { Method } from "@/lib/domain/method/types";
import { FACT_KINDS, feedsOf, type FactKind } from "@/lib/domain/service/derive-feeds";
import type { Unlock, Unlocks } from "@/lib/domain/service/unlocks";
import { formatList, formatNumber } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { kindName, labelOf } from "./parts";

/** Facts that come with the catalogue or from other facts: nobody enters them for a service. */
const GIVEN: readonly FactKind[] = ["jurisdiction-law"];

/** What is known and missing in the city, and what entering it would settle; the most rewarding fact first. */
export function MissingSection({ t, unlocks }: { readonly t: Translator; readonly unlocks: Unlocks }) {
  const rows = [...unlocks.kinds].sort((a, b) => b.answers - a.answers || b.missing - a.missing);
  const [best] = rows;
  return (
    <Section
      strong
      id="missing"
      kicker={t("matrix.missing")}
      finding={
        unlocks.services === 0
          ? t("matrix.noServices")
          : best && best.answers > 0
            ? t("matrix.missingFinding", {
                fact: kindName(t, best.kind),
                missing: best.services,
                answers: best.answers,
              })
            : t("matrix.missingFindingNone")
      }
      base={[t("matrix.missingBase", { services: unlocks.services }), t("matrix.missingHow")]}
    >
      {unlocks.services === 0 ? (
        <Empty title={t("matrix.noServices")}>{t("matrix.noServicesText")}</Empty>
      ) : (
        <MissingTable t={t} rows={rows} />
      )}
    </Section>
  );
}

function MissingTable({ t, rows }: { readonly t: Translator; readonly rows: readonly Unlock[] }) {
  return (
    <ScrollTable caption={t("matrix.missingTable")} stack dense>
      <THead
        columns={[
          { label: t("matrix.fact") },
          { label: t("matrix.known"), num: true },
          { label: t("matrix.missingCount"), num: true },
          { label: t("matrix.settles"), num: true },
        ]}
      />
      <TBody>
        {rows.map(({ kind, known, missing, answers, services }) => (
          <Row key={kind}>
            <RowHead>{kindName(t, kind)}</RowHead>
            <Cell num label={t("matrix.known")}>
              {GIVEN.includes(kind)
                ? t("matrix.fromCatalogue")
                : known + missing === 0
                  ? t("matrix.nobody")
                  : t("matrix.knownOf", { known, all: known + missing })}
            </Cell>
            <Cell num label={t("matrix.missingCount")}>
              {GIVEN.includes(kind) ? "–" : formatNumber(missing, t.locale)}
            </Cell>
            <Cell num label={t("matrix.settles")}>
              {missing === 0 ? (
                "–"
              ) : (
                <>
                  {t("matrix.settlesAnswers", { answers })}
                  {answers > 0 && <span className="h-cellsub">{t("matrix.settlesServices", { services })}</span>}
                </>
              )}
            </Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}

const fedCount = (method: Method, kind: FactKind): number =>
  method.criteria.filter(({ id }) => feedsOf(method.id, id).includes(kind)).length;
const derivable = (method: Method): number =>
  method.criteria.filter(({ id }) => feedsOf(method.id, id).length > 0).length;

/** Kinds of facts in rows, methods in columns, and in each cell how many questions the one feeds of the other. */
export function MatrixSection({
  t,
  methods,
  path,
  opened,
}: {
  readonly t: Translator;
  readonly methods: readonly Method[];
  /** Path of this page. */
  readonly path: string;
  readonly opened: Method | null;
}) {
  const all = methods.reduce((sum, { criteria }) => sum + criteria.length, 0);
  const fed = methods.reduce((sum, method) => sum + derivable(method), 0);
  return (
    <Section
      id="matrix"
      kicker={t("matrix.matrix")}
      finding={t("matrix.matrixFinding", { kinds: FACT_KINDS.length, criteria: fed, all })}
      base={[t("matrix.matrixBase")]}
    >
      <ScrollTable caption={t("matrix.matrixTable")} dense variant="h-table--matrix">
        <THead
          columns={[
            { id: "fact", label: t("matrix.fact") },
            ...methods.map((method) => {
              const name = tr(method.name, t.locale);
              return {
                id: method.ref,
                num: true,
                label: (
                  <a
                    href={`${path}?method=${encodeURIComponent(method.ref)}#method`}
                    aria-label={t("matrix.openMethod", { name })}
                    aria-current={method.ref === opened?.ref ? "true" : undefined}
                  >
                    {method.ref}
                  </a>
                ),
              };
            }),
          ]}
        />
        <TBody>
          {FACT_KINDS.map((kind) => (
            <Row key={kind}>
              <RowHead>{kindName(t, kind)}</RowHead>
              {methods.map((method) => {
                const count = fedCount(method, kind);
                return (
                  <Cell key={method.ref} num quiet={count === 0}>
                    {count === 0 ? "–" : formatNumber(count, t.locale)}
                  </Cell>
                );
              })}
            </Row>
          ))}
        </TBody>
        <TFoot>
          <Row>
            <RowHead>{t("matrix.derivable")}</RowHead>
            {methods.map((method) => (
              <Cell key={method.ref} num>
                {t("matrix.knownOf", { known: derivable(method), all: method.criteria.length })}
              </Cell>
            ))}
          </Row>
        </TFoot>
      </ScrollTable>
    </Section>
  );
}

/** The questions of one method: what they follow from, for how many services they do, and which fact would settle more. */
export function OpenedSection({
  t,
  method,
  unlocks,
  path,
  page,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly unlocks: Unlocks;
  readonly path: string;
  /** Path of the method's own page. */
  readonly page: string;
}) {
  const name = tr(method.name, t.locale);
  const derived = unlocks.derived[method.id] ?? {};
  return (
    <Section
      id="method"
      kicker={t("matrix.opened")}
      finding={t("matrix.openedFinding", { name, fed: derivable(method), all: method.criteria.length })}
      base={[t("matrix.openedBase", { services: unlocks.services })]}
    >
      <ScrollTable caption={t("matrix.openedTable", { name })} stack dense variant="h-table--criteria">
        <THead
          columns={[
            { label: t("methods.example") },
            { label: t("matrix.question") },
            { label: t("matrix.fedBy") },
            { label: t("matrix.inCity"), num: true },
            { label: t("matrix.couldBe") },
          ]}
        />
        <TBody>
          {method.criteria.map((criterion) => {
            const kinds = feedsOf(method.id, criterion.id);
            const more = unlocks.kinds
              .map(({ kind, byMethod }) => ({ kind, count: byMethod[method.id]?.[criterion.id] ?? 0 }))
              .filter(({ count }) => count > 0)
              .sort((a, b) => b.count - a.count);
            return (
              <Row key={criterion.id}>
                <Cell nowrap wideOnly>
                  {labelOf(method, criterion)}
                </Cell>
                <RowHead>{tr(criterion.text, t.locale)}</RowHead>
                <Cell label={t("matrix.fedBy")} full quiet={kinds.length === 0}>
                  {kinds.length === 0
                    ? t("matrix.byPerson")
                    : formatList(
                        kinds.map((kind) => kindName(t, kind)),
                        t.locale,
                      )}
                </Cell>
                <Cell num label={t("matrix.inCity")} nowrap>
                  {kinds.length === 0
                    ? "–"
                    : t("matrix.inCityOf", { derived: derived[criterion.id] ?? 0, all: unlocks.services })}
                </Cell>
                <Cell label={t("matrix.couldBe")} full>
                  {more.length === 0
                    ? "–"
                    : more
                        .map(({ kind, count }) => t("matrix.couldBeOne", { fact: kindName(t, kind), count }))
                        .join("; ")}
                </Cell>
              </Row>
            );
          })}
        </TBody>
      </ScrollTable>
      <DataTools
        t={t}
        links={[
          { href: page, label: name },
          { href: `${path}#matrix`, label: t("matrix.close") },
        ]}
      />
    </Section>
  );
}
