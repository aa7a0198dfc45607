import type { ReactNode } from "react";

/** Something to know about this page: a bar, not a box. `live` announces it (errors, saved). */
export function Note({
  tone = "neutral",
  title,
  live,
  children,
}: {
  readonly tone?: "neutral" | "info" | "warning" | "danger";
  readonly title?: ReactNode;
  readonly live?: "status" | "alert";
  readonly children?: ReactNode;
}) {
  const className = tone === "neutral" ? "h-note h-note--gap" : `h-note h-note--${tone} h-note--gap`;
  return (
    <div className={className} role={live}>
      {title !== undefined && <strong className="h-strong">{title}</strong>}
      {title !== undefined && " "}
      {children}
    </div>
  );
}

/** Nothing here yet: what is missing and the one next step. Never sample figures. */
export function Empty({
  title,
  children,
  action,
  row = false,
}: {
  readonly title: ReactNode;
  /** Why it is empty, what it would take. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** One line with the action on the right. */
  readonly row?: boolean;
}) {
  if (row) {
    return (
      <div className="h-empty h-empty--row">
        <div>
          <p className="h-strong">{title}</p>
          {children !== undefined && <div className="h-meta">{children}</div>}
        </div>
        {action}
      </div>
    );
  }
  return (
    <div className="h-empty">
      <p className="h-strong">{title}</p>
      {children !== undefined && <div className="h-meta">{children}</div>}
      {action !== undefined && <div className="h-mt">{action}</div>}
    </div>
  );
}

/** A change against the last snapshot, with its direction in words: "+3 Punkte, besser". */
export function Delta({ text, verdict }: { readonly text: string; readonly verdict?: string }) {
  return <span className="h-nw">{verdict === undefined ? text : `${text}, ${verdict}`}</span>;
}

/** Steps of a longer way, in the reading column or above a form. */
export function Steps({
  label,
  items,
  line = false,
}: {
  readonly label: string;
  readonly items: readonly {
    readonly label: string;
    readonly state: "done" | "current" | "open";
    readonly doneText?: string;
  }[];
  /** Beside each other above a form instead of below each other. */
  readonly line?: boolean;
}) {
  return (
    <ol className={line ? "h-steps" : "h-stepper"} aria-label={label}>
      {items.map((item) => (
        <li
          key={item.label}
          className={item.state === "done" ? "is-done" : undefined}
          aria-current={item.state === "current" ? "step" : undefined}
        >
          <span>
            {item.label}
            {item.state === "done" && item.doneText !== undefined && <span className="h-vh"> ({item.doneText})</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
