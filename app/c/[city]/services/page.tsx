import type { Metadata } from "next";
import { ListHead, PageShell, ScopeLine } from "@/components/layout";
import { InventoryFilter } from "@/components/service/inventory-filter";
import { InventoryListHead, InventoryTabs } from "@/components/service/inventory-head";
import { inventoryLinks } from "@/components/service/inventory-links";
import { NothingFound, InventoryNotes } from "@/components/service/inventory-notes";
import { InventoryTable } from "@/components/service/inventory-table";
import { Empty, LinkButton, Pager } from "@/components/ui";
import { listQueryString, pageSizes, PLAIN_LIST } from "@/lib/domain/service/list";
import type { Query } from "@/lib/domain/strategy/filter";
import { loadInventoryPage } from "@/lib/features/inventory/loaders";
import { formatDate } from "@/lib/format";
import { getT } from "@/lib/i18n/server";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("inventory.title") };
}

export default async function ServicesPage({ params, searchParams }: Props) {
  const [{ city }, query] = await Promise.all([params, searchParams]);
  const {
    frame,
    today,
    tabs,
    ignored,
    names,
    inventory,
    list,
    maySeeEvidence,
    mayCreate,
    mayImport,
    mayAssess,
    mayAssign,
  } = await loadInventoryPage(city, query);
  const { t } = frame;
  const { sums, rows } = inventory;
  const base = `/c/${city}/services`;
  const links = inventoryLinks(city, list);
  const gaps = {
    open: sums.gaps.open,
    met: sums.gaps.met,
    planned: sums.gaps.planned + sums.gaps.accepted,
    unchecked: sums.gaps.notCheckable,
  };
  const selection = listQueryString({ ...PLAIN_LIST, filter: list.filter, text: list.text });
  const whole = sums.total === sums.portfolio;
  const from = (list.page - 1) * list.size + 1;
  const range = { from, to: from + rows.length - 1, total: sums.total };
  return (
    <PageShell
      {...frame}
      scope={
        <ScopeLine
          t={t}
          items={[
            { label: t("nav.scopeExtent"), value: t("nav.scopeAllServices", { count: sums.portfolio }) },
            { label: t("nav.scopeAsOf"), value: t("nav.scopeToday", { date: formatDate(today, t.locale) }) },
            { label: t("nav.scopeMethod"), value: t("service.munichMethod") },
          ]}
          actions={[
            { href: `/c/${city}/accepted`, label: t("acceptance.link") },
            ...(maySeeEvidence ? [{ href: `/c/${city}/evidence`, label: t("evidence.overviewLink") }] : []),
          ]}
        />
      }
    >
      <ListHead
        title={t("inventory.title")}
        sub={
          whole
            ? t("inventory.lead", { count: sums.total, ...gaps })
            : t("inventory.leadFiltered", { count: sums.total, whole: sums.portfolio, ...gaps })
        }
        actions={
          <>
            {mayAssign && sums.total > 0 && (
              <LinkButton href={`/c/${city}/assignments/new?${selection}`}>{t("inventory.assign")}</LinkButton>
            )}
            {mayAssess && sums.total > 0 && (
              <LinkButton href={`/c/${city}/assess-group?${selection}`}>{t("assignment.groupLink")}</LinkButton>
            )}
            {mayAssess && sums.total > 0 && (
              <LinkButton href={`/c/${city}/assessment-sheets?${selection}`}>{t("assessmentSheet.link")}</LinkButton>
            )}
            {mayImport && <LinkButton href={`/c/${city}/imports`}>{t("inventory.import")}</LinkButton>}
            {mayCreate && (
              <LinkButton href={`${base}/new`} variant="primary">
                {t("inventory.create")}
              </LinkButton>
            )}
          </>
        }
      />
      {sums.inventory === 0 ? (
        <Empty
          title={t("inventory.emptyTitle")}
          action={mayImport && <LinkButton href={`/c/${city}/imports`}>{t("inventory.import")}</LinkButton>}
        >
          {t("inventory.emptyText")}
        </Empty>
      ) : (
        <>
          <InventoryTabs t={t} list={list} links={links} tabs={tabs} counts={sums.tabs} />
          <InventoryFilter t={t} action={base} list={list} links={links} names={names} />
          <InventoryNotes
            t={t}
            ignored={ignored}
            similar={inventory.search === "similar" && sums.total > 0 ? list.text : null}
          />
          <InventoryListHead t={t} action={base} list={list} links={links} names={names} levels={sums.levels} />
          {sums.total === 0 ? (
            <NothingFound t={t} links={links} emptiedBy={inventory.emptiedBy} />
          ) : (
            <>
              <InventoryTable
                t={t}
                base={base}
                list={list}
                links={links}
                rows={rows}
                caption={t("inventory.caption", range)}
                sum={{ text: t("inventory.sum", { count: sums.total, unknown: sums.costUnknown }), cost: sums.cost }}
              />
              <Pager
                t={t}
                page={list.page}
                pageSize={list.size}
                total={sums.total}
                href={(page) => links.to({ page })}
                sizes={{
                  options: pageSizes(list.columns),
                  href: (size) => links.to({ size: pageSizes(list.columns).find((each) => each === size) ?? 25 }),
                }}
              />
            </>
          )}
        </>
      )}
    </PageShell>
  );
}
