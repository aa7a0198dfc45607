import { Empty, LinkButton, Note } from "@/components/ui";
import type { IgnoredValue } from "@/lib/domain/strategy/filter";
import type { Translator } from "@/lib/i18n";
import { facetName } from "@/lib/i18n/service-words";
import type { FilterKey, InventoryLinks } from "./inventory-links";

/** What the address asked for and did not get, and what stands in for a search that found nothing. */
export function InventoryNotes({
  t,
  ignored,
  similar,
}: {
  readonly t: Translator;
  readonly ignored: readonly IgnoredValue[];
  readonly similar: string | null;
}) {
  if (ignored.length === 0 && similar === null) return null;
  const pairs = ignored
    .slice(0, 5)
    .map(({ key, value }) =>
      t("inventory.ignoredPair", { name: facetName(t, key.slice(0, 40)), value: value.slice(0, 60) }),
    );
  return (
    <>
      {pairs.length > 0 && (
        <Note tone="warning" live="status">
          {t("inventory.ignored", { list: pairs.join("; ") })}
        </Note>
      )}
      {similar !== null && (
        <Note tone="info" live="status">
          {t("inventory.similar", { text: similar })}
        </Note>
      )}
    </>
  );
}

/** An empty list names the filter that empties it, and offers to take it away. */
export function NothingFound({
  t,
  links,
  emptiedBy,
}: {
  readonly t: Translator;
  readonly links: InventoryLinks;
  readonly emptiedBy: readonly { readonly key: FilterKey; readonly without: number }[];
}) {
  if (emptiedBy.length === 0) {
    return (
      <Empty
        title={t("inventory.nothingTitle")}
        action={<LinkButton href={links.plain}>{t("ui.filterRemoveAll")}</LinkButton>}
      >
        {t("inventory.nothingNone")}
      </Empty>
    );
  }
  return (
    <Empty
      title={t("inventory.nothingTitle")}
      action={
        <div className="h-actions">
          {emptiedBy.slice(0, 4).map(({ key }) => (
            <LinkButton key={key} href={links.without(key)}>
              {t("inventory.nothingRemove", { name: facetName(t, key) })}
            </LinkButton>
          ))}
        </div>
      }
    >
      {emptiedBy.slice(0, 4).map(({ key, without }) => (
        <p key={key}>{t("inventory.nothingOne", { name: facetName(t, key), count: without })}</p>
      ))}
    </Empty>
  );
}
