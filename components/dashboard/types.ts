import type { Translator } from "@/lib/i18n";
import type { Dashboard } from "@/lib/features/portfolio/data-dashboard";

/** What every section of the dashboard is drawn from. */
export interface SectionProps {
  readonly t: Translator;
  /** Path of the city, `/c/musterstadt`. */
  readonly base: string;
  readonly citySlug: string;
  readonly dashboard: Dashboard;
  /** Scope and comparison as the query part of an address, without `?`. */
  readonly view: string;
}

/** Address of a section's figures as a file, in the same view. */
export function fileHref({ citySlug, view }: Pick<SectionProps, "citySlug" | "view">, table: string): string {
  return `/api/v1/cities/${citySlug}/portfolio/figures?table=${table}${view === "" ? "" : `&${view}`}`;
}
