import { useMemo, useState } from "react";
import { usualShifts } from "../../../domain/whatif/usualShifts.ts";
import { formatWhatIf, isSame, lengthOf, type SupposedShift } from "../../../domain/whatif/whatIf.ts";
import type { Screen } from "../../useScreen.ts";
import { everydayName } from "../../words.ts";
import { shiftHours, zoneName } from "../whatif/whatIfWords.ts";

type Props = { screen: Screen; chosen: SupposedShift[]; choose: (shifts: SupposedShift[]) => void };

/** Which hours of a service could be spent elsewhere: those it has within the hours chosen on the strip. */
export function MovePicker({ screen, chosen, choose }: Props) {
  const { t, lang } = screen.telling;
  const [service, pick] = useState(chosen[0]?.service ?? "");
  const count = chosen.reduce((sum, { segment }) => sum + lengthOf(segment), 0);
  return (
    <details className="advice-more">
      <summary>
        {t("advice.move")} <b>{count === 0 ? t("advice.moveNone") : t("advice.moveSome", { count })}</b>
      </summary>
      <label className="advice-row">
        <span>{t("advice.moveService")}</span>
        <select value={service} onChange={({ target }) => pick(target.value)}>
          <option value="">{t("advice.movePick")}</option>
          {screen.known.services.map((one) => (
            <option key={one.id} value={one.id}>
              {everydayName(one, lang)}
            </option>
          ))}
        </select>
      </label>
      {service && <Runs screen={screen} service={service} chosen={chosen} choose={choose} />}
      {chosen.length > 0 && (
        <button type="button" className="link" onClick={() => choose([])}>
          {t("advice.moveClear")}
        </button>
      )}
    </details>
  );
}

function Runs({ screen, service, chosen, choose }: Props & { service: string }) {
  const { t } = screen.telling;
  const real = screen.figures.supposition?.real;
  const runs = useMemo(
    () => (real ? usualShifts(real, service, screen.hours) : []),
    [real, service, screen.hours],
  );
  if (runs.length === 0) return <p className="advice-note">{t("advice.moveEmpty")}</p>;
  const isChosen = (run: SupposedShift) => chosen.some((one) => isSame(one, run));
  return (
    <fieldset aria-label={t("advice.move")}>
      {runs.map((run) => (
        <label key={formatWhatIf([run])} className="tick">
          <input
            type="checkbox"
            checked={isChosen(run)}
            onChange={() =>
              choose(isChosen(run) ? chosen.filter((one) => !isSame(one, run)) : [...chosen, run])
            }
          />
          {zoneName(screen, run.zone)}, {shiftHours(screen, run)}
        </label>
      ))}
    </fieldset>
  );
}
