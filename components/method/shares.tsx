import { Actions, Button, Checkbox, LinkButton, SelectField, TextField } from "@/components/ui";
import { SHARE_ROWS } from "@/lib/domain/method/calculator";
import type { ClauseResult } from "@/lib/domain/method/secnumcloud-19.6-3.2";
import type { Method } from "@/lib/domain/method/types";
import { formatList } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";

/** The four clauses from who holds shares: a GET form of its own. */
export function SharesForm({
  t,
  action,
  query,
}: {
  readonly t: Translator;
  readonly action: string;
  /** Values of the address. */
  readonly query: (name: string) => string;
}) {
  const answers = [
    { value: "", label: t("common.unknown") },
    { value: "yes", label: t("common.yes") },
    { value: "no", label: t("common.no") },
  ];
  return (
    <div>
      <h3 className="h-h3">{t("methods.sharesTitle")}</h3>
      <p className="h-prose">{t("methods.sharesText")}</p>
      <form className="h-formgrid h-formgrid--2 h-mt" method="get" action={`${action}#result`}>
        <SelectField
          id="seat-in-eu"
          name="seat-in-eu"
          label={t("methods.seatInEu")}
          defaultValue={query("seat-in-eu")}
          options={answers}
        />
        <SelectField id="veto" name="veto" label={t("methods.veto")} defaultValue={query("veto")} options={answers} />
        {SHARE_ROWS.map((row) => (
          <div key={row} className="h-full h-formgrid h-formgrid--3">
            <TextField
              id={`holder-${row}`}
              name={`holder.${row}`}
              maxLength={200}
              label={t("methods.holder", { n: row })}
              defaultValue={query(`holder.${row}`)}
            />
            <TextField
              id={`percent-${row}`}
              name={`percent.${row}`}
              inputMode="decimal"
              maxLength={10}
              label={
                <>
                  {t("methods.percent")}
                  <span className="h-vh">, {t("methods.holder", { n: row })}</span>
                </>
              }
              defaultValue={query(`percent.${row}`)}
            />
            <SelectField
              id={`eu-${row}`}
              name={`eu.${row}`}
              label={
                <>
                  {t("methods.inEu")}
                  <span className="h-vh">, {t("methods.holder", { n: row })}</span>
                </>
              }
              defaultValue={query(`eu.${row}`)}
              options={answers}
            />
          </div>
        ))}
        <div className="h-full">
          <Checkbox
            id="no-holders"
            name="no-holders"
            value="yes"
            label={t("methods.noHolders")}
            defaultChecked={query("no-holders") !== ""}
          />
          <Actions>
            <Button variant="primary">{t("methods.sharesSubmit")}</Button>
            <LinkButton href={`${action}#try`}>{t("methods.tryReset")}</LinkButton>
          </Actions>
        </div>
      </form>
    </div>
  );
}

/** What the shares say in figures, and what could not be read. */
export function SharesResult({
  t,
  method,
  shares,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly shares: ClauseResult;
}) {
  const { largest, total, unlisted, failing, problems } = shares;
  const textOf = (id: string) => {
    const criterion = method.criteria.find((one) => one.id === id);
    return t("methods.quoted", { text: criterion ? tr(criterion.text, t.locale) : id });
  };
  return (
    <ul className="h-changes">
      <li>{largest === null ? t("methods.sharesNoLargest") : t("methods.sharesLargest", largest)}</li>
      <li>{t("methods.sharesTotal", { total })}</li>
      <li>{t("methods.sharesUnlisted", { unlisted })}</li>
      {failing.length > 0 && (
        <li className="h-strong">{t("methods.sharesFailing", { list: formatList(failing.map(textOf), t.locale) })}</li>
      )}
      {problems.length > 0 && (
        <li className="h-strong">
          {t("methods.sharesProblem", {
            list: problems.map(({ path, value }) => (value === "" ? path : `${path}=${value}`)).join(", "),
          })}
        </li>
      )}
    </ul>
  );
}
