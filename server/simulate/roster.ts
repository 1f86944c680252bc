import { DAY, instantOf, instantOfWall, offsetAt } from "../../domain/civilTime.ts";
import { publicHolidays } from "../../domain/holidays.ts";
import type { Network } from "../../domain/network.ts";
import { addDays, mondayOf } from "../../domain/period.ts";
import { hoursOf, type Interval, type PresenceHour } from "../../domain/presence.ts";
import { occurrences } from "../../domain/recurrence.ts";
import { slotOf } from "../../domain/week.ts";

/** The simulated weeks: operational days `from` … `last`, instants `start` … `end`; `until` is the Monday after. */
export type Span = Interval & { weeks: number; from: string; last: string; until: string };

/** One planned presence: a schedule on one day. */
export type Turn = Interval & { service: string; zones: readonly string[]; schedule: string };

/** A service really was in some zones. */
export type Outing = Interval & { service: string; zones: readonly string[] };

/** Minutes of one service in one zone, operational day and hour of the week. */
export type Cell = PresenceHour & { service: string; zone: string; slot: string };

/** A turn this long is a house that never closes, not people who go out: it is not missed, and not late. */
const HOUSE = 16 * 3_600_000;
export const isHouse = ({ start, end }: Interval): boolean => end - start >= HOUSE;

/** @throws RangeError when the weeks are too few to hold the planted truths, or `until` is no Monday */
export function spanOf(network: Network, { weeks, until }: { weeks: number; until: string }): Span {
  if (!Number.isInteger(weeks) || weeks < 8)
    throw new RangeError(`weeks: ${weeks} (expected a whole number from 8)`);
  if (mondayOf(until) !== until) throw new RangeError(`until: "${until}" (expected a Monday)`);
  const from = addDays(until, -7 * weeks);
  const at = (date: string) =>
    instantOf(`${date}T${String(network.day_start).padStart(2, "0")}:00`, network.timezone);
  return { weeks, from, until, last: addDays(until, -1), start: at(from), end: at(until) };
}

/** Every planned turn that starts in the span, in order of time, cut at its end. */
export function turnsOf(network: Network, span: Span): Turn[] {
  const { timezone, country } = network;
  const days = { from: span.from, to: span.until };
  const holidays = publicHolidays(country, addDays(span.from, -1), span.until);
  return network.schedules
    .flatMap((schedule) =>
      occurrences(schedule, { ...days, timezone, holidays }).map(({ start, end }) => ({
        service: schedule.service,
        schedule: schedule.id,
        zones: schedule.zones,
        start,
        end: Math.min(end, span.end),
      })),
    )
    .filter(({ start }) => start >= span.start && start < span.end)
    .sort((a, b) => a.start - b.start);
}

/** Presence by service, zone, operational day and hour: unions, never sums; services and zones in the network's order. */
export function cellsOf(network: Network, outings: readonly Outing[]): Cell[] {
  const slots = Array.from({ length: 168 }, (_, hour) => slotOf(hour, network.slots).id);
  const byPlace = new Map<string, Outing[]>();
  for (const outing of outings)
    for (const zone of outing.zones) {
      const known = byPlace.get(`${outing.service}/${zone}`);
      if (known) known.push(outing);
      else byPlace.set(`${outing.service}/${zone}`, [outing]);
    }
  return network.services.flatMap((service) =>
    network.zones.flatMap((zone) =>
      hoursOf(byPlace.get(`${service.id}/${zone.id}`) ?? [], network.timezone, network.day_start).map(
        (cell) => ({
          ...cell,
          service: service.id,
          zone: zone.id,
          slot: slots[cell.hour] ?? "",
        }),
      ),
    ),
  );
}

/** The same time on the clock, some days later (or earlier). */
export function daysLater({ start, end }: Interval, days: number, timezone: string): Interval {
  const move = (instant: number) =>
    instantOfWall(instant + offsetAt(instant, timezone) + days * DAY, timezone);
  return { start: move(start), end: move(end) };
}

/** Whether two stretches of time share any. */
export const overlap = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end;
