import type { Metadata } from "next";
import { ListHead, PageShell, ScopeLine } from "@/components/layout";
import { MethodTable } from "@/components/method/method-table";
import { MethodTabs } from "@/components/method/parts";
import { loadMethods } from "@/lib/features/method/loaders";
import { getT } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("methods.title") };
}

export default async function Methods({ params }: { params: Promise<{ city: string }> }) {
  const { city } = await params;
  const { frame, methods, onTrial } = await loadMethods(city);
  const { t } = frame;
  const base = `/c/${city}`;
  return (
    <PageShell
      {...frame}
      scope={
        <ScopeLine
          t={t}
          items={[
            { label: t("nav.scopeExtent"), value: t("methods.title") },
            { label: t("nav.scopeAsOf"), value: t("common.today") },
          ]}
        />
      }
    >
      <ListHead
        title={t("methods.title")}
        sub={
          <>
            {t("methods.listSub", { count: methods.length })}
            {onTrial > 0 && (
              <>
                {" "}
                <a href={`${base}/methods/own`}>{t("methods.listOnTrial", { count: onTrial })}</a>
              </>
            )}
          </>
        }
      />
      <MethodTabs t={t} base={base} current="list" />
      <MethodTable t={t} methods={methods} base={base} />
    </PageShell>
  );
}
