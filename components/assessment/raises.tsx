import type { Raise } from "@/lib/domain/method/raise";
import type { Method } from "@/lib/domain/method/types";
import { tr, type Translator } from "@/lib/i18n";
import { levelName } from "./result-text";

/** As many as help; the rest is counted. */
const SHOWN = 6;

/** What would raise each output to its next level: one answer, or the fewest together. */
export function Raises({
  t,
  method,
  raises,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly raises: readonly Raise[];
}) {
  const levelled = method.outputs.filter(({ levels }) => levels.length > 1);
  if (levelled.length === 0) return null;
  return (
    <div>
      <h2 className="h-h3">{t("assessment.raise")}</h2>
      {levelled.map((output) => {
        const found = raises.find((each) => each.output === output.id);
        const steps = found === undefined ? [] : found.single.length > 0 ? found.single : found.together;
        return (
          <div key={output.id}>
            {method.outputs.length > 1 && <p className="h-strong">{tr(output.name, t.locale)}</p>}
            {found === undefined ? (
              <p className="h-meta">{t("assessment.raiseBest")}</p>
            ) : (
              <>
                <p>{t("assessment.raiseTo", { level: levelName(t, method, output.id, found.to) })}</p>
                {steps.length === 0 ? (
                  <p className="h-meta">{t("assessment.raiseNone")}</p>
                ) : (
                  <>
                    <p className="h-meta">
                      {t(found.single.length > 0 ? "assessment.raiseSingle" : "assessment.raiseTogether")}
                    </p>
                    <ul className="h-changes">
                      {steps.slice(0, SHOWN).map((step) => {
                        const id = step.criterion;
                        const criterion = method.criteria.find((each) => each.id === id);
                        const enough = criterion?.options.find((option) => option.id === step.option);
                        return (
                          <li key={id}>
                            <a href={`#q-${id}`}>{criterion ? tr(criterion.text, t.locale) : id}</a>
                            {enough && <span className="h-2">: {tr(enough.text, t.locale)}</span>}
                          </li>
                        );
                      })}
                      {steps.length > SHOWN && <li>{t("assessment.raiseMore", { count: steps.length - SHOWN })}</li>}
                    </ul>
                  </>
                )}
              </>
            )}
          </div>
        );
      })}
    </div>
  );
}
