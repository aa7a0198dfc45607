import { Section } from "@/components/layout";
import { Cell, Mark, Note, Row, RowHead, ScrollTable, TBody, THead, type ExposureClass } from "@/components/ui";
import {
  describePath,
  describeReason,
  shortLawName,
  type Exposure,
  type ExposureFinding,
  type PathLink,
} from "@/lib/domain/exposure";
import type { EffectiveExposure } from "@/lib/domain/service/score";
import type { DataAccess } from "@/lib/domain/facts";
import { formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { word } from "@/lib/i18n/service-words";
import { ProvenanceText } from "./facts";

/** Whose law can reach the service: the worst path as a sentence and a picture, every role as a row, what is missing. */
export function ExposureSection({
  t,
  base,
  name,
  exposure,
  effective,
  assessed,
  accessOf,
}: {
  readonly t: Translator;
  readonly base: string;
  /** Name of the service. */
  readonly name: string;
  readonly exposure: Exposure;
  readonly effective: EffectiveExposure;
  /** A person answered the class themselves. */
  readonly assessed: boolean;
  readonly accessOf: (finding: ExposureFinding) => DataAccess | null;
}) {
  const worst = exposure.findings[0];
  return (
    <Section
      id="exposure"
      kicker={t("service.tocExposure")}
      finding={findingText(t, exposure)}
      base={[
        ...(worst === undefined ? [] : [linkCounts(t, worst.path)]),
        t("service.twoEffects"),
        t("service.notLegal"),
      ]}
    >
      {assessed && (
        <Note tone="info">{t("service.exposureAssessed", { level: effective.class ?? t("common.unknown") })}</Note>
      )}
      {worst !== undefined && worst.path.length > 0 && (
        <>
          <p className="h-sentence">{describePath(worst.path, t.locale, name)}</p>
          <PathPicture t={t} base={base} name={name} path={worst.path} />
        </>
      )}
      {exposure.findings.length > 0 && <RoleTable t={t} base={base} findings={exposure.findings} accessOf={accessOf} />}
      <h3 className="h-h3 h-mt-l">{t("service.missing")}</h3>
      {exposure.missing.length === 0 ? (
        <p className="h-meta">{t("service.nothingMissing")}</p>
      ) : (
        <ul className="h-factlist">
          {exposure.missing.map((reason, i) => (
            <li key={i}>{describeReason(reason, t.locale)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function findingText(t: Translator, exposure: Exposure): string {
  const worst = exposure.findings[0];
  if (exposure.class === null || worst === undefined) return t("service.exposureFindingUnknown");
  if (exposure.class === "J0" && !exposure.atLeast) return t("service.exposureFindingJ0");
  // A heading ends without a full stop.
  const reason = describeReason(worst.reason, t.locale).replace(/\.$/, "");
  return t(exposure.atLeast ? "service.exposureFindingLeast" : "service.exposureFinding", {
    level: exposure.class,
    reason,
  });
}

function linkCounts(t: Translator, path: readonly PathLink[]): string {
  return t("service.exposureLinks", {
    all: path.length,
    known: path.filter((link) => link.toId !== null || link.kind === "subject-to").length,
    weak: path.filter((link) => link.provenance.confidence !== "high").length,
  });
}

function edgeText(t: Translator, link: PathLink): string {
  if (link.kind === "role") return word(t, "role", link.role);
  if (link.kind === "owned-by") {
    return link.share === null || link.share === undefined
      ? t("service.path_owned-by_control")
      : t("service.path_owned-by", { share: formatNumber(link.share, t.locale) });
  }
  return t(link.kind === "affiliate" ? "service.path_affiliate" : "service.path_subject-to");
}

function PathPicture({
  t,
  base,
  name,
  path,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly name: string;
  readonly path: readonly PathLink[];
}) {
  return (
    <div
      className="h-scroll"
      tabIndex={0}
      role="region"
      aria-label={t("service.pathLabel", { count: path.length + 1 })}
    >
      <ol className="h-path">
        <li className="h-path__n">
          <span className="h-path__b">
            <strong className="h-strong">{name}</strong>
            <span className="h-cellsub">{t("service.pathService")}</span>
          </span>
        </li>
        {path.map((link, i) => (
          <li key={i} className={link.kind === "subject-to" ? "h-path__n h-path__law" : "h-path__n"}>
            <span className="h-path__e">
              <span className="h-path__l">{edgeText(t, link)}</span>
              <span className="h-path__a" aria-hidden="true" />
              <span className="h-path__s">{linkSource(t, link)}</span>
            </span>
            <span className="h-path__b">
              <strong className="h-strong">
                <LinkName t={t} base={base} link={link} />
              </strong>
              <span className="h-cellsub">
                {[link.country, link.year].filter((each) => each !== null && each !== undefined).join(", ")}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function LinkName({ t, base, link }: { readonly t: Translator; readonly base: string; readonly link: PathLink }) {
  if (link.kind === "subject-to") {
    const law = shortLawName(link.toName);
    return link.country === null ? law : <a href={`${base}/catalogue/jurisdictions/${link.country}`}>{law}</a>;
  }
  if (link.toId === null || link.kind === "affiliate") return link.toName === "" ? t("common.unknown") : link.toName;
  return <a href={`${base}/catalogue/organisations/${encodeURIComponent(link.toId)}`}>{link.toName}</a>;
}

function linkSource(t: Translator, link: PathLink): string {
  const { asOf, confidence } = link.provenance;
  return [asOf ?? "", word(t, "confidence", confidence)].filter((part) => part !== "").join(", ");
}

function RoleTable({
  t,
  base,
  findings,
  accessOf,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly findings: readonly ExposureFinding[];
  readonly accessOf: (finding: ExposureFinding) => DataAccess | null;
}) {
  return (
    <ScrollTable caption={t("service.tocExposure")} stack>
      <THead
        columns={[
          { label: t("service.role") },
          { label: t("service.organisation") },
          { label: t("service.readsData") },
          { label: t("service.disclosure") },
          { label: t("service.cutOff") },
          { label: t("service.reason") },
        ]}
      />
      <TBody>
        {findings.map((finding, i) => (
          <Row key={i}>
            <RowHead>{word(t, "role", finding.role)}</RowHead>
            <Cell label={t("service.organisation")}>
              {finding.organisationId === null ? (
                t("common.unknown")
              ) : (
                <a href={`${base}/catalogue/organisations/${encodeURIComponent(finding.organisationId)}`}>
                  {finding.path[0]?.toName ?? finding.organisationId}
                </a>
              )}
            </Cell>
            <Cell label={t("service.readsData")}>{word(t, "access", accessOf(finding))}</Cell>
            <Cell label={t("service.disclosure")} keyFigure>
              <ClassMark t={t} value={finding.class} atLeast={finding.atLeast} />
            </Cell>
            <Cell label={t("service.cutOff")}>
              <ClassMark t={t} value={finding.cutOff} atLeast={finding.atLeast} />
            </Cell>
            <Cell label={t("service.reason")} full>
              {describeReason(finding.reason, t.locale)}
              <details className="h-more">
                <summary>{t("common.details")}</summary>
                <p>{describePath(finding.path, t.locale)}</p>
                <ul className="h-factlist">
                  {finding.path.map((link, j) => (
                    <li key={j}>
                      {describePath([link], t.locale)}: <ProvenanceText t={t} provenance={link.provenance} />
                    </li>
                  ))}
                </ul>
              </details>
            </Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}

/** An exposure class, a lower bound, or unknown. A J0 with missing links is no J0: it is shown as unknown. */
export function ClassMark({
  t,
  value,
  atLeast,
}: {
  readonly t: Translator;
  readonly value: ExposureClass | null;
  readonly atLeast: boolean;
}) {
  if (value === null || (value === "J0" && atLeast)) {
    return <Mark kind="exposure" value={null} state="unknown" label={t("common.exposureUnknown")} />;
  }
  return (
    <Mark
      kind="exposure"
      value={value}
      state={atLeast ? "at-least" : "value"}
      atLeast={t("common.atLeastShort")}
      label={t(atLeast ? "common.exposureAtLeast" : "common.exposure", { level: value })}
    />
  );
}
