import type { Metadata } from "next";
import { SelectionWords } from "@/components/assignment/frame";
import { GroupForm, GroupMethod, GroupPlanSection } from "@/components/assignment/group";
import { Crumbs, ListHead, PageShell, Section } from "@/components/layout";
import { ErrorSummary, Note } from "@/components/ui";
import type { Query } from "@/lib/domain/strategy/filter";
import { loadGroupPage } from "@/lib/features/assignment/loaders";
import { tr } from "@/lib/i18n";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("assignment.groupTitle") };
}

export default async function AssessGroupPage({ params, searchParams }: Props) {
  const [{ city }, query] = await Promise.all([params, searchParams]);
  const loaded = await loadGroupPage(city, query);
  const { frame, list, ignored, selection, methods, method, mode, answer, note, chosen, refused, group, names } =
    loaded;
  const { t } = frame;
  const base = `/c/${city}`;
  const form = formState(t, loaded.draft ?? refused);
  const fields = {
    t,
    page: `${base}/assess-group`,
    selection,
    methods,
    method,
    answer,
    note,
    mode,
    error: form.error,
  };
  return (
    <PageShell {...frame}>
      <Crumbs
        t={t}
        links={[{ href: `${base}/services`, label: t("inventory.title") }]}
        here={t("assignment.groupTitle")}
      />
      <ListHead
        title={t("assignment.groupTitle")}
        sub={`${t("assignment.newLeadCount", { count: group.members.length })} ${t("assignment.groupLead")}`}
      />
      {loaded.done !== null && loaded.draft === null && /^\d{1,6}$/.test(loaded.done) && (
        <Note tone="info" live="status">
          {t("assignment.groupDone", { count: Number(loaded.done) })}
        </Note>
      )}
      {ignored.length > 0 && (
        <Note tone="danger" live="alert">
          {t("assignment.filterIgnored")}
        </Note>
      )}
      <ErrorSummary
        title={t(loaded.draft?.kind === "conflict" ? "errors.conflictTitle" : "errors.validationTitle")}
        errors={form.errors}
      />
      <Section
        strong
        kicker={tr(method.name, t.locale)}
        finding={t("assignment.selection")}
        reading={
          <>
            <SelectionWords {...{ t, base, list, selection, names }} />
            <GroupMethod {...fields} />
          </>
        }
      >
        <GroupForm {...fields} />
      </Section>
      {chosen && refused === null && (
        <GroupPlanSection
          {...fields}
          base={base}
          api={`/api/v1/cities/${city}/assessments/group`}
          back={frame.back}
          group={group}
          wanted={loaded.page}
          blocked={ignored.length > 0}
        />
      )}
    </PageShell>
  );
}
