import type { Metadata } from "next";
import { ListHead, PageShell, ScopeLine } from "@/components/layout";
import { MethodTable } from "@/components/method/method-table";
import { loadFrame } from "@/lib/features/city/loaders";
import { loadMethods } from "@/lib/features/method/loaders";
import { getT } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("methods.title") };
}

export default async function Methods({ params }: { params: Promise<{ city: string }> }) {
  const { city } = await params;
  const { actor, methods } = await loadMethods(city);
  const frame = await loadFrame(actor, "methods");
  const { t } = frame;
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
      <ListHead title={t("methods.title")} sub={t("methods.listSub", { count: methods.length })} />
      <MethodTable t={t} methods={methods} href={(method) => `/c/${city}/methods/${encodeURIComponent(method.ref)}`} />
    </PageShell>
  );
}
