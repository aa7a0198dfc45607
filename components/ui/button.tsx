import type { ComponentPropsWithoutRef, ReactNode } from "react";

interface Look {
  readonly variant?: "primary" | "secondary" | "quiet";
  /** `small` 32 px in tables, `large` KERN's 48 px in forms for departments. */
  readonly size?: "small" | "normal" | "large";
}

function classOf({ variant = "secondary", size = "normal" }: Look): string {
  if (size === "large") return `kern-btn kern-btn--${variant === "quiet" ? "tertiary" : variant}`;
  return ["h-btn", variant === "secondary" ? "" : `h-btn--${variant}`, size === "small" ? "h-btn--s" : ""]
    .filter(Boolean)
    .join(" ");
}

function content(size: Look["size"], children: ReactNode): ReactNode {
  return size === "large" ? <span className="kern-label">{children}</span> : children;
}

/** Does something. Submits its form unless `type` says otherwise. */
export function Button({
  variant,
  size,
  children,
  ...rest
}: Look & Omit<ComponentPropsWithoutRef<"button">, "className" | "style">) {
  return (
    <button type="submit" {...rest} className={classOf({ variant, size })}>
      {content(size, children)}
    </button>
  );
}

/** Goes somewhere, and looks like a button. */
export function LinkButton({
  variant,
  size,
  children,
  ...rest
}: Look & Omit<ComponentPropsWithoutRef<"a">, "className" | "style"> & { readonly href: string }) {
  return (
    <a {...rest} className={classOf({ variant, size })}>
      {content(size, children)}
    </a>
  );
}

/** Buttons beside each other, the main one first. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className="h-actions h-mt">{children}</div>;
}

/** A POST form that is only a button: acting on a record without script. `fields` travel as hidden inputs. */
export function PostButton({
  action,
  fields = {},
  children,
  ...look
}: Look & {
  readonly action: string;
  readonly fields?: Readonly<Record<string, string | number>>;
  readonly children: ReactNode;
}) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...look}>{children}</Button>
    </form>
  );
}

/** A step that cannot be taken back: the button opens what it means and the real button. Works without script. */
export function Confirm({
  label,
  title,
  children,
  size = "normal",
}: {
  readonly label: string;
  readonly title: string;
  /** What will happen, and the form that does it. */
  readonly children: ReactNode;
  readonly size?: "small" | "normal";
}) {
  return (
    <details className="h-confirm">
      <summary className={classOf({ size })}>{label}</summary>
      <div className="h-confirm__box">
        <p className="h-strong">{title}</p>
        {children}
      </div>
    </details>
  );
}
