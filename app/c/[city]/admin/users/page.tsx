import type { Metadata } from "next";
import { AdminPage, FormErrors } from "@/components/admin/admin-page";
import { AddMemberForm, MemberForm, MemberTable } from "@/components/admin/users";
import { ListHead, Section } from "@/components/layout";
import { LinkButton, Note } from "@/components/ui";
import { loadMembers } from "@/lib/features/account/loaders";
import { adminTabs, loadFrame } from "@/lib/features/city/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<{ draft?: string; saved?: string; edit?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("admin.tabUsers") };
}

export default async function Users({ params, searchParams }: Props) {
  const { city } = await params;
  const { draft, saved, edit } = await searchParams;
  const { actor, members, departments, editable, draft: refused } = await loadMembers(city, draft);
  const frame = await loadFrame(actor, "administration");
  const { t } = frame;
  const page = `/c/${city}/admin/users`;
  const api = `/api/v1/cities/${city}/members`;
  const chosen = editable ? members.find((member) => member.id === edit) : undefined;
  const form = formState(t, refused);
  const title = t("admin.usersTitle", { count: members.length, city: actor.cityName });
  const done = saved === undefined ? "" : `admin.savedUser_${saved}`;
  return (
    <AdminPage frame={frame} tabs={adminTabs(actor, t, "/users")}>
      <ListHead
        title={title}
        sub={t("admin.usersSub")}
        actions={editable && <LinkButton href={`${page}#add`}>{t("admin.addUser")}</LinkButton>}
      />
      {t.has(done) && <Note tone="info" live="status" title={t.dynamic(done)} />}
      {!editable && <Note>{t("admin.readOnly")}</Note>}
      {chosen && (
        <Section
          strong
          id="edit"
          finding={t("admin.editUserTitle", { name: chosen.user.name })}
          base={[t("admin.editUserBase")]}
          reading={
            <p className="h-base">
              <a href={page}>{t("common.cancel")}</a>
            </p>
          }
        >
          <FormErrors t={t} form={form} />
          <MemberForm
            t={t}
            form={form}
            api={`${api}/${chosen.id}`}
            back={`${page}?edit=${chosen.id}#edit`}
            member={chosen}
            cityName={actor.cityName}
            departments={departments}
          />
        </Section>
      )}
      <MemberTable
        t={t}
        members={members}
        self={actor.userId}
        editHref={editable ? (id) => `${page}?edit=${id}#edit` : null}
      />
      {editable && !chosen && (
        <Section id="add" finding={t("admin.addUserTitle")} base={[t("admin.addUserBase")]}>
          <FormErrors t={t} form={form} />
          <AddMemberForm t={t} form={form} api={api} back={`${page}#add`} departments={departments} />
        </Section>
      )}
    </AdminPage>
  );
}
