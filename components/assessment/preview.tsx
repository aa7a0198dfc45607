import { Section } from "@/components/layout";
import { Cell, Pager, PostButton, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { Method } from "@/lib/domain/method/types";
import type { MethodPreview } from "@/lib/features/assessment/data-preview";
import { formatNumber, formatShare } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { levelName, resultText } from "./result-text";

type Preview = MethodPreview & {
  readonly from: Method;
  readonly to: Method;
  readonly page: number;
  readonly pageSize: number;
  readonly shown: MethodPreview["changes"];
};

/** Levels of both versions side by side, with how many services reach each. */
export function PreviewLevels({ t, preview }: { readonly t: Translator; readonly preview: Preview }) {
  const { from, to, before, after, services } = preview;
  const spoken = to.outputs.find(({ id }) => id === to.pair?.with) ?? to.outputs[0];
  const levels = [...(spoken?.levels.map(({ level }) => level) ?? []), "open"];
  const cell = (count: number) => `${formatNumber(count, t.locale)} (${formatShare(count, services, t.locale)})`;
  return (
    <Section
      id="levels"
      kicker={t("assessment.previewLevels")}
      finding={t("assessment.previewFinding", { changed: preview.changes.length, services })}
      base={[
        t("assessment.previewCarried", { carried: preview.carried, dropped: preview.dropped }),
        t("assessment.previewBase"),
      ]}
    >
      <ScrollTable caption={t("assessment.previewLevels")} dense>
        <THead
          columns={[
            { label: t("assessment.previewLevel") },
            { label: from.ref, num: true },
            { label: to.ref, num: true },
          ]}
        />
        <TBody>
          {levels.map((level) => (
            <Row key={level}>
              <RowHead>
                {level === "open" ? t("assessment.previewOpen") : levelName(t, to, spoken?.id ?? "", level)}
              </RowHead>
              <Cell num>{cell(before.get(level) ?? 0)}</Cell>
              <Cell num>{cell(after.get(level) ?? 0)}</Cell>
            </Row>
          ))}
        </TBody>
      </ScrollTable>
    </Section>
  );
}

/** Each service whose result would be another one, by page. */
export function PreviewChanges({
  t,
  base,
  preview,
  mayAdopt,
  adoptAction,
}: {
  readonly t: Translator;
  /** `/c/<city>` */
  readonly base: string;
  readonly preview: Preview;
  readonly mayAdopt: boolean;
  readonly adoptAction: string;
}) {
  const { from, to, changes, shown, page, pageSize } = preview;
  const here = `${base}/methods/preview?from=${from.ref}&to=${to.ref}`;
  return (
    <Section
      id="changes"
      kicker={t("assessment.previewChanges")}
      finding={t("assessment.previewFinding", { changed: changes.length, services: preview.services })}
    >
      <ScrollTable caption={t("assessment.previewChanges")} stack>
        <THead columns={[{ label: t("service.service") }, { label: from.ref }, { label: to.ref }]} />
        <TBody>
          {shown.map((change) => (
            <Row key={change.serviceId}>
              <RowHead>
                <a href={`${base}/services/${change.serviceId}/methods/${to.ref}`}>{change.name}</a>
              </RowHead>
              <Cell label={from.ref}>{resultText(t, from, { outputs: change.before })}</Cell>
              <Cell label={to.ref}>{resultText(t, to, { outputs: change.after })}</Cell>
            </Row>
          ))}
        </TBody>
      </ScrollTable>
      {changes.length > pageSize && (
        <Pager
          t={t}
          page={page}
          pageSize={pageSize}
          total={changes.length}
          href={(number) => `${here}&page=${number}`}
        />
      )}
      {mayAdopt && preview.assessments > 0 && (
        <div className="h-actions">
          <PostButton variant="primary" action={adoptAction} fields={{ back: here, from: from.ref, to: to.ref }}>
            {t("assessment.adopt", { name: tr(to.name, t.locale) })}
          </PostButton>
          <p className="h-meta">{t("assessment.adoptText", { count: preview.assessments })}</p>
        </div>
      )}
    </Section>
  );
}
