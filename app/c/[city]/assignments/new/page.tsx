import type { Metadata } from "next";
import { AssignForm } from "@/components/assignment/assign-form";
import { SelectionWords } from "@/components/assignment/frame";
import { PlanSection } from "@/components/assignment/plan";
import { Crumbs, ListHead, PageShell, Section } from "@/components/layout";
import { ErrorSummary, Note } from "@/components/ui";
import type { Query } from "@/lib/domain/strategy/filter";
import { loadNewAssignment } from "@/lib/features/assignment/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("assignment.newTitle") };
}

export default async function NewAssignmentPage({ params, searchParams }: Props) {
  const [{ city }, query] = await Promise.all([params, searchParams]);
  const loaded = await loadNewAssignment(city, query);
  const { frame, list, ignored, selection, methods, method, input, planned, names, draft, today } = loaded;
  const { t } = frame;
  const base = `/c/${city}`;
  const form = formState(t, draft);
  return (
    <PageShell {...frame}>
      <Crumbs
        t={t}
        links={[{ href: `${base}/assignments`, label: t("assignment.progressTitle") }]}
        here={t("assignment.newTitle")}
      />
      <ListHead
        title={t("assignment.newTitle")}
        sub={`${t("assignment.newLeadCount", { count: planned.services.size })} ${t("assignment.newLead")}`}
      />
      {ignored.length > 0 && (
        <Note tone="danger" live="alert">
          {t("assignment.filterIgnored")}
        </Note>
      )}
      <ErrorSummary
        title={t(draft?.kind === "conflict" ? "errors.conflictTitle" : "errors.validationTitle")}
        errors={form.errors}
      />
      <Section
        strong
        finding={t("assignment.selection")}
        reading={<SelectionWords {...{ t, base, list, selection, names }} />}
      >
        <AssignForm
          {...{ t, selection, methods, method, input, today, form }}
          action={`${base}/assignments/new`}
          people={planned.people}
        />
      </Section>
      <PlanSection
        {...{ t, base, selection, input, planned }}
        api={`/api/v1/cities/${city}/assignments`}
        back={frame.back}
        method={method.ref}
        blocked={ignored.length > 0}
      />
    </PageShell>
  );
}
