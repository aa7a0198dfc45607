import {
  Button,
  Cell,
  Pager,
  RadioGroup,
  Row,
  RowHead,
  ScrollTable,
  SelectField,
  TBody,
  TextArea,
  THead,
} from "@/components/ui";
import { Section } from "@/components/layout";
import { GROUP_MODES, type GroupMode } from "@/lib/domain/assignment/group";
import { NOT_APPLICABLE, UNKNOWN } from "@/lib/domain/method/answers";
import type { Method } from "@/lib/domain/method/types";
import type { GroupMember, GroupPlan } from "@/lib/features/assignment/data-group";
import { formatList } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { SelectionFields } from "./frame";

interface Props {
  readonly t: Translator;
  /** Address of this page. */
  readonly page: string;
  readonly selection: string;
  readonly methods: readonly Method[];
  readonly method: Method;
  readonly answer: Readonly<Record<string, string>>;
  readonly note: string;
  readonly mode: GroupMode;
  /** Message below a field, by its path. */
  readonly error: (path: string) => string | null;
}

/** Another method for the same selection. */
export function GroupMethod({ t, page, selection, methods, method }: Props) {
  return (
    <form method="get" action={page} className="h-groupswitch">
      <SelectionFields selection={selection} />
      <SelectField
        id="other-method"
        name="method"
        label={t("assignment.groupMethod")}
        defaultValue={method.ref}
        options={methods.map((each) => ({ value: each.ref, label: tr(each.name, t.locale) }))}
      />
      <Button size="small">{t("assignment.groupMethodDo")}</Button>
    </form>
  );
}

/** Which criteria are answered and how, as a GET form: the dry run is an address of its own. */
export function GroupForm({ t, page, selection, method, answer, note, mode, error }: Props) {
  return (
    <form method="get" action={`${page}#plan`} className="h-groupform">
      <SelectionFields selection={selection} />
      <input type="hidden" name="method" value={method.ref} />
      {method.criteria.map((criterion, i) => (
        <SelectField
          key={criterion.id}
          id={`answer.${criterion.id}`}
          name={`a.${criterion.id}`}
          label={`${i + 1}. ${tr(criterion.text, t.locale)}`}
          defaultValue={answer[criterion.id] ?? ""}
          error={error(`answer.${criterion.id}`)}
          options={[
            { value: "", label: t("assignment.groupLeave") },
            ...criterion.options.map((option) => ({ value: option.id, label: tr(option.text, t.locale) })),
            { value: UNKNOWN, label: t("assessment.unknown") },
            { value: NOT_APPLICABLE, label: t("assessment.notApplicable") },
          ]}
        />
      ))}
      <TextArea
        id="note"
        name="note"
        rows={2}
        maxLength={500}
        label={t("assignment.groupNote")}
        hint={t("assignment.groupNoteHint")}
        optional={t("common.optional")}
        defaultValue={note}
        error={error("note")}
      />
      <RadioGroup
        id="mode"
        name="mode"
        legend={t("assignment.groupMode")}
        value={mode}
        options={GROUP_MODES.map((each) => ({
          value: each,
          label: t(`assignment.groupMode_${each}`),
          hint: t(`assignment.groupModeHint_${each}`),
        }))}
      />
      <div>
        <Button>{t("assignment.groupDry")}</Button>
      </div>
    </form>
  );
}

const PER_PAGE = 50;
const ORDER = ["refused", "changed", "unchanged"] as const;

/** The dry run: what happens to each service, and the one button that does it. */
export function GroupPlanSection({
  t,
  base,
  api,
  back,
  group,
  wanted,
  blocked,
  ...p
}: Props & {
  readonly base: string;
  readonly api: string;
  readonly back: string;
  readonly group: GroupPlan;
  /** Page of the table. */
  readonly wanted: number;
  /** The selection or an answer is not understood: nothing may be carried out. */
  readonly blocked: boolean;
}) {
  const { method, answer } = p;
  const count = (effect: GroupMember["effect"]["effect"]) =>
    group.members.filter((member) => member.effect.effect === effect).length;
  const changed = count("changed");
  const members = ORDER.flatMap((each) => group.members.filter((member) => member.effect.effect === each));
  const last = Math.max(1, Math.ceil(members.length / PER_PAGE));
  const page = Math.min(wanted, last);
  const shown = members.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const texts = new Map(method.criteria.map((criterion) => [criterion.id, tr(criterion.text, t.locale)]));
  const numbers = new Map(method.criteria.map(({ id }, i) => [id, i + 1]));
  const effectText = ({ effect }: GroupMember): string =>
    effect.effect === "changed"
      ? t("assignment.effect_changed", {
          list: formatList(
            // Sentences would make a row as tall as a page: several criteria stand there by their number.
            effect.criteria.length === 1
              ? effect.criteria.map((id) => texts.get(id) ?? id)
              : effect.criteria.map((id) => t("assignment.criterionNo", { number: numbers.get(id) ?? 0 })),
            t.locale,
          ),
        })
      : effect.effect === "unchanged"
        ? t("assignment.effect_unchanged")
        : t(`assignment.effect_${effect.reason}`);
  const address = (each: number) => {
    const query = new URLSearchParams(p.selection);
    query.set("method", method.ref);
    for (const [id, value] of Object.entries(answer)) query.set(`a.${id}`, value);
    if (p.note !== "") query.set("note", p.note);
    query.set("mode", p.mode);
    if (each > 1) query.set("page", String(each));
    return `${p.page}?${query.toString()}#plan`;
  };
  return (
    <Section
      strong
      id="plan"
      finding={t("assignment.groupPlanTitle", { changed })}
      base={[
        t("assignment.groupPlanBase", {
          unchanged: count("unchanged"),
          refused: count("refused"),
          all: members.length,
        }),
      ]}
    >
      {changed > 0 && !blocked && (
        <form method="post" action={api}>
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="selection" value={p.selection} />
          <input type="hidden" name="method" value={method.ref} />
          <input type="hidden" name="answer" value={new URLSearchParams(answer).toString()} />
          <input type="hidden" name="note" value={p.note} />
          <input type="hidden" name="mode" value={p.mode} />
          <input type="hidden" name="plan" value={group.print} />
          <Button variant="primary">{t("assignment.groupConfirm", { count: changed })}</Button>
          <p className="h-meta">{t("assignment.groupConfirmText")}</p>
        </form>
      )}
      {shown.length > 0 && (
        <>
          <ScrollTable
            caption={t("assignment.groupTable", {
              from: (page - 1) * PER_PAGE + 1,
              to: (page - 1) * PER_PAGE + shown.length,
              total: members.length,
            })}
            stack
          >
            <THead columns={[{ label: t("assignment.colService") }, { label: t("assignment.colEffect") }]} />
            <TBody>
              {shown.map((member) => (
                <Row key={member.id}>
                  <RowHead sub={member.departmentName ?? t("assignment.noDepartment")}>
                    <a href={`${base}/services/${member.id}`}>{member.name}</a>
                  </RowHead>
                  <Cell label={t("assignment.colEffect")} full>
                    {effectText(member)}
                  </Cell>
                </Row>
              ))}
            </TBody>
          </ScrollTable>
          <Pager t={t} page={page} pageSize={PER_PAGE} total={members.length} href={address} />
        </>
      )}
    </Section>
  );
}
