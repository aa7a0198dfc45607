import {
  Button,
  Cell,
  Confirm,
  Note,
  PostButton,
  Row,
  RowHead,
  ScrollTable,
  TBody,
  TextField,
  THead,
} from "@/components/ui";
import { formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";

export interface DepartmentView {
  readonly id: string;
  readonly name: string;
  readonly services: number;
  readonly people: number;
}

/** Departments with what belongs to each; the count of services leads to them. */
export function DepartmentTable({
  t,
  departments,
  servicesHref,
  editHref,
}: {
  readonly t: Translator;
  readonly departments: readonly DepartmentView[];
  readonly servicesHref: (id: string) => string;
  readonly editHref: ((id: string) => string) | null;
}) {
  return (
    <ScrollTable caption={t("admin.departmentsTable")} stack>
      <THead
        columns={[
          { label: t("admin.department") },
          { label: t("admin.departmentServices"), num: true },
          { label: t("admin.departmentPeople"), num: true },
          ...(editHref ? [{ label: t("admin.editDepartment"), hidden: true }] : []),
        ]}
      />
      <TBody>
        {departments.map((department) => (
          <Row key={department.id}>
            <RowHead>{department.name}</RowHead>
            <Cell num label={t("admin.departmentServices")}>
              {department.services === 0 ? (
                "0"
              ) : (
                <a href={servicesHref(department.id)}>{formatNumber(department.services, t.locale)}</a>
              )}
            </Cell>
            <Cell num label={t("admin.departmentPeople")}>
              {formatNumber(department.people, t.locale)}
            </Cell>
            {editHref && (
              <Cell>
                <a href={editHref(department.id)} aria-label={t("admin.editDepartmentOf", { name: department.name })}>
                  {t("admin.editDepartment")}
                </a>
              </Cell>
            )}
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}

/** Name of what is stored now, from a conflict of a form with one field. */
export function currentName(form: FormState): string | null {
  const current = form.draft?.kind === "conflict" ? form.draft.current : null;
  if (current === null || typeof current !== "object" || !("name" in current)) return null;
  return String(current.name);
}

/** Renames a department, or deletes it while nothing belongs to it. */
export function DepartmentForm({
  t,
  form,
  api,
  back,
  department,
}: {
  readonly t: Translator;
  readonly form: FormState;
  readonly api: string;
  readonly back: string;
  readonly department: DepartmentView;
}) {
  const now = currentName(form);
  const unused = department.services === 0 && department.people === 0;
  return (
    <>
      {now !== null && <Note tone="warning">{t("admin.conflictNow", { name: now })}</Note>}
      <form className="h-formgrid h-formgrid--narrow" method="post" action={api}>
        <input type="hidden" name="back" value={back} />
        {/* The stored name, not the one of the refused form: saving again is then a decision made in its knowledge. */}
        <input type="hidden" name="was" value={department.name} />
        <TextField
          id="name"
          name="name"
          required
          maxLength={120}
          label={t("admin.departmentName")}
          defaultValue={form.value("name", department.name)}
          error={form.error("name")}
        />
        <div>
          <Button variant="primary">{t("common.save")}</Button>
        </div>
      </form>
      <div className="h-mt">
        {unused ? (
          <Confirm
            label={t("admin.deleteDepartment")}
            title={t("admin.deleteDepartmentTitle", { name: department.name })}
          >
            <p className="h-meta">{t("admin.deleteDepartmentText")}</p>
            <PostButton action={`${api}/delete`} fields={{ back }}>
              {t("admin.deleteDepartmentDo")}
            </PostButton>
          </Confirm>
        ) : (
          <p className="h-meta">
            {t("admin.departmentInUse", { services: department.services, people: department.people })}
          </p>
        )}
      </div>
    </>
  );
}

export function AddDepartmentForm({
  t,
  form,
  api,
  back,
}: {
  readonly t: Translator;
  readonly form: FormState;
  readonly api: string;
  readonly back: string;
}) {
  return (
    <form className="h-formgrid h-formgrid--narrow" method="post" action={api}>
      <input type="hidden" name="back" value={back} />
      <TextField
        id="name"
        name="name"
        required
        maxLength={120}
        label={t("admin.departmentName")}
        defaultValue={form.value("name")}
        error={form.error("name")}
      />
      <div>
        <Button variant="primary">{t("admin.addDepartment")}</Button>
      </div>
    </form>
  );
}
