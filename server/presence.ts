import { z } from "zod";
import { publicHolidays } from "../domain/holidays.ts";
import type { Network } from "../domain/network.ts";
import { addDays } from "../domain/period.ts";
import { hoursOf, type Interval } from "../domain/presence.ts";
import { occurrences } from "../domain/recurrence.ts";
import { append, type Db, rows, run, sql, transaction } from "./db.ts";

/** Operational days (ISO dates), both included. */
type Days = { from: string; to: string };

type Minutes = { planned: number; seen: number };

/** Intervals by "service/zone". */
type Presence = Map<string, Interval[]>;

const Outing = z.object({ service: z.string(), zone: z.string(), start: z.number(), end: z.number() });

/**
 * Writes `presence_hour` anew for the operational days `from` … `to`: planned from the schedules (without public holidays
 * where closed), seen from the outings. Unions, never sums. All or nothing.
 */
export async function refreshPresence(db: Db, network: Network, days: Days): Promise<void> {
  await transaction(db, async (inside) => {
    const seen = await outingsIn(inside, days);
    const table = tabulate(network, days, { planned: plannedIn(network, days), seen });
    await run(
      inside,
      sql`DELETE FROM presence_hour WHERE day BETWEEN ${days.from}::DATE AND ${days.to}::DATE`,
    );
    await append(inside, "presence_hour", table);
  });
}

/** Planned intervals of every service in every zone that touch the operational days, by "service/zone". */
export function plannedIn(network: Network, { from, to }: Days): Presence {
  const { timezone, country } = network;
  const dates = { from, to: addDays(to, 1) };
  const holidays = publicHolidays(country, addDays(from, -2), dates.to);
  const planned: Presence = new Map();
  for (const schedule of network.schedules) {
    const times = occurrences(schedule, { ...dates, timezone, holidays });
    for (const zone of schedule.zones) gather(planned, `${schedule.service}/${zone}`, times);
  }
  return planned;
}

async function outingsIn(db: Db, { from, to }: Days): Promise<Presence> {
  const found = await rows(
    db,
    Outing,
    sql`SELECT service, "zone", epoch_ms(started_at)::DOUBLE AS start, epoch_ms(ended_at)::DOUBLE AS end
        FROM outing WHERE ended_at > ${from}::DATE - INTERVAL 1 DAY AND started_at < ${to}::DATE + INTERVAL 3 DAY`,
  );
  const seen: Presence = new Map();
  for (const { service, zone, start, end } of found) gather(seen, `${service}/${zone}`, [{ start, end }]);
  return seen;
}

/** The columns of `presence_hour`, in the order of its primary key. */
function tabulate(network: Network, days: Days, presence: { planned: Presence; seen: Presence }) {
  const [service, zone]: [string[], string[]] = [[], []];
  const [hour, planned, seen]: [number[], number[], number[]] = [[], [], []];
  const day: Date[] = [];
  for (const key of [...new Set([...presence.planned.keys(), ...presence.seen.keys()])].sort()) {
    const [serviceId = "", zoneId = ""] = key.split("/");
    for (const [cell, minutes] of cellsOf(key, network, { ...days, ...presence })) {
      const [date = "", hourOfWeek] = cell.split("/");
      service.push(serviceId);
      zone.push(zoneId);
      day.push(new Date(date));
      hour.push(Number(hourOfWeek));
      planned.push(minutes.planned);
      seen.push(minutes.seen);
    }
  }
  return [service, zone, day, hour, planned, seen];
}

type Asked = Days & { planned: Presence; seen: Presence };

/** Minutes by "day/hour" of one service in one zone. */
function cellsOf(key: string, { timezone, day_start }: Network, asked: Asked): Map<string, Minutes> {
  const cells = new Map<string, Minutes>();
  for (const kind of ["planned", "seen"] as const) {
    for (const { day, hour, minutes } of hoursOf(asked[kind].get(key) ?? [], timezone, day_start)) {
      if (day < asked.from || day > asked.to) continue;
      const cell = cells.get(`${day}/${hour}`) ?? { planned: 0, seen: 0 };
      cell[kind] = Math.round(minutes);
      cells.set(`${day}/${hour}`, cell);
    }
  }
  return cells;
}

function gather(presence: Presence, key: string, intervals: readonly Interval[]): void {
  const known = presence.get(key);
  if (known) known.push(...intervals);
  else presence.set(key, [...intervals]);
}
