import type { NeedSeries } from "../../domain/emerging/needSeries.ts";
import { PARAMETERS } from "../../domain/emerging/parameters.ts";
import { standardWeights } from "../../domain/emerging/standardHours.ts";
import { effectiveHours } from "../../domain/stats/reliability.ts";
import type { EpochData, Spent } from "./epochData.ts";
import { ableTo, type Ground } from "./ground.ts";

type Place = { weeks: number; zones: number; closed: boolean[] };

/**
 * The series of every need: records and hours of the services able to record it (records of all, where none is able),
 * and its standardised hours. Weeks that are not closed have neither.
 */
export function needSeries(ground: Ground, { weeks, counts, spent, rho }: EpochData): NeedSeries[] {
  const place = {
    weeks: weeks.length,
    zones: ground.zones.length,
    closed: weeks.map(({ closed }) => closed),
  };
  const hours = hoursToCountOn(spent, rho);
  const rows = { counts, spent, hours };
  const byService = ground.services.map((_, one) =>
    hourSeries(rows, place, (service) => Number(service === one)),
  );
  return ground.needs.map(({ id, sensitive }, need) => {
    const able = ableTo(ground, id);
    const weights = slotWeights(rows, { need, able, slots: ground.slots, base: baseOf(place, sensitive) });
    return {
      need: id,
      sensitive,
      counts: countSeries(rows, place, (of, by) => of === need && (able.length === 0 || able.includes(by))),
      hours: hourSeries(rows, place, (service) => Number(able.includes(service))),
      standard: hourSeries(rows, place, (service, slot) => weights.get(service)?.[slot] ?? 0),
      services: able.map((one) => ({
        counts: countSeries(rows, place, (of, by) => of === need && by === one),
        hours: byService[one] ?? new Float64Array(place.zones * place.weeks),
      })),
    };
  });
}

/** Hours to count on, entry by entry: those seen, and planned ones without a record by how the service keeps its plan. */
export const hoursToCountOn = ({ service, seen, unrecorded }: Spent, rho: Float64Array): Float64Array =>
  seen.map(
    (minutes, i) => (minutes + effectiveHours(null, unrecorded[i] ?? 0, rho[service[i] ?? -1] ?? 0)) / 60,
  );

type Rows = Pick<EpochData, "counts" | "spent"> & { hours: Float64Array };

function hourSeries(
  { spent, hours }: Rows,
  { weeks, zones, closed }: Place,
  worth: (service: number, slot: number) => number,
): Float64Array {
  const series = new Float64Array(zones * weeks);
  for (const [i, spentThere] of hours.entries()) {
    const week = spent.step[i] ?? -1;
    if (!closed[week]) continue;
    const at = (spent.zone[i] ?? 0) * weeks + week;
    series[at] = (series[at] ?? 0) + spentThere * worth(spent.service[i] ?? -1, spent.slot[i] ?? -1);
  }
  return series;
}

function countSeries(
  { counts }: Rows,
  { weeks, zones, closed }: Place,
  counted: (need: number, service: number) => boolean,
): Int32Array {
  const series = new Int32Array(zones * weeks);
  for (const [i, n] of counts.n.entries()) {
    const week = counts.week[i] ?? -1;
    if (!closed[week] || !counted(counts.need[i] ?? -1, counts.service[i] ?? -1)) continue;
    const at = (counts.zone[i] ?? 0) * weeks + week;
    series[at] = (series[at] ?? 0) + n;
  }
  return series;
}

/** The closed weeks before the window in question, as many as a base has. */
function baseOf({ weeks, closed }: Place, sensitive: boolean): (week: number) => boolean {
  const end = weeks - (sensitive ? PARAMETERS.sensitiveWindowWeeks : PARAMETERS.windowWeeks);
  return (week) => closed[week] === true && week < end && week >= end - PARAMETERS.baseWeeks;
}

type Asked = { need: number; able: number[]; slots: number; base: (week: number) => boolean };

/** What an hour of each able service is worth in each slot. */
function slotWeights(
  { counts, spent, hours }: Rows,
  { need, able, slots, base }: Asked,
): Map<number, number[]> {
  const cells = able.map(() => Array.from({ length: slots }, () => ({ count: 0, hours: 0 })));
  const cellOf = (service = -1, slot = -1) => cells[able.indexOf(service)]?.[slot];
  for (const [i, n] of counts.n.entries()) {
    const cell =
      counts.need[i] === need && base(counts.week[i] ?? -1) && cellOf(counts.service[i], counts.slot[i]);
    if (cell) cell.count += n;
  }
  for (const [i, spentThere] of hours.entries()) {
    const cell = base(spent.step[i] ?? -1) && cellOf(spent.service[i], spent.slot[i]);
    if (cell) cell.hours += spentThere;
  }
  const weights = standardWeights(cells.flat());
  return new Map(able.map((service, i) => [service, weights.slice(i * slots, (i + 1) * slots)]));
}
