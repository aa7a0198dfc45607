import {
  Button,
  Cell,
  CheckboxGroup,
  Confirm,
  PostButton,
  RadioGroup,
  Row,
  RowHead,
  ScrollTable,
  TBody,
  TextField,
  THead,
} from "@/components/ui";
import { ROLES, type Role } from "@/lib/domain/access/permissions";
import { formatDate, formatList } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";

export interface Member {
  readonly id: string;
  readonly role: string;
  readonly departments: readonly { readonly department: { readonly id: string; readonly name: string } }[];
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly disabledAt: Date | null;
    readonly createdAt: Date;
  };
}

type Department = { readonly id: string; readonly name: string };

/** Everybody in the city; the link opens the form for one person. */
export function MemberTable({
  t,
  members,
  self,
  editHref,
}: {
  readonly t: Translator;
  readonly members: readonly Member[];
  /** User id of the reader. */
  readonly self: string;
  /** Null when the reader may not change anything. */
  readonly editHref: ((id: string) => string) | null;
}) {
  return (
    <ScrollTable caption={t("admin.usersTable")} stack>
      <THead
        columns={[
          { label: t("admin.user") },
          { label: t("admin.role") },
          { label: t("admin.userDepartments") },
          { label: t("admin.since") },
          ...(editHref ? [{ label: t("admin.editUser"), hidden: true }] : []),
        ]}
      />
      <TBody>
        {members.map((member) => (
          <Row key={member.id}>
            <RowHead sub={member.user.email}>
              {member.user.name}
              {member.user.id === self && <span className="h-2"> ({t("admin.you")})</span>}
              {member.user.disabledAt && <span className="h-2"> ({t("admin.disabled")})</span>}
            </RowHead>
            <Cell label={t("admin.role")}>{t(`roles.${member.role as Role}`)}</Cell>
            <Cell label={t("admin.userDepartments")}>{departmentsOf(t, member)}</Cell>
            <Cell label={t("admin.since")} nowrap>
              {formatDate(member.user.createdAt, t.locale)}
            </Cell>
            {editHref && (
              <Cell>
                <a href={editHref(member.id)} aria-label={t("admin.editUserOf", { name: member.user.name })}>
                  {t("admin.editUser")}
                </a>
              </Cell>
            )}
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}

function departmentsOf(t: Translator, member: Member): string {
  if (member.role !== "service-owner") return t("admin.allDepartments");
  if (member.departments.length === 0) return t("admin.noDepartment");
  return formatList(
    member.departments.map((row) => row.department.name),
    t.locale,
  );
}

function RoleFields({
  t,
  form,
  chosen,
  departmentIds,
  departments,
}: {
  readonly t: Translator;
  readonly form: FormState;
  readonly chosen: string | null;
  readonly departmentIds: readonly string[];
  readonly departments: readonly Department[];
}) {
  return (
    <>
      <RadioGroup
        id="role"
        name="role"
        required
        legend={t("admin.role")}
        error={form.error("role")}
        value={form.value("role", chosen)}
        options={ROLES.map((each) => ({ value: each, label: t(`roles.${each}`), hint: t(`admin.roleHint_${each}`) }))}
      />
      {departments.length > 0 && (
        <CheckboxGroup
          id="departmentIds"
          name="departmentIds"
          legend={t("admin.chooseDepartments")}
          error={form.error("departmentIds")}
          values={typedList(form, "departmentIds") ?? departmentIds}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  );
}

/** What was ticked in a refused form; null without one. A single tick arrives as text, none not at all. */
function typedList(form: FormState, name: string): readonly string[] | null {
  if (!form.draft) return null;
  const typed = form.draft.values[name];
  return Array.isArray(typed) ? typed.map(String) : typed === undefined ? [] : [String(typed)];
}

/** Role and departments of one person, and the way out of the city. */
export function MemberForm({
  t,
  form,
  api,
  back,
  member,
  cityName,
  departments,
}: {
  readonly t: Translator;
  readonly form: FormState;
  /** Address of the person's membership. */
  readonly api: string;
  readonly back: string;
  readonly member: Member;
  readonly cityName: string;
  readonly departments: readonly Department[];
}) {
  const { name } = member.user;
  return (
    <>
      <form className="h-formgrid" method="post" action={api}>
        <input type="hidden" name="back" value={back} />
        <RoleFields
          t={t}
          form={form}
          chosen={member.role}
          departmentIds={member.departments.map((row) => row.department.id)}
          departments={departments}
        />
        <div>
          <Button variant="primary">{t("common.save")}</Button>
        </div>
      </form>
      <div className="h-mt">
        <Confirm label={t("admin.removeUser")} title={t("admin.removeUserTitle", { name, city: cityName })}>
          <p className="h-meta">{t("admin.removeUserText")}</p>
          <PostButton action={`${api}/remove`} fields={{ back }}>
            {t("admin.removeUserDo")}
          </PostButton>
        </Confirm>
      </div>
    </>
  );
}

/** Takes a person into the city. */
export function AddMemberForm({
  t,
  form,
  api,
  back,
  departments,
}: {
  readonly t: Translator;
  readonly form: FormState;
  readonly api: string;
  readonly back: string;
  readonly departments: readonly Department[];
}) {
  return (
    <form className="h-formgrid" method="post" action={api}>
      <input type="hidden" name="back" value={back} />
      <TextField
        id="name"
        name="name"
        required
        maxLength={120}
        autoComplete="off"
        label={t("admin.name")}
        defaultValue={form.value("name")}
        error={form.error("name")}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        required
        maxLength={254}
        autoComplete="off"
        label={t("admin.email")}
        hint={t("admin.addUserExisting")}
        defaultValue={form.value("email")}
        error={form.error("email")}
      />
      <TextField
        id="password"
        name="password"
        type="password"
        required
        minLength={12}
        autoComplete="new-password"
        label={t("admin.initialPassword")}
        hint={t("account.passwordHint")}
        error={form.error("password")}
      />
      <RoleFields t={t} form={form} chosen={null} departmentIds={[]} departments={departments} />
      <div>
        <Button variant="primary">{t("admin.addUser")}</Button>
      </div>
    </form>
  );
}
