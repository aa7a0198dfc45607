import { Actions, Button, Fieldset, LinkButton, SelectField, TextField } from "@/components/ui";
import { NOT_APPLICABLE, UNKNOWN } from "@/lib/domain/method/answers";
import { weighable, type Calculation } from "@/lib/domain/method/calculator";
import { byId, groupsOf, sectionsOf } from "@/lib/domain/method/sections";
import { parametersOf } from "@/lib/domain/method/variants";
import type { Criterion, Method } from "@/lib/domain/method/types";
import { tr, type Translator } from "@/lib/i18n";
import { labelOf, parameterName } from "./parts";

interface Props {
  readonly t: Translator;
  /** As published, with all its readings. */
  readonly method: Method;
  readonly calculation: Calculation;
  /** Path of the method's page. */
  readonly action: string;
  /** The method has a calculator of its own, whose links can be pasted. */
  readonly withLink: boolean;
}

/** Answers, readings and floor as a GET form: the address holds them, nothing is stored. */
export function TryForm({ t, method, calculation, action, withLink }: Props) {
  const sections = sectionsOf(method);
  return (
    <form className="h-formgrid h-formgrid--2" method="get" action={`${action}#result`}>
      {withLink && (
        <TextField
          className="h-full"
          id="try-link"
          name="link"
          maxLength={2000}
          label={t("methods.tryLink")}
          hint={t("methods.tryLinkHint")}
          optional={t("common.optional")}
        />
      )}
      <Settings t={t} method={method} calculation={calculation} />
      {sections.map((section) =>
        section.name === null ? (
          section.criteria.map((criterion) => (
            <Question key={criterion.id} t={t} method={method} calculation={calculation} criterion={criterion} />
          ))
        ) : (
          <div key={section.id} className="h-full">
            <Fieldset id={`try-group-${section.id}`} legend={tr(section.name, t.locale)}>
              <div className="h-formgrid h-formgrid--2">
                {section.criteria.map((criterion) => (
                  <Question key={criterion.id} t={t} method={method} calculation={calculation} criterion={criterion} />
                ))}
              </div>
            </Fieldset>
          </div>
        ),
      )}
      <div className="h-full">
        <Actions>
          <Button variant="primary">{t("methods.trySubmit")}</Button>
          <LinkButton href={`${action}#try`}>{t("methods.tryReset")}</LinkButton>
        </Actions>
      </div>
    </form>
  );
}

function Question({
  t,
  method,
  calculation,
  criterion,
}: Pick<Props, "t" | "method" | "calculation"> & { readonly criterion: Criterion }) {
  const { answers } = calculation;
  return (
    <SelectField
      id={`q-${criterion.id}`}
      name={criterion.id}
      label={`${labelOf(method, criterion)}${byId(method) ? ":" : "."} ${tr(criterion.text, t.locale)}`}
      defaultValue={Object.hasOwn(answers, criterion.id) ? answers[criterion.id] : ""}
      options={[
        { value: "", label: t("common.unanswered") },
        ...criterion.options.map((option) => ({ value: option.id, label: tr(option.text, t.locale) })),
        { value: UNKNOWN, label: t("common.unknown") },
        { value: NOT_APPLICABLE, label: t("common.notApplicable") },
      ]}
    />
  );
}

/** Readings, an own weighting, and a floor where a score comes with a level. */
function Settings({ t, method, calculation }: Pick<Props, "t" | "method" | "calculation">) {
  const level = method.outputs.find(({ id }) => id === method.pair?.with);
  const parameters = [...parametersOf(method)];
  const weighed = parameters.some(([parameter]) => weighable(method, parameter));
  return (
    <>
      {parameters.map(([parameter, readings]) => (
        <SelectField
          key={parameter}
          id={`try-${parameter}`}
          name={parameter}
          label={parameterName(t, parameter)}
          defaultValue={calculation.readings[parameter]}
          options={[
            ...readings.map(({ id, name }) => ({ value: id, label: tr(name, t.locale) })),
            ...(weighable(method, parameter) ? [{ value: "custom", label: t("methods.custom") }] : []),
          ]}
        />
      ))}
      {level && (
        <SelectField
          id="try-floor"
          name="floor"
          label={t("methods.floor")}
          hint={t("methods.floorHint")}
          defaultValue={calculation.floor === null ? "" : String(calculation.floor)}
          options={[
            { value: "", label: t("methods.floorNone") },
            ...level.levels.map(({ from, name }) => ({ value: String(from), label: tr(name, t.locale) })),
          ]}
        />
      )}
      {weighed && (
        <details className="h-full h-more" open={Object.values(calculation.readings).includes("custom")}>
          <summary>{t("methods.custom")}</summary>
          <p className="h-meta">{t("methods.customHint")}</p>
          <div className="h-formgrid h-formgrid--3">
            {groupsOf(method).map(({ id, name }) => (
              <TextField
                key={id}
                id={`try-w-${id}`}
                name={`w.${id}`}
                inputMode="decimal"
                maxLength={10}
                label={t("methods.weightOf", { name: tr(name, t.locale) })}
                defaultValue={calculation.weights[id]}
              />
            ))}
          </div>
        </details>
      )}
    </>
  );
}
