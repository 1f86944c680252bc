import { runsOf } from "../domain/chosenHours.ts";
import { stripPlace } from "../domain/week.ts";
import { clockRange, formats } from "./format.ts";
import type { Lang, Words } from "./words.ts";

type Said = { t: Words; lang: Lang };

/** Hours of the week as short as can be said, most first: "lun–ven 09–14", "ven, sab 22–01". */
export function hoursList({ t, lang }: Said, hours: readonly number[], dayStart: number): string[] {
  const places = hours.map((hour) => stripPlace(hour, dayStart)).sort((a, b) => a - b);
  const days = new Map<string, number[]>();
  for (const { from, to } of runsOf(places).flatMap(byDay)) {
    const key = `${from % 24} ${to - from}`;
    days.set(key, [...(days.get(key) ?? []), Math.floor(from / 24)]);
  }
  const size = ([key, held]: [string, number[]]) => Number(key.split(" ")[1]) * held.length;
  return [...days]
    .sort((a, b) => size(b) - size(a))
    .map(([key, held]) => {
      const [start = 0, length = 0] = key.split(" ").map(Number);
      const day = daysList({ t, lang }, held);
      if (length === 24) return day;
      const clock = (place: number) => (place + dayStart) % 24;
      const range = clockRange(clock(start), clock(start + length) || 24);
      const [from = "", to = ""] = range.split("–");
      return t(start >= 24 - dayStart ? "hours.late" : "hours.one", { day, from, to });
    });
}

/** Days of the week: "lun–ven", "mar, gio", "ogni giorno". */
export function daysList({ t, lang }: Said, days: readonly number[]): string {
  if (days.length === 7) return t("hours.daily");
  const name = formats(lang).weekdayShort;
  return runsOf([...days].sort((a, b) => a - b))
    .flatMap(({ from, to }) =>
      to - from > 2
        ? [`${name(from)}–${name(to - 1)}`]
        : Array.from({ length: to - from }, (_, i) => name(from + i)),
    )
    .join(", ");
}

function byDay({ from, to }: { from: number; to: number }): { from: number; to: number }[] {
  const end = Math.min(to, (Math.floor(from / 24) + 1) * 24);
  return end < to ? [{ from, to: end }, ...byDay({ from: end, to })] : [{ from, to }];
}
