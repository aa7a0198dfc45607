import type { ReactNode } from "react";
import type { Translator } from "@/lib/i18n";

export interface TocItem {
  /** Id of the section, without `#`. */
  readonly id: string;
  readonly label: string;
}

function Toc({ t, items }: { readonly t: Translator; readonly items: readonly TocItem[] }) {
  return (
    <nav className="h-toc" aria-label={t("nav.onThisPage")}>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <a href={`#${item.id}`}>{item.label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface KeyFigure {
  readonly label: string;
  readonly value: ReactNode;
  /** Leads to the services behind the figure. */
  readonly href?: string;
  /** Denominator and unknown count; no figure without it. */
  readonly base: ReactNode;
  readonly delta?: ReactNode;
}

/** At most five figures, each with its base. */
export type KeyFigureList =
  | readonly [KeyFigure]
  | readonly [KeyFigure, KeyFigure]
  | readonly [KeyFigure, KeyFigure, KeyFigure]
  | readonly [KeyFigure, KeyFigure, KeyFigure, KeyFigure]
  | readonly [KeyFigure, KeyFigure, KeyFigure, KeyFigure, KeyFigure];

/** Row of key figures under a 2 px rule. */
export function KeyFigures({ figures }: { readonly figures: KeyFigureList }) {
  return (
    <dl className="h-keys">
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd className="h-keys__n">
            {figure.href === undefined ? figure.value : <a href={figure.href}>{figure.value}</a>}
          </dd>
          <dd>{figure.base}</dd>
          {figure.delta !== undefined && <dd className="h-delta">{figure.delta}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Begins a page with its result: one sentence, at most five key figures. */
export function PageHead({
  t,
  name,
  meta,
  lead,
  sub,
  figures,
  toc,
  aside,
  actions,
}: {
  readonly t: Translator;
  /** Name of the page, the `h1`. */
  readonly name: string;
  readonly meta?: ReactNode;
  readonly lead: ReactNode;
  readonly sub?: ReactNode;
  readonly figures?: KeyFigureList;
  readonly toc?: readonly TocItem[];
  /** Below the contents in the reading column, e.g. a stepper. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="h-head">
      <div className="h-cols">
        <div>
          <h1 className="h-pagename">{name}</h1>
          {meta !== undefined && <p className="h-meta">{meta}</p>}
          {toc !== undefined && <Toc t={t} items={toc} />}
          {aside}
        </div>
        <div>
          <p className="h-lead">{lead}</p>
          {sub !== undefined && <p className="h-sub">{sub}</p>}
          {actions !== undefined && <div className="h-actions h-mt">{actions}</div>}
          {figures !== undefined && <KeyFigures figures={figures} />}
        </div>
      </div>
    </div>
  );
}

/** Head of a list or form: title, one sentence, actions on the right. */
export function ListHead({
  title,
  sub,
  actions,
}: {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="h-head h-head--row">
      <div>
        <h1 className="h-title">{title}</h1>
        {sub !== undefined && <p className="h-sub">{sub}</p>}
      </div>
      {actions !== undefined && <div className="h-actions">{actions}</div>}
    </div>
  );
}

/** Facts as term and value, four in a row. */
export function Facts({ items }: { readonly items: readonly { readonly label: string; readonly value: ReactNode }[] }) {
  return (
    <dl className="h-facts">
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Head of one record: marks and contents on the left, title, finding and facts on the right. */
export function RecordHead({
  t,
  title,
  lead,
  marks,
  meta,
  toc,
  actions,
  facts,
}: {
  readonly t: Translator;
  readonly title: string;
  readonly lead?: ReactNode;
  /** Each with the mark and its words: `<MarkWithText …/>`. */
  readonly marks?: readonly ReactNode[];
  readonly meta?: ReactNode;
  readonly toc?: readonly TocItem[];
  readonly actions?: ReactNode;
  readonly facts?: readonly { readonly label: string; readonly value: ReactNode }[];
}) {
  return (
    <div className="h-head">
      <div className="h-cols">
        <div>
          {marks !== undefined && (
            <div className="h-svcmarks">
              {marks.map((mark, i) => (
                <span key={i}>{mark}</span>
              ))}
            </div>
          )}
          {meta !== undefined && <p className="h-meta">{meta}</p>}
          {toc !== undefined && <Toc t={t} items={toc} />}
        </div>
        <div>
          <div className="h-titlerow">
            <h1 className="h-title">{title}</h1>
            {actions !== undefined && <div className="h-actions">{actions}</div>}
          </div>
          {lead !== undefined && <p className="h-lead h-lead--s">{lead}</p>}
          {facts !== undefined && <Facts items={facts} />}
        </div>
      </div>
    </div>
  );
}
