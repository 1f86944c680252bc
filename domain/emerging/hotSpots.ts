import { benjaminiHochberg } from "../stats/fdr.ts";
import { getisOrdStar } from "../stats/getisOrd.ts";
import { hotSpotClass, type Sign } from "../stats/hotSpotClass.ts";
import { mannKendall } from "../stats/mannKendall.ts";
import { ratePrior, type Tally } from "../stats/ratePrior.ts";
import { binaryWeights } from "../stats/spatialWeights.ts";
import { twoSided } from "../stats/twoSided.ts";
import type { EpochInput, NeedSeries } from "./needSeries.ts";
import { heardCounts, sumBack } from "./needTallies.ts";
import { PARAMETERS } from "./parameters.ts";
import type { HotSpot, Reading } from "./reading.ts";

type Read = Pick<EpochInput, "weeks" | "zones" | "neighbours" | "needs">;

/**
 * The emerging hot spot class of every ordinary need in every zone, over steps of four weeks that end with the close: Gi* of
 * the rates in a zone and those around it, found at a false discovery rate over the zones and steps of the need, and the
 * trend of Gi*. Descriptive: with few zones Gi* is nearly blind, so nothing is said of less than thirty zones or ten steps,
 * nor of a zone in which somebody was in less than ten of them.
 * @param told whether the window of a need in a zone (by index) may be told of
 * @see methods A2, E4
 */
export function hotSpots(read: Read, told: (cell: { need: string; zone: number }) => boolean) {
  const found: Reading["hot_spots"] = { zone: [], need: [], spot: [] };
  const steps = Math.floor(read.weeks.length / PARAMETERS.hotSpotWeeks);
  if (read.zones.length < PARAMETERS.hotSpotZones || steps < PARAMETERS.hotSpotSteps) return found;
  for (const series of read.needs.filter(({ sensitive }) => !sensitive)) {
    const spots = spotsOf(series, read, steps);
    for (const [zone, { id }] of read.zones.entries()) {
      const spot = spots[zone];
      if (!spot || !told({ need: series.need, zone })) continue;
      found.zone.push(id);
      found.need.push(series.need);
      found.spot.push(spot);
    }
  }
  return found;
}

/** By zone; `null` where somebody was in too few steps. */
function spotsOf(series: NeedSeries, { weeks, neighbours }: Read, steps: number): (HotSpot | null)[] {
  const slices = Array.from({ length: steps }, (_, step) =>
    scoresOf(ratesIn(series, weeks.length, steps - 1 - step), neighbours),
  );
  const q = benjaminiHochberg(
    slices.flatMap((scores) => scores.map((z) => (z === null ? null : twoSided(z)))),
  );
  return neighbours.map((_, zone) => {
    const scores = slices.map((slice) => slice[zone] ?? null);
    const known = scores.filter((z) => z !== null);
    if (known.length < PARAMETERS.hotSpotSteps) return null;
    const signs = scores.map((z, step) => signOf(z, q[step * neighbours.length + zone] ?? 1));
    const { s, p } = mannKendall(known);
    return hotSpotClass(signs, signOf(s, p ?? 1));
  });
}

/** Posterior mean rates per standardised hour, `back` steps before the last; `null` where nobody was. */
function ratesIn(series: NeedSeries, weeks: number, back: number): (number | null)[] {
  const span = { from: PARAMETERS.hotSpotWeeks * (back + 1), to: PARAMETERS.hotSpotWeeks * back };
  const counts = { values: heardCounts(series), weeks };
  const hours = { values: series.standard, weeks };
  const tallies = Array.from({ length: series.counts.length / weeks }, (_, zone) => ({
    count: sumBack(counts, zone, span),
    hours: sumBack(hours, zone, span),
    variance: 0,
  }));
  const prior = ratePrior(tallies)?.gamma;
  const rateOf = ({ count, hours: spent }: Tally) =>
    prior ? (prior.shape + count) / (prior.rate + spent) : 0;
  return tallies.map((tally) => (tally.hours > 0 ? rateOf(tally) : null));
}

/**
 * Gi* among the zones that have a rate; 0 where all have the same, also when nothing was seen: of which zones a class is told
 * then follows from the hours alone.
 */
function scoresOf(
  rates: readonly (number | null)[],
  neighbours: EpochInput["neighbours"],
): (number | null)[] {
  const present = rates.flatMap((rate, zone) => (rate === null ? [] : [zone]));
  const places = new Map(present.map((zone, place) => [zone, place]));
  const around = present.map((zone) => (neighbours[zone] ?? []).flatMap((other) => places.get(other) ?? []));
  const scores = getisOrdStar(
    present.map((zone) => rates[zone] ?? 0),
    binaryWeights(around, true),
  );
  return rates.map((rate, zone) => (rate === null ? null : (scores[places.get(zone) ?? -1] ?? 0)));
}

const signOf = (value: number | null, chance: number): Sign =>
  value === null || value === 0 || chance > PARAMETERS.hotSpotQ ? 0 : value > 0 ? 1 : -1;
