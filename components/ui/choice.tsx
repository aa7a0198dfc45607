import type { ReactNode } from "react";
import { describedBy, Described } from "./field";

/** A group of controls with one question. */
export function Fieldset({
  id,
  legend,
  hint,
  error,
  large = false,
  children,
}: {
  readonly id: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly large?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <fieldset
      className={large ? "h-fieldset h-fieldset--l" : "h-fieldset"}
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend>{legend}</legend>
      {(hint || error) && (
        <p className="h-meta">
          <Described id={id} hint={hint} error={error} />
        </p>
      )}
      {children}
    </fieldset>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

function Choices({
  type,
  id,
  name,
  options,
  selected,
  row,
  large,
  required,
}: {
  readonly type: "radio" | "checkbox";
  readonly id: string;
  readonly name: string;
  readonly options: readonly Choice[];
  readonly selected: readonly string[];
  readonly row: boolean;
  readonly large: boolean;
  readonly required: boolean;
}) {
  const group = ["h-radios", row ? "h-radios--row" : "", large ? "h-radios--l" : ""].filter(Boolean).join(" ");
  return (
    <div className={group}>
      {options.map((option) => {
        const optionId = `${id}-${option.value}`;
        const kern = type === "radio" ? "kern-form-check__radio" : "kern-form-check__checkbox";
        return (
          <div key={option.value} className={large ? "kern-form-check" : "h-checkrow"}>
            <input
              className={large ? kern : "h-check"}
              type={type}
              id={optionId}
              name={name}
              value={option.value}
              defaultChecked={selected.includes(option.value)}
              required={type === "radio" && required}
              aria-describedby={option.hint ? `${optionId}-hint` : undefined}
            />
            <label className={large ? "kern-label" : undefined} htmlFor={optionId}>
              {option.label}
            </label>
            {option.hint ? (
              <span className="h-meta" id={`${optionId}-hint`}>
                {option.hint}
              </span>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

interface GroupProps {
  readonly id: string;
  readonly name: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly options: readonly Choice[];
  /** Options beside each other. */
  readonly row?: boolean;
  readonly large?: boolean;
}

/** One of several. Without `value` nothing is preset: unanswered stays unanswered. */
export function RadioGroup({
  value,
  required = false,
  ...p
}: GroupProps & { readonly value?: string | null; readonly required?: boolean }) {
  return (
    <Fieldset id={p.id} legend={p.legend} hint={p.hint} error={p.error} large={p.large}>
      <Choices
        type="radio"
        id={p.id}
        name={p.name}
        options={p.options}
        selected={value ? [value] : []}
        row={p.row === true}
        large={p.large === true}
        required={required}
      />
    </Fieldset>
  );
}

/** Any number of several. */
export function CheckboxGroup({ values = [], ...p }: GroupProps & { readonly values?: readonly string[] }) {
  return (
    <Fieldset id={p.id} legend={p.legend} hint={p.hint} error={p.error} large={p.large}>
      <Choices
        type="checkbox"
        id={p.id}
        name={p.name}
        options={p.options}
        selected={values}
        row={p.row === true}
        large={p.large === true}
        required={false}
      />
    </Fieldset>
  );
}
