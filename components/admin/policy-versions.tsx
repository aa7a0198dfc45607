import { Section } from "@/components/layout";
import { Cell, Pager, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { PolicyChange } from "@/lib/domain/profile/policy";
import type { PolicyVersionLine } from "@/lib/features/policy/data";
import { formatDate } from "@/lib/format";
import type { Translator } from "@/lib/i18n";

/** Every version of the required levels with its difference to the one before, newest first. */
export function PolicyVersions({
  t,
  versions,
  total,
  page,
  pageSize,
  href,
}: {
  readonly t: Translator;
  readonly versions: readonly PolicyVersionLine[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly href: (page: number) => string;
}) {
  return (
    <Section
      id="versions"
      kicker={t("admin.versionsTitle")}
      finding={t("admin.versionsFinding", { count: total })}
      base={[t("admin.versionsBase")]}
    >
      {versions.length > 0 && (
        <ScrollTable caption={t("admin.versionsTable")} stack variant="h-table--top">
          <THead
            columns={[
              { label: t("admin.versionNumber") },
              { label: t("admin.versionAt") },
              { label: t("admin.versionBy") },
              { label: t("admin.versionChanges") },
              { label: t("admin.versionReason") },
            ]}
          />
          <TBody>
            {versions.map((version) => (
              <Row key={version.number}>
                <RowHead>{version.number}</RowHead>
                <Cell label={t("admin.versionAt")} nowrap>
                  {formatDate(version.at, t.locale)}
                </Cell>
                <Cell label={t("admin.versionBy")}>{version.by ?? "–"}</Cell>
                <Cell label={t("admin.versionChanges")} full>
                  {version.number === 1 ? (
                    t("admin.versionFirst")
                  ) : (
                    <ul className="h-changes">
                      {version.changes.map((change) => (
                        <li key={`${change.need}.${change.field}`}>{changeText(t, change)}</li>
                      ))}
                    </ul>
                  )}
                </Cell>
                <Cell label={t("admin.versionReason")} full>
                  {version.reason ?? ""}
                </Cell>
              </Row>
            ))}
          </TBody>
        </ScrollTable>
      )}
      {total > pageSize && <Pager t={t} page={page} pageSize={pageSize} total={total} href={href} />}
    </Section>
  );
}

function changeText(t: Translator, { need, field, before, after }: PolicyChange): string {
  const shown = (value: PolicyChange["before"]) => (value === null ? t("admin.nothingRequired") : String(value));
  return t("admin.versionChange", {
    need: t(`words.need_${need}`),
    field: t(`admin.field_${field}`),
    before: shown(before),
    after: shown(after),
  });
}
