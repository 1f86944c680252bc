import type { MonthCells } from "../../domain/emerging/needSeries.ts";
import type { EpochData } from "./epochData.ts";
import { ableTo, type Ground } from "./ground.ts";
import { hoursToCountOn } from "./needSeries.ts";

type Cell = MonthCells["cells"][number];

/** Published cells of closed months with the hours behind them; sensitive needs for the whole city only. */
export function monthCells(ground: Ground, { months: { months, shown, spent }, rho }: EpochData): MonthCells {
  const CITY = -1;
  const hours = hoursToCountOn(spent, rho);
  const able = ground.needs.map(({ id }) => new Set(ableTo(ground, id)));
  const cells = new Map<string, Cell>();
  const cellOf = (need = -1, zone = CITY) => cells.get(`${need}/${zone}`);
  for (const [need, { id, sensitive }] of ground.needs.entries()) {
    const { threshold, perturbation } = sensitive ? ground.disclosure.sensitive : ground.disclosure;
    for (const zone of sensitive ? [CITY] : [CITY, ...ground.zones.keys()]) {
      cells.set(`${need}/${zone}`, {
        need: id,
        zone: ground.zones[zone]?.id ?? null,
        values: months.map(() => null),
        hours: months.map(() => 0),
        sensitive,
        threshold,
        variance: perturbation.V,
      });
    }
  }
  for (const [i, value] of shown.value.entries()) {
    const values = cellOf(shown.need[i], shown.zone[i])?.values;
    if (values) values[shown.month[i] ?? -1] = value;
  }
  for (const [i, spentThere] of hours.entries()) {
    const month = spent.step[i] ?? -1;
    for (const [need, services] of able.entries()) {
      if (!services.has(spent.service[i] ?? -1)) continue;
      for (const cell of [cellOf(need), cellOf(need, spent.zone[i])])
        if (cell) cell.hours[month] = (cell.hours[month] ?? 0) + spentThere;
    }
  }
  return { months, cells: [...cells.values()] };
}
