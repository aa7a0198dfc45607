import { StepLine, type StepPoint } from "@/components/charts";
import { Section } from "@/components/layout";
import { Cell, DataTools, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { ExposureClass } from "@/lib/domain/exposure/types";
import { formatDate, formatMonthShort } from "@/lib/format";
import type { Translator } from "@/lib/i18n";

export interface CoursePoint {
  /** null = today. */
  readonly date: string | null;
  readonly munich: number | null;
  readonly exposure: ExposureClass | null;
  readonly atLeast: boolean;
}

/** Level and exposure of a service over the city's snapshots, with the same in a table. `points` end with today. */
export function CourseSection({ t, points }: { readonly t: Translator; readonly points: readonly CoursePoint[] }) {
  const first = points[0]?.date ?? null;
  if (first === null) {
    return (
      <Section id="course" kicker={t("service.tocCourse")} finding={t("service.courseNone")}>
        <p>{t("service.courseNext")}</p>
      </Section>
    );
  }
  const since = formatDate(first, t.locale);
  const changes = points.filter((point, i) => {
    const before = points[i - 1];
    return before !== undefined && (before.munich !== point.munich || before.exposure !== point.exposure);
  }).length;
  const label = (point: CoursePoint) => (point.date === null ? t("service.courseToday") : formatMonthShort(point.date));
  const levels = points.map((point): StepPoint => ({
    label: label(point),
    level: point.munich === null ? null : String(point.munich),
  }));
  const classes = points.map((point): StepPoint => ({
    label: label(point),
    level: point.exposure,
    state: point.exposure === null ? "unknown" : point.atLeast ? "at-least" : "value",
  }));
  const level = (point: CoursePoint) =>
    point.munich === null ? t("common.notAssessed") : t("common.level", { level: point.munich });
  const exposure = (point: CoursePoint) =>
    point.exposure === null
      ? t("common.unknown")
      : point.atLeast
        ? t("common.exposureAtLeast", { level: point.exposure })
        : point.exposure;
  return (
    <Section
      id="course"
      kicker={t("service.tocCourse")}
      finding={
        changes === 0
          ? t("service.courseSame", { date: since })
          : t("service.courseChanged", { count: changes, date: since })
      }
      base={[t("service.courseBase", { count: points.length - 1 })]}
    >
      <div className="h-duo">
        <figure>
          <figcaption className="h-figcap">
            <strong className="h-strong">{t("service.munichMethod")}</strong>
          </figcaption>
          <StepLine
            t={t}
            kind="munich"
            points={levels}
            title={levels.map((each) => `${each.label}: ${each.level ?? "–"}`).join(", ")}
          />
        </figure>
        <figure>
          <figcaption className="h-figcap">
            <strong className="h-strong">{t("service.tocExposure")}</strong>
          </figcaption>
          <StepLine
            t={t}
            kind="exposure"
            points={classes}
            title={classes.map((each) => `${each.label}: ${each.level ?? "?"}`).join(", ")}
          />
        </figure>
      </div>
      <DataTools
        t={t}
        table={
          <ScrollTable caption={t("service.tocCourse")} dense>
            <THead
              columns={[
                { label: t("service.courseDay") },
                { label: t("service.munichMethod") },
                { label: t("service.tocExposure") },
              ]}
            />
            <TBody>
              {points.map((point) => (
                <Row key={point.date ?? "today"}>
                  <RowHead>{point.date === null ? t("service.courseToday") : formatDate(point.date, t.locale)}</RowHead>
                  <Cell>{level(point)}</Cell>
                  <Cell>{exposure(point)}</Cell>
                </Row>
              ))}
            </TBody>
          </ScrollTable>
        }
      />
    </Section>
  );
}
