import { afterAll, bench, describe } from "vitest";
import { circlesOf } from "../domain/stats/scan/circles.ts";
import { permutationScan } from "../domain/stats/scan/permutationScan.ts";
import { poissonScan } from "../domain/stats/scan/poissonScan.ts";
import { decidedAt, type ScanOptions } from "../domain/stats/scan/spaceTimeScan.ts";
import { poisson, randomOf } from "../server/simulate/random.ts";
import { plainPermutationScan, plainPoissonScan } from "../test/domain/stats/scan/plainScan.ts";
import { median } from "./cesena.ts";

const [zones, weeks, replicates] = [100, 52, 999];
/** The plain scan draws so many replicates; all of them would take minutes. */
const few = 9;
const rounds = { iterations: 5, warmupIterations: 1, time: 0, warmupTime: 0 };

/** A city without clusters, two observations a zone and week. */
const random = randomOf(2, "city");
const circles = circlesOf(Array.from({ length: zones }, () => [random(), random()]));
const expected = Array.from({ length: zones }, () => {
  const busy = 1 + 2 * random();
  return Array.from({ length: weeks }, () => busy * (0.5 + random()));
});
const counts = expected.map((row) => row.map((mean) => poisson(random, mean)));
const flat = { counts: counts.flat(), expected: expected.flat(), weeks, circles };
const plain = { counts, expected, circles };

const options = (drawn: number): ScanOptions => ({
  ...{ longest: 6, mostClusters: 5, replicates: drawn, random: randomOf(1, "chance") },
});
const sure = decidedAt(0.05, replicates);

const scans = {
  "Poisson scan": {
    fast: (how: ScanOptions) => poissonScan(flat, how),
    plain: (how: ScanOptions) => plainPoissonScan(plain, how),
  },
  "permutation scan": {
    fast: (how: ScanOptions) => permutationScan(flat, how),
    plain: (how: ScanOptions) => plainPermutationScan(plain, how),
  },
};
/** Milliseconds of a core, so that what else the machine does weighs less. */
const times = new Map<string, number[]>();

function timed(name: string, scan: () => unknown): () => void {
  const taken: number[] = [];
  times.set(name, taken);
  return () => {
    const start = process.cpuUsage();
    scan();
    const { user, system } = process.cpuUsage(start);
    taken.push((user + system) / 1000);
  };
}

const middle = (name: string): number => median((times.get(name) ?? []).slice(rounds.warmupIterations));

afterAll(() => {
  for (const name of Object.keys(scans)) {
    const [fast, stopped] = [middle(`${name}, fast`), middle(`${name}, stopped`)];
    const [none, some] = [middle(`${name}, plain 0`), middle(`${name}, plain ${few}`)];
    const all = none + ((some - none) / few) * replicates;
    console.info(
      `${name}, ${zones} zones × ${weeks} weeks × ${replicates} replicates: ${fast.toFixed(0)} ms of a core, ` +
        `${stopped.toFixed(0)} ms when it may stop; the plain one ${(all / 1000).toFixed(0)} s, ` +
        `${(all / fast).toFixed(0)} × as long (worked out from ${few} replicates in ${some.toFixed(0)} ms).`,
    );
  }
});

for (const [name, scan] of Object.entries(scans))
  describe(name, () => {
    bench(
      `fast, ${replicates} replicates`,
      timed(`${name}, fast`, () => scan.fast(options(replicates))),
      rounds,
    );
    bench(
      `fast, until p is sure to be more than 0.05`,
      timed(`${name}, stopped`, () => scan.fast({ ...options(replicates), stopAt: sure })),
      rounds,
    );
    bench(
      "plain, no replicates",
      timed(`${name}, plain 0`, () => scan.plain(options(0))),
      rounds,
    );
    bench(
      `plain, ${few} replicates`,
      timed(`${name}, plain ${few}`, () => scan.plain(options(few))),
      rounds,
    );
  });
