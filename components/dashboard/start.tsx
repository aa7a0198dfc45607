import type { ReactNode } from "react";
import { GhostChart } from "@/components/charts";
import { PageHead } from "@/components/layout";
import { Cell, LinkButton, Row, RowHead, ScrollTable, Steps, TBody, THead } from "@/components/ui";
import type { Translator } from "@/lib/i18n";

interface Props {
  readonly t: Translator;
  readonly base: string;
  readonly cityName: string;
  readonly role: string;
  readonly mayImport: boolean;
  readonly mayCreate: boolean;
  readonly mayManageDemo: boolean;
}

const COLUMNS = ["name", "department", "product", "maker", "operator", "protection", "contract", "cost"] as const;

/** What stands in the dashboard's place while nothing is entered: three ways to begin, and what will grow here. */
export function Start(props: Props) {
  const { t, base, cityName, role, mayImport, mayCreate, mayManageDemo } = props;
  const mayBegin = mayImport || mayCreate;
  return (
    <>
      <PageHead
        t={t}
        name={t("dashboard.startTitle")}
        meta={
          <>
            {cityName}
            <br />
            {t("dashboard.startRole", { role })}
          </>
        }
        lead={t(mayBegin ? "dashboard.startLead" : "dashboard.startLeadReader")}
        sub={t(mayBegin ? "dashboard.startSub" : "dashboard.startSubReader")}
        aside={
          mayBegin ? (
            <Steps
              label={t("dashboard.startSteps")}
              items={[
                { label: t("dashboard.startStep1"), state: "done", doneText: t("dashboard.startDone") },
                { label: t("dashboard.startStep2"), state: "done", doneText: t("dashboard.startDone") },
                { label: t("dashboard.startStep3"), state: "current" },
                { label: t("dashboard.startStep4"), state: "open" },
                { label: t("dashboard.startStep5"), state: "open" },
              ]}
            />
          ) : undefined
        }
      />
      {mayImport && <ImportWay {...props} />}
      {mayManageDemo && (
        <Way t={t} number={2} title={t("dashboard.way2")} text={t("dashboard.way2Base")}>
          <p>
            {t("dashboard.way2Text")} <span className="h-tag">{t("nav.demo")}</span>.
          </p>
          <LinkButton size="large" href={`${base}/admin/demo`}>
            {t("dashboard.way2Action")}
          </LinkButton>
        </Way>
      )}
      {mayCreate && (
        <Way t={t} number={3} title={t("dashboard.way3")} text={t("dashboard.way3Base")}>
          <p>{t("dashboard.way3Text")}</p>
          <LinkButton size="large" href={`${base}/services/new`}>
            {t("dashboard.way3Action")}
          </LinkButton>
        </Way>
      )}
      <Afterwards t={t} />
    </>
  );
}

function ImportWay({ t, base }: Props) {
  return (
    <section className="h-sec h-sec--strong">
      <div className="h-cols">
        <div>
          <h2 className="h-finding">
            <span className="h-kicker">{t("dashboard.way", { number: 1 })}</span>
            {t("dashboard.way1")}
          </h2>
          <p className="h-base">{t("dashboard.way1Base")}</p>
        </div>
        <div className="h-duo h-duo--import">
          <div>
            <ol className="h-next h-next--s">
              <li>{t("dashboard.way1Step1")}</li>
              <li>{t("dashboard.way1Step2")}</li>
              <li>{t("dashboard.way1Step3")}</li>
            </ol>
            <p className="h-actions">
              <LinkButton variant="primary" size="large" href={`${base}/imports`}>
                {t("dashboard.way1Action")}
              </LinkButton>
            </p>
          </div>
          <div>
            <h3 className="h-h3 h-mb">{t("dashboard.way1Columns")}</h3>
            <ScrollTable caption={t("dashboard.way1Columns")} dense>
              <THead
                columns={[
                  { id: "heading", label: t("dashboard.way1Heading") },
                  { id: "becomes", label: t("dashboard.way1Becomes") },
                  { id: "needed", label: t("dashboard.way1Needed") },
                ]}
              />
              <TBody>
                {COLUMNS.map((column) => (
                  <Row key={column}>
                    <RowHead>{t(`dashboard.column_${column}`)}</RowHead>
                    <Cell>{t(`dashboard.becomes_${column}`)}</Cell>
                    <Cell>{column === "name" ? t("common.yes") : ""}</Cell>
                  </Row>
                ))}
              </TBody>
            </ScrollTable>
          </div>
        </div>
      </div>
    </section>
  );
}

function Way({
  t,
  number,
  title,
  text,
  children,
}: {
  readonly t: Translator;
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="h-sec">
      <div className="h-cols">
        <div>
          <h2 className="h-finding">
            <span className="h-kicker">{t("dashboard.way", { number })}</span>
            {title}
          </h2>
          <p className="h-base">{text}</p>
        </div>
        <div className="h-way">{children}</div>
      </div>
    </section>
  );
}

function Afterwards({ t }: { readonly t: Translator }) {
  const ghosts = [
    { kind: "bars", title: t("dashboard.exposure"), text: t("dashboard.afterExposure") },
    { kind: "levels", title: t("dashboard.levels"), text: t("dashboard.afterLevels") },
    { kind: "line", title: t("dashboard.goalsOverTime"), text: t("dashboard.afterGoals") },
  ] as const;
  return (
    <section className="h-sec">
      <div className="h-cols">
        <div>
          <h2 className="h-finding">
            <span className="h-kicker">{t("dashboard.after")}</span>
            {t("dashboard.afterFinding")}
          </h2>
          <p className="h-base">{t("dashboard.afterBase")}</p>
        </div>
        <div className="h-tri">
          {ghosts.map(({ kind, title, text }) => (
            <div key={kind} className="h-gh">
              <h3 className="h-h3">{title}</h3>
              <GhostChart kind={kind} />
              <p className="h-meta">{text}</p>
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
