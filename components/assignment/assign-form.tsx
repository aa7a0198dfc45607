import { Button, Checkbox, SelectField, TextField } from "@/components/ui";
import type { Assessor } from "@/lib/domain/assignment/distribute";
import type { Method } from "@/lib/domain/method/types";
import { tr, type Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";
import { SelectionFields } from "./frame";

export interface AssignInput {
  readonly to: string;
  readonly due: string;
  readonly note: string;
  readonly alsoAssigned: boolean;
  readonly alsoApproved: boolean;
}

/** Who, what, until when, as a GET form: the dry run below is an address of its own. */
export function AssignForm({
  t,
  action,
  selection,
  methods,
  method,
  people,
  input,
  today,
  form,
}: {
  readonly t: Translator;
  readonly action: string;
  readonly selection: string;
  readonly methods: readonly Method[];
  readonly method: Method;
  readonly people: readonly Assessor[];
  readonly input: AssignInput;
  readonly today: string;
  readonly form: FormState;
}) {
  return (
    <form className="h-formgrid" method="get" action={`${action}#plan`}>
      <SelectionFields selection={selection} />
      <SelectField
        id="method"
        name="method"
        label={t("assignment.method")}
        defaultValue={method.ref}
        error={form.error("method")}
        options={methods.map((each) => ({ value: each.ref, label: tr(each.name, t.locale) }))}
      />
      <SelectField
        id="to"
        name="to"
        label={t("assignment.to")}
        hint={t("assignment.toOwnersHint")}
        error={form.error("to")}
        defaultValue={input.to}
        options={[
          { value: "owners", label: t("assignment.toOwners") },
          {
            group: t("assignment.toPeople"),
            options: people.map(({ userId, name }) => ({ value: userId, label: name })),
          },
        ]}
      />
      <TextField
        id="due"
        name="due"
        type="date"
        required
        min={today}
        label={t("assignment.due")}
        defaultValue={input.due}
        error={form.error("due")}
      />
      <TextField
        id="note"
        name="note"
        maxLength={500}
        label={t("assignment.noteLabel")}
        optional={t("common.optional")}
        defaultValue={input.note}
        error={form.error("note")}
      />
      <Checkbox
        id="alsoAssigned"
        name="alsoAssigned"
        label={t("assignment.alsoAssigned")}
        defaultChecked={input.alsoAssigned}
      />
      <Checkbox
        id="alsoApproved"
        name="alsoApproved"
        label={t("assignment.alsoApproved")}
        defaultChecked={input.alsoApproved}
      />
      <div>
        <Button>{t("assignment.update")}</Button>
      </div>
    </form>
  );
}
