import { FilterBar, SelectField, TextField, type SelectOption } from "@/components/ui";
import type { ListQuery } from "@/lib/domain/service/list";
import { FACETS, type FacetKey } from "@/lib/domain/strategy/filter";
import type { Translator } from "@/lib/i18n";
import { facetName, facetValue, type FilterNames } from "@/lib/i18n/service-words";
import type { InventoryLinks } from "./inventory-links";

const MAIN: readonly FacetKey[] = ["department", "protection", "munich", "exposure", "operation", "gap"];
const MORE: readonly FacetKey[] = [
  "lifecycle",
  "licence",
  "control",
  "freedom",
  "jurisdiction",
  "openness",
  "certainty",
  "doubleGrip",
  "code",
  "notice",
  "cost",
  "users",
];
/** Choices of several values at once that people ask for. */
const TOGETHER: Readonly<Partial<Record<FacetKey, readonly string[]>>> = {
  protection: ["high,very-high"],
  munich: ["1,2", "4,5"],
  exposure: ["J3,J4"],
  gap: ["planned,accepted"],
};

interface Props {
  readonly t: Translator;
  readonly action: string;
  readonly list: ListQuery;
  readonly links: InventoryLinks;
  readonly names: FilterNames;
}

/** Search and filters as one GET form; the rare ones open below. What the form does not show is kept. */
export function InventoryFilter({ t, action, list, links, names }: Props) {
  const set = Object.keys(list.filter).length + (list.text === "" ? 0 : 1);
  const moreSet = MORE.some((key) => (list.filter[key]?.length ?? 0) > 0);
  const field = (key: FacetKey) => <FacetField key={key} t={t} facet={key} list={list} names={names} />;
  return (
    <FilterBar
      t={t}
      action={action}
      label={t("inventory.filterLabel")}
      count={set}
      keep={links.fields(["q", ...MAIN, ...MORE])}
    >
      <TextField id="q" name="q" type="search" label={t("inventory.search")} defaultValue={list.text} maxLength={200} />
      {MAIN.map(field)}
      <details className="h-morefilter" open={moreSet}>
        <summary>{t("inventory.more")}</summary>
        <div className="h-morefilter__in">{MORE.map(field)}</div>
      </details>
    </FilterBar>
  );
}

function FacetField({ t, facet, list, names }: Pick<Props, "t" | "list" | "names"> & { readonly facet: FacetKey }) {
  const given: readonly string[] = list.filter[facet] ?? [];
  const current = given.join(",");
  const single: readonly string[] = FACETS[facet].values ?? [...names.departments.map((each) => each.id), "none"];
  const together = [...(TOGETHER[facet] ?? [])];
  if (given.length > 1 && !together.includes(current)) together.push(current);
  const text = (value: string) =>
    (value.includes(",") && FACETS[facet].values !== null ? value.split(",") : [value])
      .map((each) => facetValue(t, facet, each, names))
      .join(", ");
  const options: SelectOption[] = [
    { value: "", label: t("inventory.all") },
    ...(FACETS[facet].values === null && given.length > 1 ? [] : together).map((value) => ({
      value,
      label: text(value),
    })),
    ...single.map((value) => ({ value, label: text(value) })),
  ];
  // Several ids cannot be one value of a form; they are kept, and taken away through their chip.
  if (FACETS[facet].values === null && given.length > 1) {
    return (
      <div className="h-field">
        <span className="h-2">{facetName(t, facet)}</span>
        <span>{t("inventory.severalChosen", { values: given.length })}</span>
        {given.map((value) => (
          <input key={value} type="hidden" name={facet} value={value} />
        ))}
      </div>
    );
  }
  return (
    <SelectField id={`f-${facet}`} name={facet} label={facetName(t, facet)} defaultValue={current} options={options} />
  );
}
