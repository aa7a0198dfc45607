import { Cell, PostButton, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import { formatDateTime } from "@/lib/format";
import { summariseAgent } from "@/lib/format/agent";
import type { Translator } from "@/lib/i18n";

export interface SessionView {
  readonly id: string;
  readonly agent: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** Browser and system in words. */
export function deviceName(t: Translator, agent: string | null): string {
  const { browser, system } = summariseAgent(agent);
  if (browser !== null && system !== null) return t("account.deviceOn", { browser, system });
  return browser ?? system ?? t("account.deviceUnknown");
}

/** Open sessions; every one but the present can be ended. */
export function SessionTable({
  t,
  sessions,
  current,
}: {
  readonly t: Translator;
  readonly sessions: readonly SessionView[];
  readonly current: string;
}) {
  return (
    <ScrollTable caption={t("account.sessionsTable")} stack>
      <THead
        columns={[
          { label: t("account.device") },
          { label: t("account.signedInAt") },
          { label: t("account.lastSeen") },
          { label: t("account.endSession"), hidden: true },
        ]}
      />
      <TBody>
        {sessions.map((session) => {
          const device = deviceName(t, session.agent);
          const at = formatDateTime(session.createdAt, t.locale);
          return (
            <Row key={session.id}>
              <RowHead>{device}</RowHead>
              <Cell label={t("account.signedInAt")}>{at}</Cell>
              <Cell label={t("account.lastSeen")}>{formatDateTime(session.lastSeenAt, t.locale)}</Cell>
              <Cell>
                {session.id === current ? (
                  <span className="h-2">{t("account.thisSession")}</span>
                ) : (
                  <PostButton action={`/api/v1/sessions/${session.id}/end`} fields={{ back: "/account" }} size="small">
                    {t("account.endSession")}
                    <span className="h-vh">: {t("account.endSessionOf", { device, at })}</span>
                  </PostButton>
                )}
              </Cell>
            </Row>
          );
        })}
      </TBody>
    </ScrollTable>
  );
}
