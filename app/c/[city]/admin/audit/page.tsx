import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { ChainResult } from "@/components/audit/check";
import { actorName, AuditLog, auditWord } from "@/components/audit/log";
import { ListHead } from "@/components/layout";
import { Chips, DataTools, Empty, FilterBar, LinkButton, Pager, SelectField, TextField } from "@/components/ui";
import { loadAudit } from "@/lib/features/audit/loaders";
import { adminTabs, loadFrame } from "@/lib/features/city/loaders";
import { formatDate } from "@/lib/format";
import { getT } from "@/lib/i18n/server";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("audit.title") };
}

export default async function AuditPage({ params, searchParams }: Props) {
  const { city } = await params;
  const { actor, filter, page, pageSize, total, rows, choices, check } = await loadAudit(city, await searchParams);
  const frame = await loadFrame(actor, "administration");
  const { t } = frame;
  const path = `/c/${city}/admin/audit`;
  const set = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null);
  const address = (base: string, query: Readonly<Record<string, string>>) => {
    const text = new URLSearchParams(query).toString();
    return text === "" ? base : `${base}?${text}`;
  };
  const current = Object.fromEntries(set);
  const without = (name: string) => Object.fromEntries(set.filter(([key]) => key !== name));
  const word = (name: string, value: string): string => {
    if (name === "person") return actorName(t, choices.people.find((each) => each.value === value)?.name ?? value);
    if (name === "action" || name === "subject") return auditWord(t, name, value);
    return formatDate(value, t.locale);
  };
  const options = (values: readonly { readonly value: string; readonly label: string }[]) => [
    { value: "", label: t("audit.anyone") },
    ...values,
  ];
  const label = (name: string) => t.dynamic(`audit.${name}`);
  return (
    <AdminPage frame={frame} tabs={adminTabs(actor, t, "/audit")}>
      <ListHead
        title={set.length === 0 ? t("audit.lead", { total, city: actor.cityName }) : t("audit.leadFiltered", { total })}
        sub={t("audit.sub")}
        actions={
          <LinkButton href={address(path, { ...current, verify: "1" })} rel="nofollow" title={t("audit.verifyHint")}>
            {t("audit.verify")}
          </LinkButton>
        }
      />
      {check && <ChainResult t={t} check={check} />}
      <FilterBar t={t} action={path} label={t("audit.filterLabel")} count={set.length}>
        <SelectField
          id="person"
          name="person"
          label={t("audit.person")}
          defaultValue={filter.person ?? ""}
          options={options(choices.people.map(({ value, name }) => ({ value, label: actorName(t, name) })))}
        />
        <SelectField
          id="action"
          name="action"
          label={t("audit.action")}
          defaultValue={filter.action ?? ""}
          options={options(choices.actions.map((value) => ({ value, label: auditWord(t, "action", value) })))}
        />
        <SelectField
          id="subject"
          name="subject"
          label={t("audit.subject")}
          defaultValue={filter.subject ?? ""}
          options={options(choices.subjects.map((value) => ({ value, label: auditWord(t, "subject", value) })))}
        />
        <TextField id="from" name="from" type="date" label={t("audit.from")} defaultValue={filter.from ?? ""} />
        <TextField id="to" name="to" type="date" label={t("audit.to")} defaultValue={filter.to ?? ""} />
      </FilterBar>
      <Chips
        t={t}
        clearHref={path}
        items={set.map(([name, value]) => ({
          name: label(name),
          text: `${label(name)}: ${word(name, value)}`,
          removeHref: address(path, without(name)),
        }))}
      />
      {rows.length === 0 ? (
        <Empty title={t("audit.none")}>{t("audit.noneText")}</Empty>
      ) : (
        <AuditLog t={t} rows={rows} departments={choices.departments} brokenAt={check?.brokenAt ?? null} />
      )}
      <Pager
        t={t}
        page={page}
        pageSize={pageSize}
        total={total}
        href={(next) => address(path, { ...current, page: String(next) })}
      />
      <DataTools t={t} links={[{ href: address(`/api/v1/cities/${city}/audit`, current), label: t("audit.csv") }]} />
    </AdminPage>
  );
}
