export { MarkSprite } from "./mark-sprite";
export { AuthShell, PageShell, type NavItem, type PageShellProps } from "./page-shell";

export {
  Facts,
  KeyFigures,
  ListHead,
  PageHead,
  RecordHead,
  type KeyFigure,
  type KeyFigureList,
  type TocItem,
} from "./page-head";
export { Crumbs, ScopeLine } from "./scope-line";
export { Section, SumLine } from "./section";
