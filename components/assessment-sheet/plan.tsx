import { Section } from "@/components/layout";
import { Button, Cell, Pager, RadioGroup, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import { answerLabel, type ChangedCell, type ConflictCell, type SheetAnswer } from "@/lib/domain/assessing-sheet";
import type { Criterion, Method } from "@/lib/domain/method/types";
import type { SheetPlan } from "@/lib/features/assessment-sheet/data";
import { CONFLICTS_SHOWN } from "@/lib/features/assessment-sheet/schema";
import { tr, type Translator } from "@/lib/i18n";

const PER_PAGE = 50;

interface Props {
  readonly t: Translator;
  /** `/c/<city>` */
  readonly base: string;
  /** Address of this page. */
  readonly path: string;
  readonly api: string;
  readonly method: Method;
  readonly plan: SheetPlan;
  readonly page: number;
}

/** Conflicts to decide, and the one button that saves; the changes stand below, page by page. */
export function PlanForm(p: Props) {
  const { t, path, api, plan } = p;
  const conflicts = plan.rows.filter((row): row is ConflictCell => row.outcome === "conflict");
  const changed = plan.rows.filter((row): row is ChangedCell => row.outcome === "changed");
  const states = (state: string) =>
    new Set(
      [...changed, ...conflicts].flatMap(({ serviceId }) =>
        plan.services.get(serviceId)?.state === state ? [serviceId] : [],
      ),
    ).size;
  const beyond = conflicts.length - CONFLICTS_SHOWN;
  const notes = [
    ...(states("submitted") > 0 ? [t("assessmentSheet.stateSubmitted", { count: states("submitted") })] : []),
    ...(states("approved") > 0 ? [t("assessmentSheet.stateApproved", { count: states("approved") })] : []),
    t("assessmentSheet.commitText"),
  ];
  return (
    <>
      <form method="post" action={`${api}/commit`}>
        <input type="hidden" name="back" value={path} />
        <input type="hidden" name="plan" value={plan.print} />
        {conflicts.length > 0 && (
          <Section
            strong
            id="conflicts"
            finding={t("assessmentSheet.conflictsFinding", { count: conflicts.length })}
            base={[t("assessmentSheet.conflictsBase")]}
          >
            <div className="h-sheetconflicts">
              {conflicts.slice(0, CONFLICTS_SHOWN).map((cell) => (
                <Conflict key={cell.line} {...p} cell={cell} />
              ))}
              {beyond > 0 && (
                <RadioGroup
                  id="rest"
                  name="rest"
                  legend={t("assessmentSheet.rest", { count: beyond })}
                  value="theirs"
                  options={[
                    { value: "theirs", label: t("assessmentSheet.restTheirs") },
                    { value: "mine", label: t("assessmentSheet.restMine") },
                  ]}
                />
              )}
            </div>
          </Section>
        )}
        {changed.length + conflicts.length > 0 && (
          <div className="h-sheetdo">
            <Button variant="primary" size="large">
              {t("assessmentSheet.commit", { changed: changed.length })}
            </Button>
            <p className="h-meta">{notes.join(" ")}</p>
          </div>
        )}
      </form>
      {changed.length > 0 && <Changes {...p} changed={changed} />}
    </>
  );
}

function Conflict({ t, method, plan, cell }: Props & { readonly cell: ConflictCell }) {
  const criterion = method.criteria.find(({ id }) => id === cell.criterion);
  if (criterion === undefined) return null;
  const words = (answer: SheetAnswer | null) => answerWords(t, criterion, answer);
  return (
    <RadioGroup
      id={`choice.r${cell.line}`}
      name={`choice.r${cell.line}`}
      legend={t("assessmentSheet.conflictLegend", {
        service: plan.services.get(cell.serviceId)?.name ?? "",
        question: tr(criterion.text, t.locale),
      })}
      hint={t("assessmentSheet.conflictThen", {
        answer: words(cell.exported === null ? null : { value: cell.exported }),
      })}
      value="theirs"
      options={[
        { value: "theirs", label: t("assessmentSheet.theirs", { answer: words(cell.stored) }) },
        { value: "mine", label: t("assessmentSheet.mine", { answer: words(cell.given) }) },
      ]}
    />
  );
}

function Changes({
  t,
  base,
  path,
  method,
  plan,
  page: wanted,
  changed,
}: Props & { readonly changed: readonly ChangedCell[] }) {
  const page = Math.min(wanted, Math.max(1, Math.ceil(changed.length / PER_PAGE)));
  const shown = changed.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const criteria = new Map(method.criteria.map((criterion) => [criterion.id, criterion]));
  return (
    <Section id="changes" finding={t("assessmentSheet.changedFinding", { count: changed.length })}>
      <ScrollTable
        caption={t("assessmentSheet.changedTable", {
          from: (page - 1) * PER_PAGE + 1,
          to: (page - 1) * PER_PAGE + shown.length,
          total: changed.length,
        })}
        stack
      >
        <THead
          columns={[
            { label: t("assessmentSheet.colService") },
            { label: t("assessmentSheet.colQuestion") },
            { label: t("assessmentSheet.colNow") },
            { label: t("assessmentSheet.colNew") },
          ]}
        />
        <TBody>
          {shown.map((cell) => {
            const criterion = criteria.get(cell.criterion);
            const service = plan.services.get(cell.serviceId);
            return (
              <Row key={cell.line}>
                <RowHead sub={service?.departmentName ?? undefined}>
                  <a href={`${base}/services/${cell.serviceId}`}>{service?.name}</a>
                </RowHead>
                <Cell label={t("assessmentSheet.colQuestion")} full>
                  {criterion && tr(criterion.text, t.locale)}
                </Cell>
                <Cell label={t("assessmentSheet.colNow")}>{criterion && answerWords(t, criterion, cell.stored)}</Cell>
                <Cell label={t("assessmentSheet.colNew")}>
                  <strong>{criterion && answerWords(t, criterion, cell.given)}</strong>
                </Cell>
              </Row>
            );
          })}
        </TBody>
      </ScrollTable>
      <Pager
        t={t}
        page={page}
        pageSize={PER_PAGE}
        total={changed.length}
        href={(each) => `${path}${each > 1 ? `?page=${each}` : ""}#changes`}
      />
    </Section>
  );
}

function answerWords(t: Translator, criterion: Criterion, answer: SheetAnswer | null): string {
  if (answer === null) return t("assessmentSheet.toFacts");
  const label = answerLabel(criterion, answer.value, t.locale);
  return answer.note === undefined
    ? label
    : t("assessmentSheet.withNote", { answer: label, note: shorten(answer.note) });
}

const shorten = (text: string): string => (text.length > 160 ? `${text.slice(0, 159).trimEnd()}…` : text);
