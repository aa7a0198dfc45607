import {
  Button,
  Cell,
  Chips,
  Confirm,
  Empty,
  LinkButton,
  Pager,
  Row,
  RowHead,
  ScrollTable,
  TBody,
  TextField,
  THead,
  type Chip,
} from "@/components/ui";
import type { WorkFilter, WorkRow } from "@/lib/features/assignment/data-progress";
import { formatDate } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";
import { OPEN_STATES, workHref } from "./links";
import { methodName } from "./words";

interface Props {
  readonly t: Translator;
  /** `/c/<city>` */
  readonly base: string;
  /** `/api/v1/cities/<city>/assignments` */
  readonly api: string;
  readonly back: string;
  readonly filter: WorkFilter;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly work: { readonly rows: readonly WorkRow[]; readonly total: number; readonly openTotal: number };
  readonly page: number;
  readonly perPage: number;
  readonly mayAssign: boolean;
  readonly form: FormState;
}

/** The assignments behind a number; whoever may assign can take the open ones back, one or a whole batch. */
export function WorkList(p: Props) {
  const { t, base, filter, work, page, perPage } = p;
  const from = (page - 1) * perPage + 1;
  return (
    <>
      <div className="h-listhead">
        <Chips t={t} items={chips(p)} clearHref={workHref(base, {})} />
      </div>
      {p.mayAssign && filter.batch !== undefined && work.openTotal > 0 && (
        <div className="h-mt">
          <Confirm
            label={t("assignment.withdrawBatch", { count: work.openTotal })}
            title={t("assignment.withdrawBatch", { count: work.openTotal })}
          >
            <WithdrawForm {...p} id="withdraw-batch" action={`${p.api}/batches/${filter.batch}/withdraw`} />
          </Confirm>
        </div>
      )}
      {work.rows.length === 0 ? (
        <Empty
          title={t("assignment.listEmpty")}
          action={<LinkButton href={workHref(base, {})}>{t("assignment.listClear")}</LinkButton>}
        />
      ) : (
        <>
          <ScrollTable
            caption={t("assignment.listTable", { from, to: from + work.rows.length - 1, total: work.total })}
            stack
          >
            <THead
              columns={[
                { label: t("assignment.colService") },
                { label: t("assignment.colMethod") },
                { label: t("assignment.colPerson") },
                { label: t("assignment.colDue") },
                { label: t("assignment.colState") },
                ...(p.mayAssign ? [{ label: t("assignment.withdraw"), hidden: true }] : []),
              ]}
            />
            <TBody>
              {work.rows.map((row) => (
                <Line key={row.id} {...p} row={row} />
              ))}
            </TBody>
          </ScrollTable>
          <Pager
            t={t}
            page={page}
            pageSize={perPage}
            total={work.total}
            href={(each) => workHref(base, filter, each)}
          />
        </>
      )}
    </>
  );
}

function Line({ row, ...p }: Props & { readonly row: WorkRow }) {
  const { t, base } = p;
  const open = OPEN_STATES.some((state) => state === row.state);
  return (
    <Row>
      <RowHead sub={row.departmentName ?? t("assignment.noDepartment")}>
        <a href={`${base}/services/${row.serviceId}`}>{row.serviceName}</a>
      </RowHead>
      <Cell label={t("assignment.colMethod")}>{methodName(t, row.method)}</Cell>
      <Cell label={t("assignment.colPerson")}>
        {row.assigneeName}
        {row.note !== null && <span className="h-cellsub">{row.note}</span>}
      </Cell>
      <Cell label={t("assignment.colDue")} nowrap>
        {formatDate(row.dueOn, t.locale)}
      </Cell>
      <Cell label={t("assignment.colState")} className={row.state === "overdue" ? "h-late" : ""}>
        {t(`assignment.state_${row.state}`)}
      </Cell>
      {p.mayAssign && (
        <Cell full>
          {open && (
            <Confirm
              size="small"
              label={t("assignment.withdraw")}
              title={t("assignment.withdrawTitle", { person: row.assigneeName })}
            >
              <WithdrawForm
                {...p}
                id={`w-${row.id}`}
                action={`${p.api}/${row.id}/withdraw`}
                label={t("assignment.withdrawOf", { service: row.serviceName, person: row.assigneeName })}
              />
            </Confirm>
          )}
        </Cell>
      )}
    </Row>
  );
}

function WithdrawForm({
  t,
  id,
  action,
  back,
  form,
  label,
}: Pick<Props, "t" | "back" | "form"> & { readonly id: string; readonly action: string; readonly label?: string }) {
  return (
    <form method="post" action={action} aria-label={label}>
      <p className="h-meta">{t("assignment.withdrawText")}</p>
      <input type="hidden" name="back" value={back} />
      <TextField
        id={id}
        name="reason"
        required
        maxLength={1000}
        label={t("assignment.withdrawReason")}
        defaultValue={form.value("reason")}
      />
      <Button>{t("assignment.withdrawDo")}</Button>
    </form>
  );
}

function chips({ t, base, filter, departments, work }: Props): readonly Chip[] {
  const items: Chip[] = [];
  const without = (key: keyof WorkFilter) =>
    workHref(base, Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key)));
  if (filter.department !== undefined) {
    const name = t("assignment.colDepartment");
    const value =
      filter.department === "none"
        ? t("assignment.noDepartment")
        : (departments.find(({ id }) => id === filter.department)?.name ?? t("common.unknown"));
    items.push({ name, text: `${name}: ${value}`, removeHref: without("department") });
  }
  if (filter.method !== undefined) {
    const name = t("assignment.colMethod");
    items.push({ name, text: `${name}: ${methodName(t, filter.method)}`, removeHref: without("method") });
  }
  if (filter.person !== undefined) {
    const name = t("assignment.colPerson");
    const person = work.rows.find(({ assigneeId }) => assigneeId === filter.person)?.assigneeName;
    items.push({ name, text: `${name}: ${person ?? t("assignment.filterPerson")}`, removeHref: without("person") });
  }
  if (filter.batch !== undefined) {
    const name = t("assignment.colBatch");
    items.push({ name, text: t("assignment.filterBatch"), removeHref: without("batch") });
  }
  if (filter.states !== undefined) {
    const name = t("assignment.colState");
    const value = filter.states.map((state) => t(`assignment.state_${state}`)).join(", ");
    items.push({ name, text: `${name}: ${value}`, removeHref: without("states") });
  }
  return items;
}
