import { Tabs } from "@/components/ui";
import type { ListQuery } from "@/lib/domain/service/list";
import type { Translator } from "@/lib/i18n";
import type { FilterNames } from "@/lib/i18n/service-words";
import { selectionWords } from "./words";

/** Parts of the area: one's own tasks, those in reach, the progress of all. */
export function AreaTabs({
  t,
  base,
  current,
  reach,
}: {
  readonly t: Translator;
  /** `/c/<city>` */
  readonly base: string;
  readonly current: "me" | "departments" | "progress";
  /** How far the person's own writing reaches; null = nowhere. */
  readonly reach: "city" | "departments" | null;
}) {
  return (
    <Tabs
      page
      label={t("assignment.areas")}
      items={[
        { href: `${base}/inbox`, label: t("assignment.tabMe"), current: current === "me" },
        ...(reach === null
          ? []
          : [
              {
                href: `${base}/inbox?view=departments`,
                label: t(reach === "city" ? "assignment.tabCity" : "assignment.tabDepartments"),
                current: current === "departments",
              },
            ]),
        { href: `${base}/assignments`, label: t("assignment.tabProgress"), current: current === "progress" },
      ]}
    />
  );
}

/** Which services are meant, and the way to change that. */
export function SelectionWords({
  t,
  base,
  list,
  selection,
  names,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly list: ListQuery;
  readonly selection: string;
  readonly names: FilterNames;
}) {
  return (
    <>
      {selectionWords(t, list, names).map((words) => (
        <p key={words} className="h-base">
          {words}
        </p>
      ))}
      <p className="h-base">
        <a href={selection === "" ? `${base}/services` : `${base}/services?${selection}`}>
          {t("assignment.selectionChange")}
        </a>
      </p>
    </>
  );
}

/** The selection as fields of a GET form. */
export function SelectionFields({ selection }: { readonly selection: string }) {
  return [...new URLSearchParams(selection)].map(([name, value]) => (
    <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
  ));
}
