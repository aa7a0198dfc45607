import { PageHead, Section, SumLine } from "@/components/layout";
import { Button, Checkbox, Confirm, LinkButton, Note, PostButton, Steps } from "@/components/ui";
import type { Outcome } from "@/lib/domain/importing";
import type { Run, RunCounts } from "@/lib/features/import/data";
import type { LoadedImport } from "@/lib/features/import/loaders";
import { formatDateTime, formatNumber } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { MappingForm } from "./mapping-form";
import { MovesSection } from "./moves";
import { NamesSection } from "./names";
import { ProblemsSection, RepairsSection } from "./problems";
import { PlannedRows, ResultRows } from "./rows";

type At<S extends LoadedImport["step"]> = Extract<LoadedImport, { readonly step: S }>;

interface Place {
  readonly t: Translator;
  /** `/c/<slug>` */
  readonly base: string;
  /** This page without query. */
  readonly path: string;
  /** `/api/v1/cities/<slug>/imports/<id>` */
  readonly api: string;
}

type StepName = "mapping" | "plan" | "result";

function Stepper({ t, current }: { readonly t: Translator; readonly current: StepName }) {
  const order: readonly StepName[] = ["mapping", "plan", "result"];
  const at = order.indexOf(current);
  const state = (index: number) => (index < at ? "done" : index === at ? "current" : "open");
  return (
    <Steps
      label={t("import.steps")}
      items={[
        { label: t("import.stepUpload"), state: "done", doneText: t("import.stepDone") },
        { label: t("import.stepMapping"), state: state(0), doneText: t("import.stepDone") },
        { label: t("import.stepPlan"), state: state(1), doneText: t("import.stepDone") },
        { label: t("import.stepResult"), state: state(2), doneText: t("import.stepDone") },
      ]}
    />
  );
}

const countsOf = (counts: RunCounts, t: Translator) => {
  const number = (outcome: Outcome | "rows") => formatNumber(counts[outcome], t.locale);
  return {
    created: number("created"),
    updated: number("updated"),
    unchanged: number("unchanged"),
    rejected: number("rejected"),
    rows: number("rows"),
  };
};

/** rows = created + updated + unchanged + rejected, for everybody to check. */
function Equation({ t, counts }: { readonly t: Translator; readonly counts: RunCounts }) {
  const number = countsOf(counts, t);
  return (
    <div className="h-imp__eq">
      <SumLine
        label={t("import.equation")}
        parts={[
          { label: t("import.created"), value: number.created },
          { label: t("import.updated"), value: `+ ${number.updated}` },
          { label: t("import.unchanged"), value: `+ ${number.unchanged}` },
          { label: t("import.rejected"), value: `+ ${number.rejected}` },
          { label: t("import.rowsIn"), value: `= ${number.rows}`, end: true },
        ]}
      />
    </div>
  );
}

/** Step 1: which column is what. */
export function MappingStep({ t, path, api, loaded }: Place & { readonly loaded: At<"mapping"> }) {
  const { columns, table, run } = loaded;
  const mapped = columns.filter((column) => column.field !== null).length;
  const readAs =
    table.format === "csv"
      ? t("import.format_csv", {
          encoding: table.encoding?.toUpperCase().replace("WINDOWS", "Windows") ?? "",
          delimiter:
            table.delimiter === null
              ? t("import.delimiterNone")
              : table.delimiter === "\t"
                ? t("import.delimiterTab")
                : `„${table.delimiter}“`,
        })
      : t(table.format === "xlsx" ? "import.format_xlsx" : "import.format_ods", { sheet: table.sheet ?? "" });
  return (
    <>
      <PageHead
        t={t}
        name={t("import.title")}
        meta={run.fileName}
        aside={<Stepper t={t} current="mapping" />}
        lead={t("import.mappingLead", { mapped, columns: columns.length })}
        sub={t("import.mappingSub", { rows: table.rows })}
      />
      <MappingForm
        t={t}
        api={`${api}/plan`}
        back={`${path}?step=mapping`}
        columns={columns}
        rows={table.rows}
        readAs={readAs}
        notes={table.notes.map((note) => tr(note, t.locale))}
        editable={loaded.mayImport}
        cancelHref={run.mapping === null ? null : path}
      />
    </>
  );
}

/** Step 2: what would happen. */
export function PlanStep({ t, base, path, api, loaded }: Place & { readonly loaded: At<"plan"> }) {
  const { view, run, outcome } = loaded;
  const writes = view.counts.created + view.counts.updated;
  const commit = loaded.mayImport ? (
    <>
      {!view.stale && (
        <PostButton action={`${api}/commit`} fields={{ plan: view.hash, back: path }} variant="primary" size="large">
          {t("import.commit", { count: writes })}
        </PostButton>
      )}
      <LinkButton href={`${path}?step=mapping`} size="large">
        {t("import.changeMapping")}
      </LinkButton>
    </>
  ) : (
    <p className="h-meta">{t("import.mayNot")}</p>
  );
  return (
    <>
      <PageHead
        t={t}
        name={t("import.title")}
        meta={run.fileName}
        aside={<Stepper t={t} current="plan" />}
        toc={[
          ...(view.moves === null ? [] : [{ id: "moves", label: t("import.movesKicker") }]),
          { id: "rows", label: t("import.rowsKicker") },
          { id: "names", label: t("import.namesKicker") },
          { id: "problems", label: t("import.problemsKicker") },
          { id: "repairs", label: t("import.repairsKicker") },
        ]}
        lead={t("import.planLead", countsOf(view.counts, t))}
        sub={
          <>
            {writes === 0 ? t("import.planNothing") : t("import.planSub")} {t("import.commitNote")}
          </>
        }
        actions={commit}
      />
      {view.stale && (
        <Note tone="warning" title={t("import.staleNote")}>
          <p>{t("import.staleText")}</p>
          {loaded.mayImport && <Replan t={t} api={api} path={path} columns={loaded.view.mapping} />}
        </Note>
      )}
      <Equation t={t} counts={view.counts} />
      {view.moves !== null && <MovesSection t={t} base={base} moves={view.moves} />}
      <PlannedRows
        t={t}
        base={base}
        path={path}
        counts={view.counts}
        outcome={outcome}
        filtered={view.filtered}
        page={view.page}
        pageSize={view.pageSize}
        rows={view.rows}
      />
      <NamesSection t={t} base={base} view={view} />
      <ProblemsSection t={t} problems={view.problems} count={view.problemCount} correctionHref={`${api}/corrections`} />
      <RepairsSection t={t} repairs={view.repairs} counts={view.repairCounts} />
    </>
  );
}

function Replan({
  t,
  api,
  path,
  columns,
}: Pick<Place, "t" | "api" | "path"> & { readonly columns: readonly (string | null)[] }) {
  return (
    <PostButton
      action={`${api}/plan`}
      fields={{ back: path, ...Object.fromEntries(columns.map((field, column) => [`columns.${column}`, field ?? ""])) }}
    >
      {t("import.staleButton")}
    </PostButton>
  );
}

/** A commit or an undo holds the run's lock right now. */
export function RunningStep({ t, path, run }: Place & { readonly run: Run }) {
  return (
    <>
      <PageHead
        t={t}
        name={t("import.title")}
        meta={run.fileName}
        lead={t("import.running")}
        sub={t("import.runningText")}
        actions={<LinkButton href={path}>{t("import.runningCheck")}</LinkButton>}
      />
    </>
  );
}

/** Step 3: what happened, and the way back. */
export function ResultStep({ t, base, path, api, loaded }: Place & { readonly loaded: At<"result"> }) {
  const { run, result, outcome } = loaded;
  const counts = run.counts;
  const undone = run.state === "undone";
  const date = formatDateTime(undone ? run.undoneAt : run.committedAt, t.locale);
  return (
    <>
      <PageHead
        t={t}
        name={t("import.title")}
        meta={run.fileName}
        aside={<Stepper t={t} current="result" />}
        toc={[
          ...(undone ? [] : [{ id: "moves", label: t("import.movesKicker") }]),
          { id: "rows", label: t("import.rowsKicker") },
          { id: "problems", label: t("import.problemsKicker") },
          ...(undone ? [] : [{ id: "undo", label: t("import.undoKicker") }]),
        ]}
        lead={
          undone ? t("import.undoneLead", { date }) : counts === null ? "" : t("import.resultLead", countsOf(counts, t))
        }
        sub={undone ? undoneText(t, result?.kept ?? []) : t("import.resultSub", { date })}
        actions={
          <>
            <LinkButton href={`${base}/services`} variant={undone ? "secondary" : "primary"} size="large">
              {t("import.toInventory")}
            </LinkButton>
            {loaded.mayImport && (
              <LinkButton href={`${base}/imports`} size="large">
                {t("import.another")}
              </LinkButton>
            )}
          </>
        }
      />
      {counts !== null && <Equation t={t} counts={counts} />}
      {!undone && result !== null && <MovesSection t={t} base={base} moves={result.moves} done />}
      {result !== null && counts !== null && (
        <>
          <ResultRows
            t={t}
            base={base}
            path={path}
            counts={counts}
            outcome={outcome}
            filtered={loaded.filtered}
            page={loaded.page}
            pageSize={loaded.pageSize}
            rows={loaded.rows}
          />
          <ProblemsSection
            t={t}
            problems={result.problems.slice(0, SHOWN)}
            count={result.problemCount}
            correctionHref={`${api}/corrections`}
          />
          <RepairsSection t={t} repairs={[]} counts={result.repairCounts} />
        </>
      )}
      {!undone && loaded.mayUndo && <UndoSection t={t} base={base} path={path} api={api} loaded={loaded} />}
    </>
  );
}

/** Problems and services listed on the page; the files have all of them. */
const SHOWN = 25;

const undoneText = (t: Translator, kept: readonly string[]): string =>
  kept.length === 0
    ? t("import.undoneSub")
    : t("import.undoneKept", {
        count: kept.length,
        names: kept.length > SHOWN ? `${kept.slice(0, SHOWN).join(", ")} …` : kept.join(", "),
      });

function UndoSection({ t, base, path, api, loaded }: Place & { readonly loaded: At<"result"> }) {
  const { since, undoable } = loaded;
  return (
    <Section id="undo" kicker={t("import.undoKicker")} finding={t("import.undoFinding")} base={[t("import.undoBase")]}>
      {undoable === 0 ? (
        <p className="h-meta">{t("import.undoNothing")}</p>
      ) : (
        <Confirm label={t("import.undoOpen")} title={t("import.undoConfirm", { count: undoable - since.length })}>
          <form method="post" action={`${api}/undo`} className="h-imp__form">
            <input type="hidden" name="back" value={`${path}#undo`} />
            {since.length > 0 && (
              <>
                <p>{t("import.undoSince", { count: since.length })}</p>
                <ul className="h-imp__list">
                  {since.slice(0, SHOWN).map((service) => (
                    <li key={service.id}>
                      {service.name === null ? (
                        t("import.gone")
                      ) : (
                        <a href={`${base}/services/${service.id}`}>{service.name}</a>
                      )}
                    </li>
                  ))}
                  {since.length > SHOWN && <li>{t("import.listedOf", { shown: SHOWN, total: since.length })}</li>}
                </ul>
                <Checkbox id="others" name="others" value="true" label={t("import.undoOthers")} required />
              </>
            )}
            <div className="h-actions">
              <Button variant="primary">{t("import.undoSubmit")}</Button>
            </div>
          </form>
        </Confirm>
      )}
    </Section>
  );
}
