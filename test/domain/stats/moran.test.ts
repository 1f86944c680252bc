import { expect, test } from "vitest";
import { globalMoran, globalMoranP, localMoran } from "../../../domain/stats/moran.ts";
import { binaryWeights, rowStandardised } from "../../../domain/stats/spatialWeights.ts";
import { randomOf } from "../../../server/simulate/random.ts";
import { reference } from "./reference.ts";

const carolina = ["local_g_moran_nc_sids74", "local_g_moran_nc25_counts"].map((name) => reference(name));
const draws = (stream: string) => ({ random: randomOf(7, stream), replicates: 9999 });
const chance = (p: number) => 5 * Math.sqrt((p * (1 - p) * 2) / 9999) + 2 / 9999;

test.each(carolina)("Moran's I agrees with R spdep: $dataset", ({ x, neighbours_0based, expected }) => {
  const binary = binaryWeights(neighbours_0based, false);
  const { global_moran_W: W, global_moran_B: B } = expected;
  expect(globalMoran(x, rowStandardised(binary))).toEqual({
    i: expect.closeTo(W.I, 8),
    expected: expect.closeTo(W.EI, 8),
    variance: { randomised: expect.closeTo(W.Var_rand, 8), normal: expect.closeTo(W.Var_norm, 8) },
  });
  expect(globalMoran(x, binary)).toMatchObject({
    i: expect.closeTo(B.I, 8),
    variance: { randomised: expect.closeTo(B.Var_rand, 8) },
  });
  const p = globalMoranP(x, rowStandardised(binary), draws("global"));
  expect(Math.abs((p ?? 1) - W.p_perm_greater)).toBeLessThan(chance(W.p_perm_greater));
});

const localOf = ({ x, neighbours_0based }: { x: number[]; neighbours_0based: number[][] }) =>
  localMoran(x, rowStandardised(binaryWeights(neighbours_0based, false)), draws("local"));

test.each(carolina)("local Moran agrees with R spdep: $dataset", (data) => {
  const { Ii, Z_cond, quadrant_mean } = data.expected.local_moran_W;
  const found = localOf(data);
  expect(found.map(({ i }) => i)).toEqual(Ii.map((value: number) => expect.closeTo(value, 8)));
  expect(found.map(({ z }) => z)).toEqual(Z_cond.map((value: number) => expect.closeTo(value, 8)));
  const quadrants = quadrant_mean.map((name: string) => name.toLowerCase());
  expect(found.map(({ quadrant }) => quadrant)).toEqual(quadrants);
});

test("the p of shuffling agrees with PySAL Moran_Local", () => {
  const [data] = carolina;
  const found = localOf(data);
  for (const [at, p] of data.expected.local_moran_W_pysal.p_folded.entries())
    expect(Math.abs((found[at]?.p ?? 1) - p), data.ids[at]).toBeLessThan(chance(p));
});

test("small counts tie: the p is that of all possible draws, where PySAL loses part of the ties to rounding", () => {
  const [, data] = carolina;
  const found = localOf(data);
  for (const [at, pysal] of data.expected.local_moran_W_pysal.p_folded.entries()) {
    const { atLeast, more } = everyDraw(data, at);
    const folded = (p: number) => Math.min(p, 1 - p);
    const exact = folded(atLeast);
    expect(Math.abs((found[at]?.p ?? 1) - exact), data.ids[at]).toBeLessThan(chance(exact));
    const between = more < 0.5 && atLeast > 0.5 ? 0.5 : Math.max(exact, folded(more));
    expect(pysal, data.ids[at]).toBeGreaterThan(Math.min(exact, folded(more)) - chance(pysal));
    expect(pysal, data.ids[at]).toBeLessThan(between + chance(pysal));
  }
});

test("where all are equal, or nobody has a neighbour, there is nothing to say", () => {
  const square = binaryWeights([[1], [2], [3], [0]], false);
  expect(globalMoran([0.1, 0.1, 0.1, 0.1], square)).toBeNull();
  expect(globalMoranP([0.1, 0.1, 0.1, 0.1], square, draws("equal"))).toBeNull();
  expect(localMoran([0.1, 0.1, 0.1, 0.1], square, draws("equal"))).toEqual([]);
  expect(globalMoran([1, 2, 3, 4], binaryWeights([[], [], [], []], false))).toBeNull();
});

test("a place at the mean itself, or alone, is neither like nor unlike those around it", () => {
  const [, middle, alone] = localMoran(
    [1, 3, 5, 3, 3],
    binaryWeights([[1], [0, 2], [], [4], [3]], false),
    draws("mean"),
  );
  expect(middle).toMatchObject({ i: 0, z: null, p: null });
  expect(alone).toMatchObject({ i: 0, z: null, p: null });
});

test("nonsense is refused with its value", () => {
  const pair = binaryWeights([[1], [0]], false);
  expect(() => globalMoran([1, 2], pair)).toThrow("values: 2 (expected 2, one a place, at least 4)");
  expect(() => localMoran([1, 2, 3, 4], pair, draws("short"))).toThrow("values: 4 (expected 2");
  const square = binaryWeights([[1], [2], [3], [0]], false);
  expect(() => globalMoranP([1, 2, 3, 4], square, { random: () => 0, replicates: 0 })).toThrow(
    "replicates: 0",
  );
});

/** The shares of all ways to draw a place's neighbours from the others that are at least as alike to it, and more so. */
function everyDraw({ x, neighbours_0based }: { x: number[]; neighbours_0based: number[][] }, at: number) {
  const around = neighbours_0based[at] ?? [];
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const sign = Math.sign((x[at] ?? 0) - mean);
  const others = x.toSpliced(at, 1);
  const seen = sign * around.reduce((sum, j) => sum + (x[j] ?? 0), 0);
  const sums = sumsOfDraws(others, around.length).map((sum) => sign * sum);
  const share = (counts: (sum: number) => boolean) => sums.filter(counts).length / sums.length;
  return { atLeast: share((sum) => sum >= seen), more: share((sum) => sum > seen) };
}

function sumsOfDraws(from: readonly number[], drawn: number): number[] {
  if (drawn === 0) return [0];
  return from.flatMap((value, i) => sumsOfDraws(from.slice(i + 1), drawn - 1).map((sum) => sum + value));
}
