import { expect, test } from "vitest";
import { conditionalP } from "../../../domain/stats/conditionalP.ts";
import { getisOrd, getisOrdStar, momentsOf, sumScore, weightedSum } from "../../../domain/stats/getisOrd.ts";
import { binaryWeights, rowStandardised } from "../../../domain/stats/spatialWeights.ts";
import { randomOf } from "../../../server/simulate/random.ts";
import { reference } from "./reference.ts";

const carolina = ["local_g_moran_nc_sids74", "local_g_moran_nc25_counts"].map((name) => reference(name));
const mexico = reference("ehsa_sfdep_newmexico_counts");
const closeTo = (expected: number[]) => expected.map((value) => expect.closeTo(value, 8));

test.each(carolina)("Gi and Gi* agree with R spdep: $dataset", ({ x, neighbours_0based, expected }) => {
  const around = binaryWeights(neighbours_0based, false);
  const withSelf = binaryWeights(neighbours_0based, true);
  expect(getisOrd(x, around)).toEqual(closeTo(expected.gi_z_B));
  expect(getisOrd(x, rowStandardised(around))).toEqual(closeTo(expected.gi_z_W));
  expect(getisOrdStar(x, withSelf)).toEqual(closeTo(expected.gistar_z_B));
  expect(getisOrdStar(x, rowStandardised(withSelf))).toEqual(closeTo(expected.gistar_z_W));
});

test("Gi* with weights that differ agrees with R sfdep, whose sums reach back a step", () => {
  for (const [i, zone] of mexico.expected.zones.entries()) {
    const around = [i, ...mexico.neighbours_0based[i]];
    for (let t = 1; t < mexico.times.length; t++) {
      const slice: number[] = mexico.x.map((series: number[]) => series[t]);
      const before: number[] = mexico.x.map((series: number[]) => series[t - 1]);
      const row = around.flatMap((at) => [at, at + slice.length]);
      const even = row.map((at) => ({ at, weight: 1 / row.length }));
      const z = sumScore(weightedSum([...slice, ...before], even), momentsOf(slice));
      expect(z).toBeCloseTo(zone.gi_star[t], 8);
    }
  }
});

test("Gi* within each step agrees with R spdep", () => {
  const weights = binaryWeights(mexico.neighbours_0based, true);
  for (const t of mexico.times.keys()) {
    const z = getisOrdStar(
      mexico.x.map((series: number[]) => series[t]),
      weights,
    );
    expect(z).toEqual(closeTo(mexico.expected.slice_gistar_B_k0.map((series: number[]) => series[t])));
  }
});

const replicates = 9999;
test.each(carolina)("the p of shuffling all but the place itself agrees with PySAL: $dataset", (data) => {
  const weights = binaryWeights(data.neighbours_0based, true);
  const found = conditionalP(data.x, weights, { random: randomOf(7, "draws"), replicates });
  const expected: number[] = data.expected.gistar_B_conditional_permutation.p_folded;
  for (const [i, p] of expected.entries()) {
    const chance = 5 * Math.sqrt(p * (1 - p) * (1 / replicates + 1 / 9999)) + 2 / replicates;
    expect(Math.abs((found[i] ?? 1) - p), data.ids[i]).toBeLessThan(chance);
  }
});

test("no lone place among n scores more than the root of n − 1, whatever its value", () => {
  const ring = Array.from({ length: 12 }, (_, i) => [(i + 11) % 12, (i + 1) % 12]);
  const values = ring.map((_, i) => (i <= 2 ? 1000 : 0));
  expect(Math.max(...getisOrdStar(values, binaryWeights(ring, true)).map(Number))).toBeCloseTo(
    Math.sqrt(11),
    12,
  );
});

test("where all are equal, or all are neighbours, or nobody is around, there is nothing to say", () => {
  const pair = [[1], [0], [3], [2]];
  expect(getisOrdStar([0.1, 0.1, 0.1, 0.1], binaryWeights(pair, true))).toEqual([null, null, null, null]);
  const everyone = [
    [1, 2],
    [0, 2],
    [0, 1],
  ];
  expect(getisOrdStar([1, 2, 3], binaryWeights(everyone, true))).toEqual([null, null, null]);
  const alone = binaryWeights([[1], [0], [], []], false);
  expect(getisOrd([1, 2, 3, 4], alone).slice(2)).toEqual([null, null]);
  expect(conditionalP([1, 2, 3, 4], alone, { random: () => 0.5, replicates: 9 }).slice(2)).toEqual([
    null,
    null,
  ]);
});

test("nonsense is refused with its value", () => {
  expect(() => binaryWeights([[1], [2]], true)).toThrow("neighbour of place 1: 2 (of 2 places)");
  expect(() => binaryWeights([[0]], false)).toThrow("neighbour of place 0: 0");
  expect(() => getisOrd([1, 2], binaryWeights([[]], false))).toThrow("values: 2 (expected 1, one a place)");
  expect(() => getisOrdStar([Number.NaN], binaryWeights([[]], true))).toThrow("value: NaN");
  const draws = { random: () => 0, replicates: 0 };
  expect(() => conditionalP([1, 2], binaryWeights([[1], [0]], true), draws)).toThrow("replicates: 0");
});
