import { presenceHours } from "../../../domain/published.ts";
import { type Standing, stayOf } from "../../../domain/stay.ts";
import { HOURS, slotOf, weekdayOf } from "../../../domain/week.ts";
import { formats } from "../../format.ts";
import type { PaneText } from "../../map/paneLabels.ts";
import type { ZoneMark } from "../../map/ZoneMark.ts";
import { everydayName } from "../../words.ts";
import { type Place, ratioText, sideText } from "./nightWords.ts";
import type { Night } from "./useNight.ts";

type PaneData = { marks: ZoneMark[]; texts: Map<string, PaneText> };

/** Fills and figures of one need map. */
export function needPane(night: Night, side: "a" | "b"): PaneData {
  const places = night.comparison?.zones ?? [];
  return paneOf(places, (place) => {
    const { rate } = place[side];
    const level = rate === null ? null : night.breaks.filter((limit) => rate >= limit).length;
    const stands = standing(night, place.zone, side);
    const chip = stands === "absent" ? undefined : stands;
    return {
      mark: { family: "need", level: level as ZoneMark["level"] },
      text: { ...sideText(night.telling, place[side]), chip },
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

/** Hours the marked service really spent on each side, in one zone or (`null`) in all; `null` while they are not known. */
export function serviceHours(night: Night, zone: string | null): { a: number; b: number } | null {
  const { comparison, service, telling, figures } = night;
  if (!comparison || !service) return null;
  const spent = (side: "a" | "b") => {
    const period = side === "a" && comparison.before ? comparison.before : comparison.period;
    const held = figures[side].need?.hours.get(period.id);
    if (!held) return null;
    return telling[side].slots.reduce(
      (sum, slot) =>
        sum + presenceHours(held, { slot, ...(zone === null ? {} : { zone }) }, new Set([service.id])),
      0,
    );
  };
  const [a, b] = [spent("a"), spent("b")];
  return a === null || b === null ? null : { a, b };
}

/** "Polizia Sociale: 12 h di giorno, 0 h di notte"; `null` when none is marked. */
export function presenceSaid(night: Night, zone: string | null): string | null {
  const { service, telling } = night;
  const { t, lang, a, b } = telling;
  const spent = serviceHours(night, zone);
  if (!service || !spent) return null;
  const hours = (value: number) => formats(lang)[value > 0 && value < 10 ? "rate" : "count"](value);
  return t("night.presence", {
    ...{ name: everydayName(service, lang), a: hours(spent.a), b: hours(spent.b) },
    ...{ inA: a.when, inB: b.when },
  });
}

/** Heads of the two columns of the marked service's hours; none while they are not known. */
export function presenceIn(night: Night): string[] {
  const { service, telling } = night;
  if (!service || !serviceHours(night, null)) return [];
  const name = everydayName(service, telling.lang);
  return [telling.a, telling.b].map(({ when }) => telling.t("night.presenceIn", { name, when }));
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

type Stands = Standing | "supposed";

/** How the marked service stands in a zone in these hours, or would. */
function standing({ figures, service, telling }: Night, zone: string | null, side: "a" | "b"): Stands {
  const { supposition } = figures[side];
  if (!supposition || !service || zone === null) return "absent";
  const { kept, coverage } = supposition;
  const chosen = telling[side].slots;
  const hours = Array.from({ length: HOURS }, (_, hour) => hour).filter((hour) =>
    chosen.includes(slotOf(hour, coverage.slots).id),
  );
  const days = coverage.days.map((_, day) =>
    hours.filter((hour) => weekdayOf(hour, coverage.dayStart) === day),
  );
  const [was = "absent", would] = [kept, coverage].map(
    (presence) => stayOf(presence, { zone, service: service.id }, days).standing,
  );
  return was === would ? was : "supposed";
}
