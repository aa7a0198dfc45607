import { Section } from "@/components/layout";
import { Actions, Confirm, Empty, LinkButton, PostButton } from "@/components/ui";
import type { Translator } from "@/lib/i18n";

/** What the demo city is, before somebody loads it. */
export function AboutDemo({ t }: { readonly t: Translator }) {
  return (
    <Section id="what" finding={t("demo.whatTitle")} base={[t("demo.whatBase")]}>
      <div className="h-prose">
        <p>{t("demo.whatText")}</p>
        <p>{t("demo.whatScope")}</p>
      </div>
    </Section>
  );
}

export interface DemoCityItem {
  readonly slug: string;
  readonly name: string;
  readonly services: number;
  readonly snapshots: number;
}

/** The person's demo cities, each to be opened or removed; or the button that loads one. */
export function DemoCities({
  t,
  here,
  back,
  cities,
}: {
  readonly t: Translator;
  /** Short name of the city whose page this is. */
  readonly here: string;
  readonly back: string;
  readonly cities: readonly DemoCityItem[];
}) {
  return (
    <Section id="yours" strong finding={t("demo.yoursTitle")}>
      {cities.length === 0 ? (
        <Empty
          title={t("demo.yoursNone")}
          action={
            <PostButton variant="primary" action={`/api/v1/cities/${here}/demo`} fields={{ back }}>
              {t("demo.load")}
            </PostButton>
          }
        >
          {t("demo.yoursNoneText")}
        </Empty>
      ) : (
        cities.map((city) => <DemoCity key={city.slug} t={t} back={back} city={city} />)
      )}
    </Section>
  );
}

function DemoCity({ t, back, city }: { readonly t: Translator; readonly back: string; readonly city: DemoCityItem }) {
  const { slug, name, services, snapshots } = city;
  return (
    <article>
      <h3 className="h-h3">
        {name} <span className="h-tag">{t("nav.demo")}</span>
      </h3>
      <p className="h-meta">
        {slug} · {t("demo.count", { services, snapshots })}
      </p>
      <Actions>
        <LinkButton variant="primary" href={`/c/${slug}`}>
          {t("demo.open", { name })}
        </LinkButton>
      </Actions>
      <div className="h-mt">
        <Confirm label={t("demo.remove")} title={t("demo.removeTitle", { name })}>
          <p>{t("demo.removeText")}</p>
          <PostButton action={`/api/v1/cities/${slug}/demo/remove`} fields={{ back }}>
            {t("demo.removeConfirm", { name })}
          </PostButton>
        </Confirm>
      </div>
    </article>
  );
}
