import { formatWhatIf, isSame } from "../../../domain/whatif/whatIf.ts";
import type { Screen } from "../../useScreen.ts";
import { setView } from "../../view.ts";
import { Chip } from "../frame/Chip.tsx";
import { shiftHours, shiftText, zoneName } from "./whatIfWords.ts";

/** Every shift of the hypothesis, to be taken out one by one. */
export function SupposedList({ screen }: { screen: Screen }) {
  const { t } = screen.telling;
  const { whatif } = screen.view;
  if (whatif.length === 0) return null;
  return (
    <section className="proposals" aria-labelledby="supposed-title">
      <header>
        <h3 id="supposed-title">{t("whatIf.now")}</h3>
      </header>
      <ul>
        {whatif.map((shift) => {
          const service = screen.serviceOf(shift.service);
          return (
            service && (
              <li key={formatWhatIf([shift])}>
                <Chip service={service} standing={shift.away ? "absent" : "supposed"} />
                <p>
                  {zoneName(screen, shift.zone)} <b>{shiftHours(screen, shift)}</b>
                  {shift.away && <em>{t("whatIf.awayRow")}</em>}
                </p>
                <button
                  type="button"
                  className="try"
                  aria-label={t("whatIf.removeOne", { shift: shiftText(screen, shift) })}
                  onClick={() => setView({ whatif: whatif.filter((one) => !isSame(one, shift)) })}
                >
                  {t("whatIf.remove")}
                </button>
              </li>
            )
          );
        })}
      </ul>
      {whatif.some(({ away }) => away) && <p className="advice-note">{t("whatIf.exportNote")}</p>}
    </section>
  );
}
