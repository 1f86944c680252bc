import { type FormEvent, useState } from "react";
import { HOURS } from "../../../domain/week.ts";
import { lengthOf, type SupposedShift } from "../../../domain/whatif/whatIf.ts";
import type { Ask } from "../../ask.ts";
import { formats } from "../../format.ts";
import { hoursLabel } from "../../hoursWords.ts";
import type { Screen } from "../../useScreen.ts";
import { setView } from "../../view.ts";
import { everydayName } from "../../words.ts";
import { MovePicker } from "./MovePicker.tsx";

const USUAL: Ask = { hours: 6, shortest: 2, longest: 4, here: false };
const MOST = 40;
const LONGEST = 12;

/** A question for advice: how many hours, in what shifts, when, by whom; asked when *Proponi* is pressed. */
export function AdviceForm({ screen }: { screen: Screen }) {
  const { t, lang } = screen.telling;
  const { view, facts, places } = screen;
  const whole = places.length === HOURS;
  const [ask, setAsk] = useState<Ask>(view.ask ?? { ...USUAL, here: !whole });
  const [givers, setGivers] = useState(view.givers);
  const [move, setMove] = useState(view.move);
  const moving = move.reduce((sum, { segment }) => sum + lengthOf(segment), 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setView({ ask: { ...ask, here: ask.here && !whole }, givers, move });
  };
  const number = (value: string, most: number) => Math.min(most, Math.max(1, Math.round(Number(value)) || 1));
  return (
    <form className="advice-form" onSubmit={submit}>
      <label className="advice-row">
        <span>{t("advice.hours")}</span>
        <input
          type="number"
          inputMode="numeric"
          min={moving > 0 ? 0 : 1}
          max={MOST - moving}
          required
          value={ask.hours}
          onChange={({ target }) => setAsk({ ...ask, hours: Number(target.value) })}
        />
      </label>
      <fieldset className="advice-row">
        <legend>{t("advice.shifts")}</legend>
        {t("advice.from")}
        <input
          type="number"
          inputMode="numeric"
          min={1}
          max={LONGEST}
          aria-label={t("advice.shortest")}
          value={ask.shortest}
          onChange={({ target }) => {
            const shortest = number(target.value, LONGEST);
            setAsk({ ...ask, shortest, longest: Math.max(shortest, ask.longest) });
          }}
        />
        {t("advice.to")}
        <input
          type="number"
          inputMode="numeric"
          min={1}
          max={LONGEST}
          aria-label={t("advice.longest")}
          value={ask.longest}
          onChange={({ target }) => {
            const longest = number(target.value, LONGEST);
            setAsk({ ...ask, longest, shortest: Math.min(longest, ask.shortest) });
          }}
        />
        {t("advice.unit")}
      </fieldset>
      {!whole && (
        <fieldset className="advice-row">
          <legend>{t("advice.when")}</legend>
          <span className="segments">
            {[true, false].map((here) => (
              <button
                type="button"
                key={String(here)}
                aria-pressed={ask.here === here}
                onClick={() => setAsk({ ...ask, here })}
              >
                {here ? hoursLabel(t, lang, facts) : t("advice.anytime")}
              </button>
            ))}
          </span>
        </fieldset>
      )}
      <Givers screen={screen} chosen={givers} choose={setGivers} />
      <MovePicker screen={screen} chosen={move} choose={(next: SupposedShift[]) => setMove(next)} />
      <button type="submit" className="action">
        {t("advice.ask")}
      </button>
    </form>
  );
}

type GiversProps = { screen: Screen; chosen: string[]; choose: (ids: string[]) => void };

function Givers({ screen, chosen, choose }: GiversProps) {
  const { t, lang } = screen.telling;
  const names = screen.known.services
    .filter(({ id }) => chosen.includes(id))
    .map((service) => everydayName(service, lang));
  return (
    <details className="advice-more">
      <summary>
        {t("advice.who")} <b>{names.length > 0 ? formats(lang).list(names) : t("advice.anyone")}</b>
      </summary>
      <fieldset aria-label={t("advice.who")}>
        {screen.known.services.map((service) => (
          <label key={service.id} className="tick">
            <input
              type="checkbox"
              checked={chosen.includes(service.id)}
              onChange={() =>
                choose(
                  chosen.includes(service.id)
                    ? chosen.filter((id) => id !== service.id)
                    : [...chosen, service.id],
                )
              }
            />
            {everydayName(service, lang)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
