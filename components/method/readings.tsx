import { Section } from "@/components/layout";
import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import { parametersOf } from "@/lib/domain/method/variants";
import type { Method } from "@/lib/domain/method/types";
import { tr, type Translator } from "@/lib/i18n";
import { parameterName } from "./parts";

/** What a reader must know before using a method. */
export function NotesSection({ t, method }: { readonly t: Translator; readonly method: Method }) {
  const notes = method.notes ?? [];
  if (notes.length === 0) return null;
  return (
    <Section id="notes" kicker={t("methods.notes")} finding={t("methods.notesFinding", { count: notes.length })}>
      <ul className="h-prose h-list">
        {notes.map((note) => (
          <li key={note.en}>{tr(note, t.locale)}</li>
        ))}
      </ul>
    </Section>
  );
}

/** The readings of a method, each with its reason; the default first said to be it. */
export function ReadingsSection({
  t,
  method,
  action,
}: {
  readonly t: Translator;
  readonly method: Method;
  /** Path of the method's page. */
  readonly action: string;
}) {
  const parameters = parametersOf(method);
  if (parameters.size === 0) return null;
  return (
    <Section
      id="readings"
      kicker={t("methods.readings")}
      finding={t("methods.readingsFinding", { count: parameters.size })}
      base={[t("methods.readingsBase")]}
    >
      {[...parameters].map(([parameter, readings]) => (
        <div key={parameter} className="h-block-gap">
          <h3 className="h-h3">{parameterName(t, parameter)}</h3>
          <ScrollTable
            caption={t("methods.readingsTable", { parameter: parameterName(t, parameter) })}
            stack
            variant="h-table--criteria"
          >
            <THead
              columns={[
                { label: t("methods.reading") },
                { label: t("methods.readingWhy") },
                { label: t("methods.tryIt"), hidden: true },
              ]}
            />
            <TBody>
              {readings.map((reading) => {
                const standard = method.defaults?.[parameter] === reading.id;
                const name = tr(reading.name, t.locale);
                return (
                  <Row key={reading.id}>
                    <RowHead sub={standard ? t("methods.readingDefault") : undefined}>{name}</RowHead>
                    <Cell label={t("methods.readingWhy")} full>
                      {tr(reading.reason, t.locale)}
                    </Cell>
                    <Cell nowrap>
                      <a
                        href={`${action}?${parameter}=${encodeURIComponent(reading.id)}#try`}
                        aria-label={`${name}: ${t("methods.readingTry")}`}
                      >
                        {t("methods.readingTry")}
                      </a>
                    </Cell>
                  </Row>
                );
              })}
            </TBody>
          </ScrollTable>
        </div>
      ))}
    </Section>
  );
}
