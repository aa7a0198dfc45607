import { Section } from "@/components/layout";
import { Button, Cell, Empty, Note, Row, RowHead, ScrollTable, TBody, TextField, THead } from "@/components/ui";
import type { Method } from "@/lib/domain/method/types";
import type { MethodState } from "@/lib/features/method/schema";
import { formatDate } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import type { FormDraft } from "@/lib/server/http/draft";

interface Listed {
  readonly id: string;
  readonly state: MethodState;
  readonly method: Method;
  readonly stateSince: Date;
}

/** The city's own methods with their state. */
export function OwnList({
  t,
  base,
  own,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly own: readonly Listed[];
}) {
  return (
    <Section
      strong
      id="list"
      kicker={t("ownMethods.list")}
      finding={t("ownMethods.listFinding", { count: own.length })}
      base={[t("ownMethods.listBase")]}
    >
      {own.length === 0 ? (
        <Empty title={t("ownMethods.emptyTitle")}>{t("ownMethods.emptyText")}</Empty>
      ) : (
        <ScrollTable caption={t("ownMethods.table")} stack>
          <THead
            columns={[
              { label: t("methods.method") },
              { label: t("ownMethods.state") },
              { label: t("ownMethods.since") },
              { label: t("methods.unit") },
              { label: t("methods.criteriaCount"), num: true },
            ]}
          />
          <TBody>
            {own.map(({ id, method, state, stateSince }) => (
              <Row key={id}>
                <RowHead sub={method.ref}>
                  <a href={`${base}/methods/own/${id}`}>{tr(method.name, t.locale)}</a>
                </RowHead>
                <Cell label={t("ownMethods.state")}>{t(`ownMethods.state_${state}`)}</Cell>
                <Cell label={t("ownMethods.since")} nowrap>
                  {formatDate(stateSince, t.locale)}
                </Cell>
                <Cell label={t("methods.unit")}>{t(`methods.unit_${method.unit}`)}</Cell>
                <Cell num label={t("methods.criteriaCount")}>
                  {method.criteria.length}
                </Cell>
              </Row>
            ))}
          </TBody>
        </ScrollTable>
      )}
    </Section>
  );
}

/** Handing in a file: a native file field, and the whole list of what was wrong with the last one. */
export function UploadSection({
  t,
  action,
  back,
  draft,
  mayManage,
}: {
  readonly t: Translator;
  readonly action: string;
  readonly back: string;
  readonly draft: FormDraft | null;
  readonly mayManage: boolean;
}) {
  return (
    <Section
      id="add"
      kicker={t("ownMethods.add")}
      finding={t("ownMethods.addFinding")}
      base={[t("ownMethods.addBase"), t("ownMethods.addFacts")]}
    >
      {!mayManage ? (
        <Note>{t("ownMethods.mayNot")}</Note>
      ) : (
        <>
          {draft && <Refused t={t} draft={draft} />}
          <form className="h-formgrid h-form--narrow" method="post" action={action} encType="multipart/form-data">
            <input type="hidden" name="back" value={back} />
            <TextField
              id="file"
              name="file"
              type="file"
              className="h-filefield"
              required
              accept=".json,application/json"
              label={t("ownMethods.file")}
              hint={t("ownMethods.fileHint")}
            />
            <div className="h-actions">
              <Button variant="primary">{t("ownMethods.submit")}</Button>
            </div>
          </form>
        </>
      )}
    </Section>
  );
}

function Refused({ t, draft }: { readonly t: Translator; readonly draft: FormDraft }) {
  const faults = draft.fields.filter(({ code }) => code === "method-file");
  const others = draft.fields.filter(({ code }) => code !== "method-file");
  const sentences = others.map(({ code, params }) =>
    t.dynamic(`problems.field_${code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}`, params),
  );
  return (
    <>
      <Note tone="danger" live="alert">
        {sentences.length > 0 ? sentences.join(" ") : t.dynamic(draft.message ?? "problems.invalid", draft.params)}
      </Note>
      {faults.length > 0 && (
        <ScrollTable caption={t("ownMethods.problems")} stack dense variant="h-table--criteria">
          <THead columns={[{ label: t("ownMethods.place") }, { label: t("ownMethods.reason") }]} />
          <TBody>
            {faults.map(({ params }, index) => (
              <Row key={index}>
                <RowHead className="h-break">{params?.["place"] || t("ownMethods.wholeFile")}</RowHead>
                <Cell label={t("ownMethods.reason")} full>
                  {params?.[t.locale]}
                </Cell>
              </Row>
            ))}
          </TBody>
        </ScrollTable>
      )}
    </>
  );
}

/** Every shipped method as a file to start from. */
export function TemplateSection({
  t,
  api,
  methods,
}: {
  readonly t: Translator;
  /** Path of the download. */
  readonly api: string;
  readonly methods: readonly Method[];
}) {
  return (
    <Section id="templates" kicker={t("ownMethods.templates")} finding={t("ownMethods.templatesText")}>
      <ul className="h-prose h-list">
        {methods.map((method) => (
          <li key={method.ref}>
            <a href={`${api}?ref=${encodeURIComponent(method.ref)}`} download>
              {tr(method.name, t.locale)}
            </a>{" "}
            <span className="h-2">{method.ref}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
