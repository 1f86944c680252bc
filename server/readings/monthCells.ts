import type { MonthCells } from "../../domain/emerging/needSeries.ts";
import type { EpochData, Spent } from "./epochData.ts";
import { ableTo, type Ground } from "./ground.ts";
import { hoursToCountOn } from "./needSeries.ts";

const CITY = -1;

/** Published cells of closed months with the hours behind them; of a sensitive need in a zone nothing but the hours. */
export function monthCells(ground: Ground, { months: { months, shown, spent }, rho }: EpochData): MonthCells {
  const sums = {
    spent,
    hours: hoursToCountOn(spent, rho),
    zones: ground.zones.length,
    months: months.length,
  };
  const cells = ground.needs.flatMap(({ id, sensitive }, need) => {
    const { threshold, perturbation } = sensitive ? ground.disclosure.sensitive : ground.disclosure;
    const [city, byZone] = hoursByPlace(sums, new Set(ableTo(ground, id)));
    return [CITY, ...ground.zones.keys()].map((zone) => ({
      need: id,
      zone: ground.zones[zone]?.id ?? null,
      values: valuesOf(shown, { need, zone, months: months.length }),
      hours: byZone[zone] ?? city,
      sensitive,
      threshold,
      variance: perturbation.V,
    }));
  });
  return { months, cells };
}

type Sums = { spent: Spent; hours: Float64Array; zones: number; months: number };

function hoursByPlace({ spent, hours, zones, months }: Sums, able: Set<number>): [number[], number[][]] {
  const empty = () => Array.from({ length: months }, () => 0);
  const [city, byZone] = [empty(), Array.from({ length: zones }, empty)];
  for (const [i, spentThere] of hours.entries()) {
    if (!able.has(spent.service[i] ?? -1)) continue;
    const month = spent.step[i] ?? -1;
    for (const sum of [city, byZone[spent.zone[i] ?? -1] ?? []]) sum[month] = (sum[month] ?? 0) + spentThere;
  }
  return [city, byZone];
}

function valuesOf(
  shown: EpochData["months"]["shown"],
  of: { need: number; zone: number; months: number },
): (number | null)[] {
  const values: (number | null)[] = Array.from({ length: of.months }, () => null);
  for (const [i, value] of shown.value.entries())
    if (shown.need[i] === of.need && shown.zone[i] === of.zone) values[shown.month[i] ?? -1] = value;
  return values;
}
