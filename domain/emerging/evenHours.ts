import { ratePrior, type Tally } from "../stats/ratePrior.ts";
import type { EpochInput, MonthCells, NeedSeries } from "./needSeries.ts";
import { heardCounts, sumBack } from "./needTallies.ts";

type MonthCell = MonthCells["cells"][number];
type Town = Pick<EpochInput, "needs" | "zones"> & { cells: readonly MonthCell[] };

/**
 * The hours of a cell by month; the city's with each zone's weighted by how much of the need is usually seen there in an
 * hour (1 on average), so that they stay as telling when people go elsewhere. A sensitive need is weighed by what was truly
 * seen in the weeks, for nothing of it is published by zone and month.
 */
export function evenHours(cell: MonthCell, { needs, zones, cells }: Town): number[] {
  if (cell.zone !== null) return cell.hours;
  const own = cells.filter(({ need, zone }) => need === cell.need && zone !== null);
  const series = needs.find(({ need }) => need === cell.need);
  const seen =
    cell.sensitive && series
      ? seenByZone(
          series,
          zones.map(({ id }) => id),
        )
      : null;
  const tallies = own.map((zone) => seen?.get(zone.zone ?? "") ?? monthsTogether(zone));
  const prior = ratePrior(tallies);
  if (!prior) return cell.hours;
  const { r, gamma } = prior;
  const weights = tallies.map(({ count, hours }) => (gamma.shape + count) / (gamma.rate + hours) / r);
  return cell.hours.map((_, month) =>
    own.reduce((sum, zone, i) => sum + (weights[i] ?? 1) * (zone.hours[month] ?? 0), 0),
  );
}

function seenByZone(series: NeedSeries, zones: readonly string[]): Map<string, Tally> {
  const weeks = series.counts.length / zones.length;
  const counts = { values: heardCounts(series), weeks };
  const hours = { values: series.hours, weeks };
  const all = { from: weeks, to: 0 };
  return new Map(
    zones.map((id, zone) => [
      id,
      { count: sumBack(counts, zone, all), hours: sumBack(hours, zone, all), variance: 0 },
    ]),
  );
}

/** A cell's months together; of what is withheld, the middle of what it can be. */
export function monthsTogether({ values, hours, threshold, variance }: MonthCell): Tally {
  const total: Tally = { count: 0, hours: 0, variance: 0 };
  for (const [month, spent] of hours.entries()) {
    if (spent === 0) continue;
    const value = values[month] ?? null;
    total.count += value ?? (threshold - 1) / 2;
    total.variance += value === null ? 0 : variance;
    total.hours += spent;
  }
  return total;
}
