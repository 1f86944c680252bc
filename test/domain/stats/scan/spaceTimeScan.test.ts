import { describe, expect, test } from "vitest";
import { circlesOf } from "../../../../domain/stats/scan/circles.ts";
import { permutationScan } from "../../../../domain/stats/scan/permutationScan.ts";
import { poissonScan } from "../../../../domain/stats/scan/poissonScan.ts";
import { type Cluster, decidedAt, type ScanOptions } from "../../../../domain/stats/scan/spaceTimeScan.ts";
import { between, poisson, type Random, randomOf } from "../../../../server/simulate/random.ts";
import { plainPermutationScan, plainPoissonScan } from "./plainScan.ts";

/**
 * A small city: on a line (ties), scattered, in one place; quiet, busy, growing somewhere, or all in one cell; in some zones
 * or weeks nobody was.
 */
function smallCity(random: Random) {
  const [zones, weeks] = [between(random, 0, 7), between(random, 1, 9)];
  const apart = between(random, 0, 2);
  const places = Array.from({ length: zones }, () =>
    apart === 2 ? ([random(), random()] as const) : ([between(random, 0, apart * 2), 0] as const),
  );
  const [rate, absent] = [[0, 0.1, 0.6, 3][between(random, 0, 3)] ?? 0, [0, 0.3][between(random, 0, 1)] ?? 0];
  const expected = places.map(() => {
    const busy = random() < 0.1 ? 0 : 0.2 + 2 * random();
    return Array.from({ length: weeks }, () => (random() < absent ? 0 : busy * between(random, 1, 3)));
  });
  const growing = between(random, -3, zones - 1);
  const counts = expected.map((row, zone) =>
    row.map((value, week) =>
      poisson(random, rate * (value + (zone === growing && week > weeks - 4 ? 4 : 0))),
    ),
  );
  if (random() < 0.1)
    for (const [zone, row] of counts.entries())
      row.fill(0).splice(-1, 1, zone === 0 ? between(random, 1, 20) : 0);
  return { counts, expected, weeks, circles: circlesOf(places) };
}

const someOptions = (random: Random) => ({
  longest: between(random, 1, 6),
  replicates: [0, 19, 39][between(random, 0, 2)] ?? 0,
  prospective: random() < 0.7,
  maxShare: [0.5, 0.3, 1][between(random, 0, 2)] ?? 0.5,
  stopAt: between(random, 0, 1) * between(random, 1, 9),
  ...(random() < 0.5 && { mostClusters: between(random, 0, 3) }),
});

const close = (clusters: Cluster[]) =>
  clusters.map((found) => ({
    ...found,
    llr: expect.closeTo(found.llr, 9),
    expected: expect.closeTo(found.expected, 9),
  }));

describe("as the plain scan, read step by step, from the same random numbers", () => {
  const runs = Array.from({ length: 400 }, (_, run) => run);

  test("on presence hours", () => {
    for (const run of runs) {
      const random = randomOf(run, "poisson");
      const { counts, expected, ...city } = smallCity(random);
      if (counts.flat().some(Boolean) && !expected.flat().some(Boolean)) continue;
      const options = someOptions(random);
      const plain = plainPoissonScan(
        { ...city, counts, expected },
        { ...options, random: randomOf(run, "chance") },
      );
      const scanned = { ...city, counts: counts.flat(), expected: expected.flat() };
      expect(poissonScan(scanned, { ...options, random: randomOf(run, "chance") }), `${run}`).toEqual(
        close(plain),
      );
    }
  });

  test("by permutation", () => {
    for (const run of runs) {
      const random = randomOf(run, "permutation");
      const { counts, ...city } = smallCity(random);
      const options = someOptions(random);
      const plain = plainPermutationScan(
        { ...city, counts },
        { ...options, random: randomOf(run, "chance") },
      );
      const found = permutationScan(
        { ...city, counts: counts.flat() },
        { ...options, random: randomOf(run, "chance") },
      );
      expect(found, `${run}`).toEqual(close(plain));
    }
  });
});

const four = circlesOf([
  [0, 0],
  [1, 0],
  [0, 1],
  [9, 9],
]);
const chance = (seed: number): ScanOptions => ({
  longest: 3,
  replicates: 199,
  random: randomOf(seed, "chance"),
});
const even = new Array<number>(40).fill(1);
const with9 = even.map((count, cell) => ([8, 9, 18, 19].includes(cell) ? 9 : count));

test("stopping once p is sure to be too great decides as all replicates do", () => {
  const level = 0.1;
  let stopped = 0;
  for (let seed = 0; seed < 60; seed++) {
    const random = randomOf(seed, "city");
    const counts = even.map((_, cell) => poisson(random, 2) + (cell === 9 && seed % 2 ? 7 : 0));
    const scanned = { counts, expected: even, weeks: 10, circles: four };
    const all = poissonScan(scanned, chance(seed));
    const some = poissonScan(scanned, { ...chance(seed), stopAt: decidedAt(level, 199) });
    const sure = (found: Cluster[]) =>
      found.map(({ p, ...rest }) => ({ ...rest, p: p <= level ? p : "more" }));
    expect(sure(some)).toEqual(sure(all));
    if (JSON.stringify(some) !== JSON.stringify(all)) stopped++;
  }
  expect(stopped).toBeGreaterThan(20);
});

test("two neighbours that grow together are one cluster, and the hours they take explain it away", () => {
  const scanned = { counts: with9, weeks: 10, circles: four };
  const [best] = poissonScan({ ...scanned, expected: even }, chance(1));
  expect(best).toMatchObject({ zones: [0, 1], weeks: 2, until: 9, observed: 36, p: 1 / 200 });
  expect(poissonScan({ ...scanned, expected: with9 }, chance(1))).toEqual([]);
  expect(permutationScan(scanned, { ...chance(1), maxShare: 0.8 })[0]).toMatchObject({
    zones: [0, 1],
    weeks: 2,
    observed: 36,
  });
});

test("expected counts may come in any unit, and what is seen where none is expected tells nothing", () => {
  const scanned = { counts: with9, weeks: 10, circles: four };
  const found = poissonScan({ ...scanned, expected: even }, chance(1));
  expect(poissonScan({ ...scanned, expected: even.map((value) => value * 8) }, chance(1))).toEqual(found);
  const absent = even.map((value, cell) => (cell === 39 ? 0 : value));
  const alone = with9.map((count, cell) => (cell === 39 ? 500 : count));
  expect(
    poissonScan({ ...scanned, counts: alone, expected: absent }, { ...chance(1), maxShare: 0.6 })[0],
  ).toMatchObject({
    zones: [0, 1],
  });
});

test("nothing seen, no zones, or one zone that is the whole city: no cluster", () => {
  const nothing = { counts: new Array<number>(40).fill(0), weeks: 10, circles: four };
  expect(poissonScan({ ...nothing, expected: even }, chance(1))).toEqual([]);
  expect(poissonScan({ ...nothing, expected: nothing.counts }, chance(1))).toEqual([]);
  expect(permutationScan(nothing, chance(1))).toEqual([]);
  expect(permutationScan({ counts: [], weeks: 10, circles: [] }, chance(1))).toEqual([]);
  expect(poissonScan({ counts: [1, 9], expected: [1, 1], weeks: 2, circles: [[[0]]] }, chance(1))).toEqual(
    [],
  );
});

test("nonsense is refused, and named", () => {
  const scanned = { counts: with9, expected: even, weeks: 10, circles: four };
  const asking = (more: object, options = {}) =>
    poissonScan({ ...scanned, ...more }, { ...chance(1), ...options });
  expect(() => asking({ counts: with9.with(3, -1) })).toThrow("counts: -1");
  expect(() => asking({ counts: with9.with(3, 0.5) })).toThrow("counts: 0.5");
  expect(() => asking({ weeks: 7 })).toThrow("counts: 40 cells (expected a multiple of 7 weeks)");
  expect(() => asking({ weeks: 1.5 })).toThrow("weeks: 1.5");
  expect(() => asking({ expected: [1] })).toThrow("expected: 1 cells");
  expect(() => asking({ expected: even.with(3, Number.NaN) })).toThrow("expected: NaN");
  expect(() => asking({ expected: even.map(() => 0) })).toThrow("expected: 0 everywhere");
  expect(() => asking({ circles: [[[4]]] })).toThrow("circles: zone 4");
  expect(() => asking({ circles: [[[1], [1]]] })).toThrow("a zone twice in 1, 1");
  expect(() => asking({}, { longest: 0 })).toThrow("longest: 0");
  expect(() => asking({}, { replicates: 9.5 })).toThrow("replicates: 9.5");
  expect(() => asking({}, { stopAt: -1 })).toThrow("stopAt: -1");
  expect(() => asking({}, { mostClusters: Number.NaN })).toThrow("mostClusters: NaN");
  expect(() => asking({}, { maxShare: 1.5 })).toThrow("maxShare: 1.5");
  expect(() => circlesOf([[0, Number.NaN]])).toThrow("places: NaN");
});
