import type { ComponentPropsWithoutRef, ReactNode } from "react";

export interface FieldProps {
  /** Unique on the page; hint and error ids are built from it, the error summary links to it. */
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  /** Word for a field that may stay empty, e.g. "freiwillig". */
  readonly optional?: string;
  /** KERN's 48 px: forms for departments and first start. Dense 36 px otherwise. */
  readonly large?: boolean;
  readonly className?: string;
}

/** Ids of hint and error for `aria-describedby`. */
export function describedBy(id: string, hint: ReactNode, error: string | null | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** Hint and error with the ids that `describedBy` names. */
export function Described({
  id,
  hint,
  error,
}: {
  readonly id: string;
  readonly hint?: ReactNode;
  readonly error?: string | null;
}) {
  return (
    <>
      {hint ? (
        <span className="h-hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="h-err" id={`${id}-error`}>
          {error}
        </span>
      ) : null}
    </>
  );
}

/** Label, hint and error around any one control. The control itself carries `id`, `aria-describedby` and `aria-invalid`. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  large = false,
  className,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  const base = large
    ? `kern-form-input${error ? " kern-form-input--error" : ""}`
    : `h-field${error ? " h-field--err" : ""}`;
  return (
    <div className={className === undefined ? base : `${base} ${className}`}>
      <label className={large ? "kern-label" : undefined} htmlFor={id}>
        {label}
        {optional !== undefined && (
          <>
            {" "}
            <span className={large ? "kern-label__optional" : "h-opt"}>({optional})</span>
          </>
        )}
      </label>
      {large && <Described id={id} hint={hint} error={error} />}
      {children}
      {!large && <Described id={id} hint={hint} error={error} />}
    </div>
  );
}

type Native<E extends "input" | "select" | "textarea"> = Omit<
  ComponentPropsWithoutRef<E>,
  "id" | "className" | "style" | keyof FieldProps
>;

function control(props: FieldProps) {
  return {
    id: props.id,
    "aria-describedby": describedBy(props.id, props.hint, props.error),
    "aria-invalid": props.error ? (true as const) : undefined,
  };
}

function split<P extends FieldProps>(props: P) {
  const { id, label, hint, error, optional, large, className, ...rest } = props;
  return { field: { id, label, hint, error, optional, large, className }, rest };
}

/** One line of text, number, date, e-mail, password or file: every attribute of `<input>` passes through. */
export function TextField(props: FieldProps & Native<"input">) {
  const { field, rest } = split(props);
  return (
    <Field {...field}>
      <input
        type="text"
        {...rest}
        {...control(field)}
        className={field.large === true ? "kern-form-input__input" : undefined}
      />
    </Field>
  );
}

export function TextArea(props: FieldProps & Native<"textarea">) {
  const { field, rest } = split(props);
  return (
    <Field {...field}>
      <textarea {...rest} {...control(field)} className={field.large === true ? "kern-form-input__input" : undefined} />
    </Field>
  );
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectGroup {
  readonly group: string;
  readonly options: readonly SelectOption[];
}

function Options({ options }: { readonly options: readonly (SelectOption | SelectGroup)[] }) {
  return options.map((option) =>
    "group" in option ? (
      <optgroup key={option.group} label={option.group}>
        <Options options={option.options} />
      </optgroup>
    ) : (
      <option key={option.value} value={option.value} disabled={option.disabled}>
        {option.label}
      </option>
    ),
  );
}

/** A choice from a list; preset with `defaultValue`. */
export function SelectField(
  props: FieldProps & Native<"select"> & { readonly options: readonly (SelectOption | SelectGroup)[] },
) {
  const { field, rest } = split(props);
  const { options, ...select } = rest;
  const element = (
    <select {...select} {...control(field)} className={field.large === true ? "kern-form-input__select" : undefined}>
      <Options options={options} />
    </select>
  );
  return (
    <Field {...field}>
      {field.large === true ? <div className="kern-form-input__select-wrapper">{element}</div> : element}
    </Field>
  );
}

/** A single yes. */
export function Checkbox({
  id,
  label,
  hint,
  error,
  large = false,
  ...input
}: Omit<FieldProps, "optional" | "className"> & Native<"input">) {
  const field = { id, label, hint, error };
  return (
    <div className={error ? "h-field h-field--err" : "h-field"}>
      <div className={large ? "kern-form-check" : "h-checkrow"}>
        <input
          type="checkbox"
          {...input}
          {...control(field)}
          className={large ? "kern-form-check__checkbox" : "h-check"}
        />
        <label className={large ? "kern-label" : undefined} htmlFor={id}>
          {label}
        </label>
      </div>
      <Described id={id} hint={hint} error={error} />
    </div>
  );
}

/** What has to be corrected, each linked to its field. Stands above the form; nothing when there is no error. */
export function ErrorSummary({
  title,
  errors,
}: {
  readonly title: string;
  /** `field` = id of the control; without it the message concerns the whole form. */
  readonly errors: readonly { readonly field?: string; readonly message: string }[];
}) {
  if (errors.length === 0) return null;
  return (
    <div className="h-errors" role="alert" tabIndex={-1} id="errors">
      <h2 className="h-h3">{title}</h2>
      <ul>
        {errors.map((error, i) => (
          <li key={`${error.field ?? ""}${i}`}>
            {error.field === undefined ? error.message : <a href={`#${error.field}`}>{error.message}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
