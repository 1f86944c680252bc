import { aliasTable } from "../../../../domain/stats/scan/aliasTable.ts";
import { binomialWeights } from "../../../../domain/stats/scan/binomialWeights.ts";
import type { Circles } from "../../../../domain/stats/scan/circles.ts";
import type { Cluster, ScanOptions } from "../../../../domain/stats/scan/spaceTimeScan.ts";

/** Counts or expected counts, one row of weeks for each zone. */
type Table = number[][];
type Scanned = { counts: Table; circles: Circles };
type Window = { zones: number[]; from: number; until: number };
type Draw = () => Table;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const within = (table: Table, { zones, from, until }: Window): number =>
  sum(zones.map((zone) => sum((table[zone] ?? []).slice(from, until + 1))));

/** The Poisson scan as methods A2 E2 puts it, one step after the other: slow, and to be read. */
export function plainPoissonScan(
  { counts, circles, expected }: Scanned & { expected: Table },
  options: ScanOptions,
) {
  const compared = counts.map((row, z) => row.map((count, t) => (expected[z]?.[t] === 0 ? 0 : count)));
  const scale = sum(compared.flat()) / (sum(expected.flat()) || 1);
  const scaled = expected.map((row) => row.map((value) => value * scale));
  const model = { counts: compared, expected: scaled, weight: scaled.map(sum), circles };
  return scan(model, options, () => throwing(scaled, sum(compared.flat()), options));
}

/** How many fall in the weeks scanned, then which cells they fall in, one by one. */
function throwing(expected: Table, total: number, options: ScanOptions): Draw {
  const nothing = expected.map((row) => row.map(() => 0));
  const first = firstWeek(nothing[0]?.length ?? 0, options);
  const cells = expected
    .flatMap((row, zone) => row.map((mean, week) => ({ zone, week, mean })))
    .filter(({ week }) => week >= first);
  const means = cells.map(({ mean }) => mean);
  if (sum(means) === 0) return () => nothing;
  const many = aliasTable(binomialWeights(total, Math.min(1, sum(means) / total)));
  const cellOf = aliasTable(means);
  return () => {
    const drawn = nothing.map((row) => [...row]);
    for (let left = many(options.random()); left > 0; left--) {
      const { zone, week } = cells[cellOf(options.random())] ?? { zone: 0, week: 0 };
      (drawn[zone] ?? [])[week] = 1 + (drawn[zone]?.[week] ?? 0);
    }
    return drawn;
  };
}

/** The space-time permutation scan as methods A2 E2' puts it. */
export function plainPermutationScan({ counts, circles }: Scanned, options: ScanOptions) {
  const ofZone = counts.map(sum);
  const ofWeek = (counts[0] ?? []).map((_, t) => sum(counts.map((row) => row[t] ?? 0)));
  const expected = ofZone.map((here) => ofWeek.map((then) => (here * then) / (sum(ofZone) || 1)));
  return scan({ counts, expected, weight: ofZone, circles }, options, () => {
    const zones = ofZone.flatMap((count, zone) => new Array<number>(count).fill(zone));
    const first = firstWeek(ofWeek.length, options);
    const dealt = ofWeek.flatMap((many, week) => new Array<number>(week < first ? 0 : many).fill(week));
    return () => {
      const drawn = counts.map((row) => row.map(() => 0));
      for (const [next, week] of dealt.entries()) {
        const chosen = next + Math.floor(options.random() * (zones.length - next));
        [zones[next], zones[chosen]] = [zones[chosen] ?? 0, zones[next] ?? 0];
        const row = drawn[zones[next] ?? 0] ?? [];
        row[week] = 1 + (row[week] ?? 0);
      }
      return drawn;
    };
  });
}

type Model = { counts: Table; expected: Table; weight: number[]; circles: Circles };

function scan(
  { counts, expected, weight, circles }: Model,
  options: ScanOptions,
  drawing: () => Draw,
): Cluster[] {
  const total = sum(counts.flat());
  if (total === 0) return [];
  const windows = windowsOf({ weight, circles, weeks: counts[0]?.length ?? 0 }, options);
  const ratio = (seen: Table, window: Window) =>
    plainRatio(within(seen, window), within(expected, window), total);
  const found: (Window & { llr: number })[] = [];
  const measured = windows.map((window) => ({ ...window, llr: ratio(counts, window) }));
  while (found.length < (options.mostClusters ?? Number.POSITIVE_INFINITY)) {
    const taken = new Set(found.flatMap(({ zones }) => zones));
    const free = measured.filter(({ zones }) => !zones.some((zone) => taken.has(zone)));
    const most = Math.max(0, ...free.map(({ llr }) => llr));
    const [best] = free.filter(({ llr }) => reaches(llr, most)).sort(fewerZonesThenWeeks);
    if (!best || reaches(0, most)) break;
    found.push(best);
  }
  const draw = found.length > 0 ? drawing() : () => [];
  const p = shares(found, options, () => {
    const drawn = draw();
    return Math.max(0, ...windows.map((window) => ratio(drawn, window)));
  });
  return found.map(({ llr, ...window }, i) => ({
    ...{ zones: window.zones, weeks: window.until - window.from + 1, until: window.until, llr },
    ...{ observed: within(counts, window), expected: within(expected, window), p: p[i] ?? Number.NaN },
  }));
}

/** How often the greatest ratio of a replicate reaches that of each cluster. */
function shares(found: { llr: number }[], { replicates, stopAt = 0 }: ScanOptions, greatest: () => number) {
  const most: number[] = [];
  const reaching = (llr: number) => most.filter((ratio) => reaches(ratio, llr)).length;
  const [best] = found;
  while (best && most.length < replicates && (stopAt === 0 || reaching(best.llr) < stopAt))
    most.push(greatest());
  return found.map(({ llr }) => (1 + reaching(llr)) / (1 + most.length));
}

type City = { weight: number[]; circles: Circles; weeks: number };

function windowsOf({ weight, circles, weeks }: City, options: ScanOptions): Window[] {
  const { longest, maxShare = 0.5, prospective = true } = options;
  const held = (zones: number[]) => sum(zones.map((zone) => weight[zone] ?? 0)) / sum(weight);
  const sets = circles.flatMap((rings) =>
    rings.map((_, i) => rings.slice(0, i + 1).flat()).filter((zones) => held(zones) <= maxShare * (1 + 1e-9)),
  );
  const all = Array.from({ length: weeks }, (_, week) => week);
  const spans = all.toReversed().flatMap((until) => all.map((from) => ({ from, until })));
  const asked = spans.filter(
    ({ from, until }) => from <= until && until - from < longest && (until === weeks - 1 || !prospective),
  );
  return sets.flatMap((zones) => asked.map((span) => ({ zones: [...zones].sort((a, b) => a - b), ...span })));
}

function plainRatio(seen: number, expected: number, total: number): number {
  if (seen < 2 || seen <= expected || expected === 0) return 0;
  const term = (count: number, mean: number) => (count === 0 ? 0 : count * Math.log(count / mean));
  return term(seen, expected) + term(total - seen, total - expected);
}

const reaches = (ratio: number, other: number) => ratio >= other - 1e-9 * Math.max(1, other);
const firstWeek = (weeks: number, { longest, prospective = true }: ScanOptions) =>
  prospective ? Math.max(0, weeks - longest) : 0;
const fewerZonesThenWeeks = (a: Window, b: Window) =>
  a.zones.length - b.zones.length || a.until - a.from - (b.until - b.from);
