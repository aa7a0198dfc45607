import { Cell, Empty, Pager, Row, RowHead, ScrollTable, Tabs, TBody, THead } from "@/components/ui";
import type { Inbox, InboxKind, InboxRow } from "@/lib/features/assignment/data-inbox";
import { formatDate, formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { methodName } from "./words";

interface Props {
  readonly t: Translator;
  /** `/c/<city>` */
  readonly base: string;
  readonly view: "me" | "departments";
  readonly kind: InboxKind | null;
  readonly inbox: Inbox;
  /** May the person write assessments anywhere, or approve them? */
  readonly active: boolean;
  /** A service owner to whom no department belongs yet. */
  readonly homeless: boolean;
  readonly mayWrite: boolean;
  readonly perPage: number;
}

/** What waits: by kind, most urgent first, each row one click from its work. */
export function InboxList({ t, base, view, kind, inbox, active, homeless, mayWrite, perPage }: Props) {
  const address = (wanted: InboxKind | null, page = 1) => {
    const query = new URLSearchParams();
    if (view !== "me") query.set("view", view);
    if (wanted !== null) query.set("kind", wanted);
    if (page > 1) query.set("page", String(page));
    const text = query.toString();
    return text === "" ? `${base}/inbox` : `${base}/inbox?${text}`;
  };
  const all = inbox.counts.reduce((sum, each) => sum + each.count, 0);
  if (all === 0) {
    return (
      <Empty title={t("assignment.inboxEmptyTitle")}>
        {homeless
          ? t("problems.access_noDepartment")
          : t(active ? "assignment.inboxEmptyText" : "assignment.inboxEmptyReader")}
      </Empty>
    );
  }
  return (
    <>
      <Tabs
        label={t("assignment.inboxKinds")}
        items={[
          {
            href: address(null),
            label: t("assignment.kindAll"),
            count: formatNumber(all, t.locale),
            current: kind === null,
          },
          ...inbox.counts
            .filter((each) => each.count > 0 || each.kind === kind)
            .map((each) => ({
              href: address(each.kind),
              label: t(`assignment.kind_${each.kind}`),
              count: formatNumber(each.count, t.locale),
              current: each.kind === kind,
            })),
        ]}
      />
      {inbox.rows.length === 0 ? (
        <Empty title={t("assignment.inboxEmptyKind")} />
      ) : (
        <>
          <ScrollTable caption={t("assignment.inboxTable")} stack>
            <THead
              columns={[
                { label: t("assignment.colService") },
                { label: t("assignment.colTask") },
                { label: t("assignment.colMethod") },
                { label: t("assignment.colDue") },
                ...(view === "departments" ? [{ label: t("assignment.colPerson") }] : []),
                { label: t("assignment.doAssess"), hidden: true },
              ]}
            />
            <TBody>
              {inbox.rows.map((row, i) => (
                <Task key={`${row.serviceId}${row.method}${row.kind}${i}`} {...{ t, base, view, row, mayWrite }} />
              ))}
            </TBody>
          </ScrollTable>
          <Pager t={t} page={inbox.page} pageSize={perPage} total={inbox.total} href={(page) => address(kind, page)} />
        </>
      )}
    </>
  );
}

function Task({
  t,
  base,
  view,
  row,
  mayWrite,
}: Pick<Props, "t" | "base" | "view" | "mayWrite"> & { readonly row: InboxRow }) {
  const service = `${base}/services/${row.serviceId}`;
  const approving = row.kind === "approval";
  const href =
    approving || !mayWrite ? `${service}#assessments` : `${service}/assess?method=${encodeURIComponent(row.method)}`;
  const action = approving ? "doApprove" : row.kind === "review" || row.kind === "changed" ? "doReview" : "doAssess";
  const detail = [
    row.reason === null ? null : t("assignment.reasonIs", { reason: row.reason }),
    row.note,
    approving ? row.person : null,
  ].filter((each) => each !== null);
  return (
    <Row>
      <RowHead sub={row.departmentName ?? t("assignment.noDepartment")}>
        <a href={service}>{row.serviceName}</a>
      </RowHead>
      <Cell label={t("assignment.colTask")} full>
        {t(`assignment.kind_${row.kind}`)}
        {detail.map((each) => (
          <span key={each} className="h-cellsub">
            {each}
          </span>
        ))}
      </Cell>
      <Cell label={t("assignment.colMethod")}>{methodName(t, row.method)}</Cell>
      <Cell label={t("assignment.colDue")} nowrap>
        {approving || row.kind === "changed"
          ? t("assignment.handedIn", { date: formatDate(row.day, t.locale) })
          : formatDate(row.day, t.locale)}
        {row.overdue && <strong className="h-cellsub h-late">{t("assignment.overdue")}</strong>}
      </Cell>
      {view === "departments" && <Cell label={t("assignment.colPerson")}>{row.person ?? "–"}</Cell>}
      <Cell>
        <a className="h-btn h-btn--s" href={href} aria-label={t(`assignment.${action}Of`, { name: row.serviceName })}>
          {t(`assignment.${action}`)}
        </a>
      </Cell>
    </Row>
  );
}
