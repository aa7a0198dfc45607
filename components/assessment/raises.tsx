import type { Raise } from "@/lib/domain/method/raise";
import { bestFirst } from "@/lib/domain/method/answers";
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
        const ids = found === undefined ? [] : found.single.length > 0 ? found.single : found.together;
        return (
          <div key={output.id}>
            {method.outputs.length > 1 && <p className="h-strong">{tr(output.name, t.locale)}</p>}
            {found === undefined ? (
              <p className="h-meta">{t("assessment.raiseBest")}</p>
            ) : (
              <>
                <p>{t("assessment.raiseTo", { level: levelName(t, method, output.id, found.to) })}</p>
                {ids.length === 0 ? (
                  <p className="h-meta">{t("assessment.raiseNone")}</p>
                ) : (
                  <>
                    <p className="h-meta">
                      {t(found.single.length > 0 ? "assessment.raiseSingle" : "assessment.raiseTogether")}
                    </p>
                    <ul className="h-changes">
                      {ids.slice(0, SHOWN).map((id) => {
                        const criterion = method.criteria.find((each) => each.id === id);
                        const best = criterion && bestFirst(criterion)[0];
                        return (
                          <li key={id}>
                            <a href={`#q-${id}`}>{criterion ? tr(criterion.text, t.locale) : id}</a>
                            {best && <span className="h-2">: {tr(best.text, t.locale)}</span>}
                          </li>
                        );
                      })}
                      {ids.length > SHOWN && <li>{t("assessment.raiseMore", { count: ids.length - SHOWN })}</li>}
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
