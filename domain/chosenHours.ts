import { HOURS, hourAtPlace } from "./week.ts";

/** Places on the strip, `from` ≤ place < `to`, 0 … 168: a stretch of the week that does not wrap. */
export type Stretch = { from: number; to: number };

/** Whether a stretch within one operational day also stands on the other days. */
export type Repeat = "once" | "weekdays" | "daily";

/**
 * A stretch as it is written in an address: operational weekday (0 = Monday) and clock hours, `to` 24 for midnight.
 * `{ day: 4, from: 22, to: 2 }` is Friday 22 to Saturday 02: the night belongs to Friday.
 */
export type Segment = { day: number; from: number; to: number };

/** How operational weekdays are written in an address, Monday first. */
export const DAY_CODES: readonly string[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/**
 * Reads "fri-22-24,sat-06-10".
 * @throws RangeError quoting the part that names no hours
 */
export function parseSegments(text: string): Segment[] {
  return text.split(",").map((part) => {
    const found = /^([a-z]{3})-(\d{2})-(\d{2})$/.exec(part);
    const day = DAY_CODES.indexOf(found?.[1] ?? "");
    const [from, to] = [Number(found?.[2]), Number(found?.[3])];
    if (day < 0 || !(from <= 23) || !(to <= 24))
      throw new RangeError(`hours: "${part}" (expected fri-22-24)`);
    return { day, from, to: to === 0 ? 24 : to };
  });
}

/** Writes segments the way `parseSegments` reads them. */
export function formatSegments(segments: readonly Segment[]): string {
  const two = (hour: number) => String(hour).padStart(2, "0");
  return segments.map(({ day, from, to }) => `${DAY_CODES[day]}-${two(from)}-${two(to)}`).join(",");
}

/** Where segments stand on the strip of a network; one that would run past its day ends with the day. */
export function stretchesOf(segments: readonly Segment[], dayStart: number): Stretch[] {
  return segments.map(({ day, from, to }) => {
    const start = (from - dayStart + 24) % 24;
    const hours = (to - from + 24) % 24 || 24;
    return { from: day * 24 + start, to: day * 24 + Math.min(24, start + hours) };
  });
}

/** Segments of a stretch, cut where operational days end: the inverse of `stretchesOf`. */
export function segmentsOf({ from, to }: Stretch, dayStart: number): Segment[] {
  const segments: Segment[] = [];
  for (let at = from; at < to; ) {
    const day = Math.floor(at / 24);
    const end = Math.min(to, (day + 1) * 24);
    segments.push({ day, from: clock(at, dayStart), to: clock(end, dayStart) || 24 });
    at = end;
  }
  return segments;
}

/** Places on the strip that are chosen, ascending; no stretch means the whole week. */
export function placesOf(stretches: readonly Stretch[], repeat: Repeat): number[] {
  if (stretches.length === 0) return Array.from({ length: HOURS }, (_, place) => place);
  const chosen = new Set<number>();
  for (const { from, to } of stretches) {
    for (let place = from; place < to; place++) {
      for (const day of daysOf(place, repeat)) chosen.add(day * 24 + (place % 24));
    }
  }
  return [...chosen].sort((a, b) => a - b);
}

/** Hours of the week (0 … 167) at places of the strip. */
export function hoursAt(places: readonly number[], dayStart: number): number[] {
  return places.map((place) => hourAtPlace(place, dayStart));
}

/**
 * The occasions a choice of places speaks of, each within one week: every operational day of hours that repeat over
 * days ("every day 22–06"), or all places together for one day, one long stretch, the whole week or a mixture.
 */
export function occasionsOf(places: readonly number[], repeat: Repeat): number[][] {
  const days = [...new Set(places.map((place) => Math.floor(place / 24)))];
  const together = [[...places]];
  if (places.length >= HOURS || days.length < 2) return together;
  const byDay = days.map((day) => places.filter((place) => Math.floor(place / 24) === day));
  if (repeat !== "once") return byDay;
  const hours = new Set(byDay.map((day) => day.map((place) => place % 24).join()));
  return hours.size === 1 && runsOf(places).length > 1 ? byDay : together;
}

/** Runs of neighbouring places, in order. */
export function runsOf(places: readonly number[]): Stretch[] {
  const runs: Stretch[] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last && last.to === place) last.to = place + 1;
    else runs.push({ from: place, to: place + 1 });
  }
  return runs;
}

/** Chosen hours as something a sentence can say; clock hours, `to` 24 for midnight. */
export type HoursFacts =
  | { kind: "week" }
  | { kind: "days"; days: number[]; from: number; to: number; whole: boolean; late: boolean }
  | { kind: "span"; from: { day: number; hour: number }; to: { day: number; hour: number } }
  | { kind: "mixed"; hours: number };

/**
 * What chosen places are in words: the whole week, the same hours on some days, one long span, or a mixture.
 * `late`: all of it after midnight, so "Friday 00–02" is the night of Friday.
 */
export function hoursFacts(places: readonly number[], dayStart: number): HoursFacts {
  if (places.length >= HOURS) return { kind: "week" };
  const days = [...new Set(places.map((place) => Math.floor(place / 24)))];
  const byDay = days.map((day) =>
    runsOf(places.filter((p) => Math.floor(p / 24) === day).map((p) => p % 24)),
  );
  const [first] = byDay[0] ?? [];
  if (
    first &&
    byDay.every((runs) => runs.length === 1 && runs[0]?.from === first.from && runs[0].to === first.to)
  ) {
    const [from, to] = [clock(first.from, dayStart), clock(first.to, dayStart) || 24];
    const whole = first.to - first.from === 24;
    return { kind: "days", days, from, to, whole, late: first.from >= 24 - dayStart };
  }
  const [run, ...others] = runsOf(places);
  if (run && others.length === 0)
    return { kind: "span", from: moment(run.from, dayStart), to: moment(run.to, dayStart) };
  return { kind: "mixed", hours: places.length };
}

const moment = (place: number, dayStart: number) => ({
  day: Math.floor(((place + dayStart) % HOURS) / 24),
  hour: clock(place, dayStart),
});

const clock = (place: number, dayStart: number) => (place + dayStart) % 24;

function daysOf(place: number, repeat: Repeat): number[] {
  if (repeat === "daily") return [0, 1, 2, 3, 4, 5, 6];
  const day = Math.floor(place / 24);
  return repeat === "weekdays" ? [0, 1, 2, 3, 4] : [day];
}
