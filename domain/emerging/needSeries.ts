import type { Reading } from "./reading.ts";

/**
 * A need as the vault and the presence tables know it: row-major zone × week (index zone * weeks + week), oldest week
 * first. `counts`: true counts. `hours`: presence hours of the services able to record it. `standard`: the same hours,
 * each weighted by how much its service usually records in that slot; the exposure of the tests. A need nobody's hours
 * are known of has zeros in both. `services`: counts and hours by competent service.
 */
export type NeedSeries = {
  need: string;
  sensitive: boolean;
  counts: Int32Array;
  hours: Float64Array;
  standard: Float64Array;
  services: { counts: Int32Array; hours: Float64Array }[];
};

/** A calendar week; one that is not closed says nothing (count 0, hours 0). `from`: its Monday. */
export type SeriesWeek = { id: string; from: string; closed: boolean };

/** A zone, with its label point in km east and north of the network's centre. */
export type SeriesZone = { id: string; place: [x: number, y: number] };

/**
 * Published cells by closed month, oldest first: `values` perturbed counts (`null` = withheld, surely under `threshold`),
 * `hours` of services able to record the need, `variance` of the perturbation. `zone` `null`: the whole city, the only
 * place sensitive needs are published of: in a zone they have hours alone. `from`: a month's first day.
 */
export type MonthCells = {
  months: { id: string; from: string }[];
  cells: {
    need: string;
    zone: string | null;
    values: (number | null)[];
    hours: number[];
    sensitive: boolean;
    threshold: number;
    variance: number;
  }[];
};

/**
 * What a close is read from. `weeks`: calendar weeks, oldest first, the last is the epoch. `neighbours`: by zone, the zones
 * that share a border with it. `previous`: what the closes before said, newest first, at most three.
 */
export type EpochInput = {
  epoch: string;
  weeks: SeriesWeek[];
  zones: SeriesZone[];
  neighbours: number[][];
  needs: NeedSeries[];
  months: MonthCells;
  previous: Reading[];
};

/**
 * The cells of a need over the last `weeks` weeks; `zones` by index, `null` = the whole city. `service`: of one alone, by its
 * place in `services` of the need's series.
 */
export type WindowCell = {
  need: string;
  zones: readonly number[] | null;
  weeks: number;
  service?: number;
};

/**
 * What a reading needs from outside. `random`: numbers in [0, 1) from a seed of the epoch and this name. `shown`: the
 * gate's perturbed count of these cells together, `null` when it withholds it.
 */
export type Tools = {
  random: (name: string) => () => number;
  shown: (cell: WindowCell) => number | null;
};

/**
 * The input, when its parts fit together.
 * @throws RangeError naming the part and its value: an epoch that is not the last week, a series of another length, a
 * negative count or hour, a month cell of another length
 */
export function checkedInput(input: EpochInput): EpochInput {
  const { epoch, weeks, zones, needs, months } = input;
  if (weeks.at(-1)?.id !== epoch)
    throw new RangeError(`epoch: ${epoch} (expected the last week, ${weeks.at(-1)?.id})`);
  const cells = zones.length * weeks.length;
  for (const { need, counts, hours, standard, services } of needs)
    for (const series of [counts, hours, standard, ...services.flatMap((one) => [one.counts, one.hours])])
      refuse(series, { name: `need ${need}`, length: cells });
  for (const { need, zone, values, hours } of months.cells) {
    const of = { name: `months of ${need} in ${zone ?? "the city"}`, length: months.months.length };
    refuse(hours, of);
    refuse(
      values.map((value) => value ?? 0),
      of,
    );
  }
  return input;
}

function refuse(series: ArrayLike<number>, { name, length }: { name: string; length: number }): void {
  if (series.length !== length) throw new RangeError(`${name}: ${series.length} values (expected ${length})`);
  for (let i = 0; i < length; i++) {
    const value = series[i];
    if (!(value !== undefined && value >= 0)) throw new RangeError(`${name}: ${value} (expected 0 or more)`);
  }
}
