import type { EmergingAnswer } from "../../emergingAnswer.ts";
import type { chosenZone, Screen } from "../../useScreen.ts";
import { nameOf, numeral } from "../../words.ts";
import { Rich } from "../frame/Rich.tsx";
import { ZoneSteps } from "../zone/ZonePanel.tsx";
import { sayingOf } from "./sayingOf.ts";
import { type PlaceState, statesOf } from "./statesOf.ts";

type Props = {
  screen: Screen;
  answer: EmergingAnswer;
  place: NonNullable<ReturnType<typeof chosenZone>>;
};

const ORDER = ["confirmed", "emerging", "norm", "few", "unknown"] as const;

/** One zone: what may be said of each need, in a few words. */
export function ZoneStates({ screen, answer, place }: Props) {
  const { t, lang } = screen.telling;
  const { needName } = sayingOf(screen);
  const states = statesOf(answer, screen.view.needs).filter(({ zone }) => zone === place.zone.id);
  const ordered = states.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <>
      <ZoneSteps screen={screen} place={place} />
      <h2 className="zone-name">{nameOf(place.zone, lang)}</h2>
      <p className="sentence">
        <Rich text={zoneSentence(screen, states)} />
      </p>
      <ul className="zone-states" aria-label={t("emerge.zone.states")}>
        {ordered.map(({ need, state, trend }) => (
          <li key={need} data-state={state}>
            <span className="swatch" data-emerge={state} />
            <b>{needName(need)}</b>
            <span>
              {t(`emerge.state.${state}`)}
              {(trend === "rising" || trend === "falling") && `, ${t(`emerge.trend.${trend}`)}`}
            </span>
          </li>
        ))}
      </ul>
      <p className="zone-facts">{t("emerge.zone.sensitive")}</p>
    </>
  );
}

function zoneSentence({ telling: { t } }: Screen, states: readonly PlaceState[]): string {
  const count = (...of: readonly string[]) => states.filter(({ state }) => of.includes(state)).length;
  const said = (n: number) => ({ count: n, number: numeral(t, n) });
  const [grows, untold] = [count("confirmed", "emerging"), count("few", "unknown")];
  if (states.length > 0 && count("unknown") === states.length) return t("emerge.zone.unknown");
  if (states.length > 0 && untold === states.length) return t("emerge.zone.few");
  const first = t("emerge.zone.grows", { ...said(grows) });
  return untold > 0 ? `${first} ${t("emerge.zone.untold", said(untold))}` : first;
}
