import { useMemo } from "react";
import { bestShift } from "../../../domain/advice/bestShift.ts";
import { fieldTable } from "../../../domain/advice/field.ts";
import { freeHours } from "../../../domain/advice/freeHours.ts";
import { unmetField } from "../../../domain/advice/unmetField.ts";
import { hoursFacts } from "../../../domain/chosenHours.ts";
import { stripPlace } from "../../../domain/week.ts";
import { hoursOfShift, segmentAt } from "../../../domain/whatif/whatIf.ts";
import { hoursTitle, whenPhrase } from "../../hoursWords.ts";
import type { Gaps } from "../../useGaps.ts";
import type { Screen } from "../../useScreen.ts";
import { setView } from "../../view.ts";
import { capital, everydayName, numeral } from "../../words.ts";
import { Chip } from "../frame/Chip.tsx";
import { Rich } from "../frame/Rich.tsx";
import { episodes } from "../gaps/gapWords.ts";
import { zoneName } from "../whatif/whatIfWords.ts";
import "./advice.css";

/** A shift no longer than this fits in one line of advice. */
const LONGEST = 3;

/** The one shift within the chosen hours that would meet most, in one sentence; *Proponi* asks for a whole proposal. */
export function AdviceBox({ screen, gaps }: { screen: Screen; gaps: Gaps }) {
  const best = useBest(screen, gaps);
  const { t, lang } = screen.telling;
  const service = screen.serviceOf(best?.service ?? "");
  if (!best || !service) return null;
  const dayStart = screen.known.network.day_start;
  const segment = segmentAt(best.hour, best.length, dayStart);
  const places = hoursOfShift({ segment }, dayStart).map((hour) => stripPlace(hour, dayStart));
  const facts = hoursFacts(places, dayStart);
  const count = best.length;
  return (
    <section className="advice-box" aria-label={t("advice.boxLabel")}>
      <Chip service={service} />
      <p>
        <Rich
          text={t("advice.box", {
            count,
            Number: capital(numeral(t, count)),
            service: everydayName(service, lang),
            zone: zoneName(screen, best.zone),
            when: facts.kind === "days" ? hoursTitle(t, lang, facts) : whenPhrase(t, lang, facts),
            n: episodes(lang, best.worth),
          })}
        />
      </p>
      <button
        type="button"
        className="action"
        onClick={() =>
          setView({
            list: "proposals",
            zone: null,
            ask: {
              hours: count + 1,
              shortest: 1,
              longest: Math.max(count, 2),
              here: screen.places.length < 168,
            },
          })
        }
      >
        {t("advice.ask")}
      </button>
    </section>
  );
}

function useBest({ known, hours }: Screen, { field }: Gaps) {
  const services = useMemo(
    () =>
      field
        ? known.services.map(({ id, needs }) => ({ id, needs, hours: freeHours(field.coverage, id, hours) }))
        : [],
    [field, known, hours],
  );
  const table = useMemo(() => {
    if (!field) return null;
    const { zones, dayStart } = field.coverage;
    return fieldTable({ act: unmetField(field).act, look: () => 0 }, { zones, needs: field.needs, dayStart });
  }, [field]);
  return useMemo(
    () =>
      table &&
      bestShift(table, {
        services,
        longest: LONGEST,
        dayStart: known.network.day_start,
      }),
    [table, known, services],
  );
}
