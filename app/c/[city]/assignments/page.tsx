import type { Metadata } from "next";
import { BatchTable } from "@/components/assignment/batches";
import { AreaTabs } from "@/components/assignment/frame";
import { ProgressTable } from "@/components/assignment/progress";
import { WorkList } from "@/components/assignment/work-list";
import { methodName } from "@/components/assignment/words";
import { ListHead, PageShell, ScopeLine } from "@/components/layout";
import { Empty, ErrorSummary, LinkButton, Note, Tabs } from "@/components/ui";
import type { Query } from "@/lib/domain/strategy/filter";
import { loadAssignmentsPage } from "@/lib/features/assignment/loaders";
import { formatDate } from "@/lib/format";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("assignment.progressTitle") };
}

export default async function AssignmentsPage({ params, searchParams }: Props) {
  const [{ city }, query] = await Promise.all([params, searchParams]);
  const loaded = await loadAssignmentsPage(city, query);
  const { frame, view, method, progress, people, batches, work, mayAssign, reach, done, draft, today } = loaded;
  const { t } = frame;
  const base = `/c/${city}`;
  const page = `${base}/assignments`;
  const only = method === null ? {} : { method };
  const form = formState(t, draft);
  const { total } = progress;
  const views = ["departments", ...(mayAssign ? ["people" as const] : []), "batches", "list"] as const;
  const again = total.counts.again > 0 && <p className="h-meta">{t("assignment.againNote")}</p>;
  return (
    <PageShell
      {...frame}
      scope={
        <ScopeLine
          t={t}
          items={[
            { label: t("nav.scopeExtent"), value: t("nav.scopeAllServices", { count: progress.services }) },
            { label: t("nav.scopeAsOf"), value: t("nav.scopeToday", { date: formatDate(today, t.locale) }) },
            {
              label: t("nav.scopeMethod"),
              value: method === null ? t("assignment.allMethods") : methodName(t, method),
            },
          ]}
        />
      }
    >
      <AreaTabs t={t} base={base} current="progress" reach={reach} />
      <ListHead
        title={t("assignment.progressTitle")}
        sub={`${t("assignment.progressLead", {
          assigned: total.assigned,
          done: total.counts.submitted + total.counts.approved,
          overdue: total.counts.overdue,
        })} ${t("assignment.progressSub", { asked: progress.servicesAsked, services: progress.services })}`}
        actions={
          mayAssign && (
            <LinkButton href={`${page}/new`} variant="primary">
              {t("assignment.assignLink")}
            </LinkButton>
          )
        }
      />
      {done === "withdrawn" && (
        <Note tone="info" live="status">
          {t("assignment.doneWithdrawn")}
        </Note>
      )}
      {done === "assigned" && work !== null && (
        <Note tone="info" live="status">
          {t("assignment.doneAssigned", { count: work.total })}
        </Note>
      )}
      <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />
      <Tabs
        label={t("assignment.progressViews")}
        items={views.map((each) => ({
          href: each === "departments" ? page : `${page}?view=${each}`,
          label: t(VIEW_NAMES[each]),
          current: each === view,
        }))}
      />
      {total.assigned === 0 && method === null && view !== "list" && view !== "batches" && (
        <Empty
          title={t("assignment.progressEmptyTitle")}
          action={mayAssign && <LinkButton href={`${page}/new`}>{t("assignment.assignLink")}</LinkButton>}
        >
          {t(mayAssign ? "assignment.progressEmptyText" : "assignment.progressEmptyReader")}
        </Empty>
      )}
      {(view === "departments" || view === "people") && progress.methods.length > 1 && (
        <Tabs
          label={t("assignment.byMethod")}
          items={[
            {
              href: view === "people" ? `${page}?view=people` : page,
              label: t("assignment.allMethods"),
              current: method === null,
            },
            ...progress.methods.map((each) => ({
              href: `${page}?${view === "people" ? "view=people&" : ""}method=${encodeURIComponent(each.id ?? "")}`,
              label: methodName(t, each.id ?? ""),
              count: each.assigned,
              current: each.id === method,
            })),
          ]}
        />
      )}
      {view === "departments" && total.assigned > 0 && (
        <>
          <h2 className="h-h3 h-mt">{t("assignment.byDepartment")}</h2>
          <ProgressTable
            t={t}
            base={base}
            caption={t("assignment.byDepartment")}
            head={t("assignment.colDepartment")}
            lines={progress.departments}
            total={total}
            nameOf={(line) => line.name ?? t("assignment.noDepartment")}
            filterOf={(line) => (line === null ? only : { ...only, department: line.id ?? "none" })}
          />
          {again}
          <h2 className="h-h3 h-mt">{t("assignment.byMethod")}</h2>
          <ProgressTable
            t={t}
            base={base}
            caption={t("assignment.byMethod")}
            head={t("assignment.colMethod")}
            lines={progress.methods}
            nameOf={(line) => methodName(t, line.id ?? "")}
            filterOf={(line) => (line?.id ? { method: line.id } : {})}
          />
        </>
      )}
      {view === "people" && people !== null && people.length > 0 && (
        <>
          {people.some(
            (line) => line.able === false && line.counts.open + line.counts.overdue + line.counts["due-soon"] > 0,
          ) && <Note tone="warning">{t("assignment.notAbleNote")}</Note>}
          <ProgressTable
            t={t}
            base={base}
            caption={t("assignment.byPerson")}
            head={t("assignment.colPerson")}
            lines={people}
            total={total}
            nameOf={(line) => line.name ?? ""}
            filterOf={(line) => (line?.id ? { ...only, person: line.id } : only)}
            extra={(line) => (line.able === false ? t("assignment.notAble") : null)}
          />
          {again}
        </>
      )}
      {batches !== null && <BatchTable t={t} base={base} {...batches} page={loaded.page} perPage={loaded.perPage} />}
      {work !== null && (
        <WorkList
          t={t}
          base={base}
          api={`/api/v1/cities/${city}/assignments`}
          back={frame.back}
          filter={loaded.filter}
          departments={loaded.departments}
          work={work}
          page={loaded.page}
          perPage={loaded.perPage}
          mayAssign={mayAssign}
          form={form}
        />
      )}
    </PageShell>
  );
}

const VIEW_NAMES = {
  departments: "assignment.viewDepartments",
  people: "assignment.viewPeople",
  batches: "assignment.viewBatches",
  list: "assignment.viewList",
} as const;
