import { perturbationTable, publishedValue } from "../../../domain/cellKey.ts";
import type { EpochInput, MonthCells, NeedSeries } from "../../../domain/emerging/needSeries.ts";
import { poisson, randomOf, spread } from "../../../server/simulate/random.ts";

/**
 * `season`: ± share, peaking in a month of each need's own. `hours`: *even*; *wild*, every zone and month its own; *moving*,
 * every zone from half to twice as many over the span or the other way round; *parting*, so that the zones with most of
 * the need gain and the others lose. `growth`: of every need in the first zone, as a share of its mean, over the span.
 */
export type Months = {
  months: number;
  season?: number;
  hours?: "even" | "wild" | "moving" | "parting";
  growth?: number;
};

const ZONES = 12;
const NEEDS = 8;
const SENSITIVE = 2;
const PERTURBATIONS = [
  { table: perturbationTable({ D: 6, V: 4 }), variance: 4, floor: 2, threshold: 5 },
  { table: perturbationTable({ D: 8, V: 6 }), variance: 6, floor: 4, threshold: 10 },
];

type Simulated = Pick<EpochInput, "months" | "needs" | "zones">;
type NeedMonths = { cells: MonthCells["cells"]; series: NeedSeries };

/** Published months of a town of twelve zones and eight needs, two of them sensitive: some 14 seen a month in each zone. */
export function simulatedMonths(asked: Months, seed: number): Simulated {
  const random = randomOf(seed, "months");
  const months = Array.from({ length: asked.months }, (_, month) => {
    const id = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    return { id, from: `${id}-01` };
  });
  const hours = Array.from({ length: ZONES }, (_, zone) => hoursOf(asked, zone, random));
  const needs = Array.from({ length: NEEDS }, (_, need) => needMonths(asked, { need, hours }, random));
  return {
    months: { months, cells: needs.flatMap(({ cells }) => cells) },
    needs: needs.map(({ series }) => series),
    zones: hours.map((_, zone) => ({ id: `z${zone}`, place: [zone, 0] })),
  };
}

function hoursOf({ months, hours = "even" }: Months, zone: number, random: () => number): number[] {
  const usual = 100 * spread(random);
  const ways = { even: 0, wild: 0, moving: random() < 0.5 ? 1 : -1, parting: zone < ZONES / 2 ? 1 : -1 };
  return Array.from({ length: months }, (_, month) => {
    const drawn = hours === "wild" ? 0.2 + spread(random) : 0.9 + 0.2 * random();
    return usual * drawn * 4 ** (ways[hours] * (month / (months - 1) - 0.5));
  });
}

function needMonths(
  { season = 0, growth = 0, hours: kind }: Months,
  { need, hours }: { need: number; hours: number[][] },
  random: () => number,
): NeedMonths {
  const [peak, size] = [random() * 12, 0.14 * (0.4 + 0.6 * spread(random))];
  const counts = hours.map((spent, zone) => {
    const busy = kind === "parting" ? (zone < ZONES / 2 ? 2 : 0.5) : 0.3 + 0.7 * spread(random);
    return spent.map((h, month) => {
      const grown = zone === 0 ? growth * (month / (spent.length - 1) - 0.5) : 0;
      const mean =
        size * busy * h * (1 + season * Math.cos((2 * Math.PI * (month - peak)) / 12)) * (1 + grown);
      return poisson(random, mean);
    });
  });
  const sensitive = need < SENSITIVE;
  const rule = PERTURBATIONS[sensitive ? 1 : 0];
  if (!rule) throw new RangeError(`need: ${need}`);
  const { threshold, variance } = rule;
  const cell = (zone: string | null, values: number[], own: number[]) => ({
    ...{ need: `n${need}`, zone, hours: own, sensitive, threshold, variance },
    values: values.map((n) => publishedValue(n, random(), rule)),
  });
  const city = cell(null, together(counts), together(hours));
  const zones = counts.map((row, zone) => cell(`z${zone}`, row, hours[zone] ?? []));
  const hidden = zones.map((zone) => ({ ...zone, values: zone.values.map(() => null) }));
  return {
    cells: [city, ...(sensitive ? hidden : zones)],
    series: seriesOf({ need: city.need, sensitive, counts, hours }),
  };
}

/** The last seven months as a series; what is a week to it does not matter here. */
function seriesOf(of: {
  need: string;
  sensitive: boolean;
  counts: number[][];
  hours: number[][];
}): NeedSeries {
  const late = (rows: number[][]) => rows.flatMap((row) => row.slice(-7));
  const hours = Float64Array.from(late(of.hours));
  const { need, sensitive } = of;
  return { need, sensitive, counts: Int32Array.from(late(of.counts)), hours, standard: hours, services: [] };
}

const together = (rows: readonly number[][]): number[] =>
  (rows[0] ?? []).map((_, month) => rows.reduce((sum, row) => sum + (row[month] ?? 0), 0));
