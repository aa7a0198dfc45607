import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import { groupStandings, type GroupStanding } from "@/lib/domain/method/groups";
import { valuesOf } from "@/lib/domain/service/merge";
import type { Standing } from "@/lib/domain/service/standing";
import { formatShare } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";

/** Points, level and what is missing of each group of a method; nothing for methods without groups. */
export function GroupsTable({ t, standing }: { readonly t: Translator; readonly standing: Standing }) {
  const { method, answers } = standing;
  const groups = groupStandings(method, valuesOf(answers));
  if (groups.length < 2) return null;
  const key = method.pair?.key.toUpperCase();
  const total = groups.reduce((sum, group) => sum + group.weight, 0);
  const round = (value: number) => Math.round(value * 100) / 100;
  return (
    <ScrollTable caption={t("assessment.groups")} stack>
      <THead
        columns={[
          { label: t("assessment.group") },
          { label: t("assessment.weight"), num: true },
          { label: t("assessment.points"), num: true },
          ...(key === undefined ? [] : [{ label: key, num: true }]),
          { label: t("assessment.openCount"), num: true },
        ]}
      />
      <TBody>
        {groups.map((group) => (
          <Row key={group.id}>
            <RowHead>{tr(group.name, t.locale)}</RowHead>
            <Cell num label={t("assessment.weight")}>
              {formatShare(group.weight, total, t.locale)}
            </Cell>
            <Cell num label={t("assessment.points")}>
              {group.points === null
                ? t("assessment.pointsRange", {
                    worst: round(group.range.worst),
                    best: round(group.range.best),
                    max: round(group.max),
                  })
                : t("assessment.pointsOf", { points: round(group.points), max: round(group.max) })}
            </Cell>
            {key !== undefined && (
              <Cell num label={key}>
                {group.level ?? spanText(group.levels)}
              </Cell>
            )}
            <Cell num label={t("assessment.openCount")}>
              {group.open}
            </Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}

const spanText = (span: GroupStanding["levels"]): string =>
  span === null ? "–" : span.best === span.worst ? String(span.best) : `${span.worst}–${span.best}`;
