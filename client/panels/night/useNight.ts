import { useMemo } from "react";
import { dayAndNight, needBreaks } from "../../../domain/compareHours.ts";
import { stayOf } from "../../../domain/stay.ts";
import { HOURS, slotOf, weekdayOf } from "../../../domain/week.ts";
import { questions, useAnswer } from "../../api.ts";
import type { PaneText } from "../../map/paneLabels.ts";
import type { ZoneMark } from "../../map/ZoneMark.ts";
import type { Known } from "../../useKnown.ts";
import { type Screen, useScreen } from "../../useScreen.ts";
import { useLang, useWords } from "../../useWords.ts";
import { nameOf } from "../../words.ts";
import { type Comparison, hoursSets, type Place, ratioText, sideText, type Telling } from "./nightWords.ts";

/** Everything the screen *Giorno e notte* shows. */
export type Night = {
  screen: Screen;
  telling: Telling;
  comparison: Comparison | null;
  answer: ReturnType<typeof useAnswer<Comparison>>;
  /** Class breaks both need maps share; none while unknown. */
  breaks: number[];
  /** The service whose presence is marked. */
  service: Known["services"][number] | null;
  zoneName: (zone: string) => string;
};

export function useNight(known: Known): Night {
  const screen = useScreen(known);
  const { view, asked } = screen;
  const { t } = useWords();
  const lang = useLang();
  const { slots } = known.network;
  const { a, b } = useMemo(() => settledSets(slots, view), [slots, view]);
  const answer = useAnswer(
    asked === null ? null : questions.compare({ period: asked.id, a, b, needs: view.needs }),
  );
  const comparison = answer.data;
  const shown = comparison ?? { a, b };
  const telling = useMemo(
    () => ({ t, lang, ...hoursSets({ t, lang }, slots, shown) }),
    [t, lang, slots, shown],
  );
  const breaks = useMemo(() => (comparison && needBreaks(comparison.network)) ?? [], [comparison]);
  const names = useMemo(
    () => new Map(known.zones.features.map(({ properties }) => [properties.id, nameOf(properties, lang)])),
    [known, lang],
  );
  const service = known.services.find(({ id }) => id === view.highlight) ?? null;
  return {
    screen,
    telling,
    comparison,
    answer,
    breaks,
    service,
    zoneName: (zone) => names.get(zone) ?? zone,
  };
}

/** The sets in the address where they make sense, else day and night. */
function settledSets(
  slots: Known["network"]["slots"],
  { a, b }: { a: readonly string[]; b: readonly string[] },
): { a: string[]; b: string[] } {
  const usual = dayAndNight(slots);
  const known = (ids: readonly string[]) => slots.map(({ id }) => id).filter((id) => ids.includes(id));
  const [first, second] = [known(a), known(b).filter((id) => !a.includes(id))];
  return first.length > 0 && second.length > 0 ? { a: first, b: second } : usual;
}

export type PaneData = { marks: ZoneMark[]; texts: Map<string, PaneText> };

/** Fills and figures of one need map. */
export function needPane(night: Night, side: "a" | "b"): PaneData {
  const places = night.comparison?.zones ?? [];
  return paneOf(places, (place) => {
    const { rate } = place[side];
    const level = rate === null ? null : night.breaks.filter((limit) => rate >= limit).length;
    return {
      mark: { family: "need", level: level as ZoneMark["level"] },
      text: { ...sideText(night.telling, place[side]), chip: standing(night, place, side) },
    };
  });
}

/** Fills and figures of the map of the difference. */
export function ratioPane(night: Night): PaneData {
  return paneOf(night.comparison?.zones ?? [], (place) => ({
    mark: {
      family: "ratio",
      level: place.step as ZoneMark["level"],
      unsure: place.grade === "likely",
    },
    text: ratioText(night.telling, place),
  }));
}

function paneOf(
  places: readonly Place[],
  told: (place: Place) => { mark: Pick<ZoneMark, "family" | "level" | "unsure">; text: PaneText },
): PaneData {
  const pairs = places.map((place) => ({ zone: place.zone ?? "", ...told(place) }));
  return {
    marks: pairs.map(({ zone, mark }) => ({ ...mark, zone, seen: [], rare: [] })),
    texts: new Map(pairs.map(({ zone, text }) => [zone, text])),
  };
}

/** How the marked service stands in a zone in these hours. */
function standing({ screen, service, telling }: Night, { zone }: Place, side: "a" | "b"): PaneText["chip"] {
  const { supposition } = screen.figures;
  if (!supposition || !service || zone === null) return undefined;
  const { kept, coverage } = supposition;
  const chosen = telling[side].slots;
  const hours = Array.from({ length: HOURS }, (_, hour) => hour).filter((hour) =>
    chosen.includes(slotOf(hour, coverage.slots).id),
  );
  const days = coverage.days.map((_, day) =>
    hours.filter((hour) => weekdayOf(hour, coverage.dayStart) === day),
  );
  const [was, would] = [kept, coverage].map(
    (presence) => stayOf(presence, { zone, service: service.id }, days).standing,
  );
  if (was === would) return was === "absent" ? undefined : was;
  return "supposed";
}
