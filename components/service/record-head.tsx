import type { ReactNode } from "react";
import { RecordHead } from "@/components/layout";
import {
  Button,
  Confirm,
  LinkButton,
  Mark,
  MarkWithText,
  Note,
  PostButton,
  TextArea,
  type MunichLevel,
} from "@/components/ui";
import type { ServiceScore } from "@/lib/domain/service/score";
import { formatDate, formatMoney, formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { placeName, word } from "@/lib/i18n/service-words";
import type { StoredService } from "@/lib/features/service/data";
import { ClassMark } from "./record-exposure";
import { gapLead } from "./record-gap";

interface Props {
  readonly t: Translator;
  readonly citySlug: string;
  readonly stored: StoredService;
  readonly score: ServiceScore;
  /** Name and address of the maker of each product. */
  readonly makerOf: (productId: string) => string | null;
  readonly may: { readonly update: boolean; readonly assess: boolean };
  readonly assessed: boolean;
  /** The reader may see evidence, so the page has that section. */
  readonly withEvidence: boolean;
}

/** Head of the service page: marks, the sentence about the gap, facts, what can be done. */
export function ServiceHead({ t, citySlug, stored, score, makerOf, may, assessed, withEvidence }: Props) {
  const { values } = stored;
  const base = `/c/${citySlug}/services/${stored.id}`;
  const output = score.munich.outputs[0];
  const { effectiveExposure: exposure } = score;
  const level = output?.result ?? null;
  const none = t("service.notStated");
  const text = (value: string | null): string => value ?? none;
  const need = (value: string | null): string => (value === null ? "–" : word(t, "need", value));
  const needs = [values.confidentiality, values.integrity, values.availability];
  const facts: { label: string; value: ReactNode }[] = [
    {
      label: t("service.product"),
      value: <Products citySlug={citySlug} stored={stored} makerOf={makerOf} none={none} />,
    },
    {
      label: t("service.operation"),
      value: values.operatingModel === null ? none : word(t, "operation", values.operatingModel),
    },
    { label: t("service.department"), value: stored.departmentName ?? t("serviceForm.noDepartment") },
    { label: t("service.responsible"), value: text(values.responsible) },
    {
      label: t("service.need"),
      value: needs.every((each) => each === null)
        ? none
        : t("service.needText", { c: need(needs[0] ?? null), i: need(needs[1] ?? null), a: need(needs[2] ?? null) }),
    },
    { label: t("service.users"), value: values.users === null ? none : formatNumber(values.users, t.locale) },
    {
      label: t("service.cost"),
      value:
        values.costPerYear === null ? none : t("service.costYear", { cost: formatMoney(values.costPerYear, t.locale) }),
    },
    { label: t("service.controller"), value: score.controller === null ? t("common.unknown") : score.controller.name },
    {
      label: t("service.dataLocation"),
      value: values.dataLocation === null ? none : placeName(t, values.dataLocation),
    },
    { label: t("service.keys"), value: values.controlKeys === null ? none : word(t, "holder", values.controlKeys) },
    {
      label: t("service.contract"),
      value:
        values.contractEnd === null ? none : t("service.untilDate", { date: formatDate(values.contractEnd, t.locale) }),
    },
    { label: t("service.lifecycle"), value: word(t, "lifecycle", values.lifecycle) },
    { label: t("service.doubleGrip"), value: word(t, "yesNo", score.doubleGrip) },
    ...(values.ownDevelopment
      ? [
          {
            label: t("service.ownDevelopment"),
            value: `${t("service.codePublished")}: ${values.codePublished === null ? none : word(t, "yesNo", values.codePublished)}`,
          },
        ]
      : []),
    ...(values.externalId === null ? [] : [{ label: t("inventory.col_externalId"), value: values.externalId }]),
    { label: t("service.lastChange"), value: formatDate(stored.updatedAt, t.locale) },
  ];
  return (
    <>
      <RecordHead
        t={t}
        title={values.name}
        lead={gapLead(t, score)}
        marks={[
          level === null ? (
            <MarkWithText
              key="level"
              kind="munich"
              value={null}
              label=""
              text={
                output
                  ? t("service.levelPossible", { best: output.range.best, worst: output.range.worst })
                  : t("common.notAssessed")
              }
            />
          ) : (
            <MarkWithText
              key="level"
              kind="munich"
              value={level.value as MunichLevel}
              label=""
              text={t("common.level", { level: level.level })}
            />
          ),
          <span key="exposure" className="h-marked">
            {exposure.class === null ? (
              <Mark kind="exposure" value={null} state="unknown" label="" />
            ) : (
              <ClassMark t={t} value={exposure.class} atLeast={exposure.atLeast} />
            )}
            <span>{t("service.exposure")}</span>
          </span>,
        ]}
        toc={[
          { id: "gap", label: t("service.tocGap") },
          { id: "reasons", label: t("service.tocReasons") },
          { id: "profile", label: t("service.tocProfile") },
          { id: "methods", label: t("assessment.allMethods") },
          { id: "exposure", label: t("service.tocExposure") },
          { id: "parties", label: t("service.tocParties") },
          { id: "dependencies", label: t("service.tocDependencies") },
          { id: "contract", label: t("service.tocContract") },
          { id: "course", label: t("service.tocCourse") },
          ...(withEvidence ? [{ id: "evidence", label: t("service.tocEvidence") }] : []),
          { id: "assessments", label: t("service.tocAssessments") },
          { id: "history", label: t("service.tocHistory") },
        ]}
        actions={
          may.update || may.assess ? (
            <>
              {may.update && <LinkButton href={`${base}/edit`}>{t("service.editFacts")}</LinkButton>}
              {may.assess && (
                <LinkButton variant="primary" href={`${base}/assess`}>
                  {t(assessed ? "service.assessAgain" : "service.assess")}
                </LinkButton>
              )}
            </>
          ) : undefined
        }
        facts={facts}
      />
      {values.purpose !== null && (
        <div className="h-cols h-mb">
          <p className="h-meta">{t("service.purpose")}</p>
          <p className="h-prose h-pretext">{values.purpose}</p>
        </div>
      )}
    </>
  );
}

function Products({
  citySlug,
  stored,
  makerOf,
  none,
}: Pick<Props, "citySlug" | "stored" | "makerOf"> & { readonly none: string }): ReactNode {
  const { products } = stored.values;
  if (products.length === 0) return none;
  return products.map(({ id, name }, i) => {
    const maker = makerOf(id);
    return (
      <span key={id}>
        {i > 0 && "; "}
        <a href={`/c/${citySlug}/catalogue/products/${encodeURIComponent(id)}`}>{name}</a>
        {maker !== null && `, ${maker}`}
      </span>
    );
  });
}

/** Putting a service out of use, with its reason, or back into use. */
export function LifecycleStep({
  t,
  citySlug,
  stored,
  back,
}: {
  readonly t: Translator;
  readonly citySlug: string;
  readonly stored: StoredService;
  readonly back: string;
}) {
  const base = `/api/v1/cities/${citySlug}/services/${stored.id}`;
  if (stored.values.lifecycle === "retired") {
    return (
      <PostButton action={`${base}/restore`} fields={{ back, version: stored.version }}>
        {t("service.restore")}
      </PostButton>
    );
  }
  return (
    <Confirm label={t("service.retire")} title={t("service.retireTitle")}>
      <p>{t("service.retireText")}</p>
      <form className="h-formgrid" method="post" action={`${base}/retire`}>
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="version" value={stored.version} />
        <TextArea id="retire-reason" name="reason" label={t("service.retireReason")} required maxLength={1000} />
        <div className="h-actions">
          <Button>{t("service.retireSubmit")}</Button>
        </div>
      </form>
    </Confirm>
  );
}

const SAVED = ["created", "changed", "retired", "restored", "submitted", "approved", "returned"];

/** What has just been saved, and that a service is out of use. */
export function ServiceNotes({
  t,
  saved,
  stored,
}: {
  readonly t: Translator;
  readonly saved: string | undefined;
  readonly stored: StoredService;
}) {
  return (
    <>
      {saved !== undefined && SAVED.includes(saved) && (
        <Note tone="info" live="status">
          {t.dynamic(`service.saved_${saved}`)}
        </Note>
      )}
      {stored.values.lifecycle === "retired" && (
        <Note tone="warning">{t("service.retiredNote", { date: formatDate(stored.retiredAt, t.locale) })}</Note>
      )}
    </>
  );
}
