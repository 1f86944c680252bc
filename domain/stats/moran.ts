import { conditionalPAt, type Draws } from "./conditionalP.ts";
import type { Weights } from "./spatialWeights.ts";

/**
 * Moran's I: 1 when neighbours are alike, about `expected` when values lie at random. `variance` under randomisation (these
 * values, shuffled) and under normality (values drawn anew).
 */
export type GlobalMoran = {
  i: number;
  expected: number;
  variance: { randomised: number; normal: number };
};

/** High or low against the mean, the place first and those around it second. */
export type Quadrant = "high-high" | "low-high" | "low-low" | "high-low";

/**
 * Moran's I of one place. `z`: its standard score when the other values are shuffled and its own stays (`null` when that
 * cannot vary); `p` folded, of the same shuffling done.
 */
export type LocalMoran = { i: number; z: number | null; p: number | null; quadrant: Quadrant };

/**
 * Moran's I of values in any unit. `null` when all are equal or no place has a neighbour.
 * @throws RangeError with fewer than four places, or when values and weights differ in length
 * @see methods A2, E4; Cliff & Ord 1981; R spdep moran.test
 */
export function globalMoran(values: readonly number[], weights: Weights): GlobalMoran | null {
  const { z, m2 } = deviations(values, weights);
  const n = z.length;
  const { s0, s1, s2 } = sums(weights);
  if (m2 === 0 || s0 === 0) return null;
  const expected = -1 / (n - 1);
  const kurtosis = z.reduce((sum, value) => sum + value ** 4, 0) / n / (m2 * m2);
  const normal = (n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1)) - expected ** 2;
  const likely = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0);
  const peaked = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0);
  const randomised = (likely - peaked) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expected ** 2;
  return { i: product(z, weights) / (s0 * m2), expected, variance: { randomised, normal } };
}

/**
 * How often values shuffled over all places are as alike as these: (#≥ + 1) / (R + 1).
 * @throws RangeError as `globalMoran`, and when fewer than one draw is asked
 * @see R spdep moran.mc, alternative "greater"
 */
export function globalMoranP(values: readonly number[], weights: Weights, draws: Draws): number | null {
  if (!(draws.replicates >= 1)) throw new RangeError(`replicates: ${draws.replicates}`);
  const { z, m2 } = deviations(values, weights);
  if (m2 === 0) return null;
  const least = product(z, weights) - 1e-12 * m2 * z.length;
  let atLeast = 0;
  for (let replicate = 0; replicate < draws.replicates; replicate++) {
    shuffle(z, draws.random);
    if (product(z, weights) >= least) atLeast += 1;
  }
  return (atLeast + 1) / (draws.replicates + 1);
}

/**
 * Moran's I of every place, z_i · Σw·z / m2 with m2 = Σz² / n. Nulls as in `LocalMoran`; an empty list when all values are
 * equal.
 * @param weights without the place itself
 * @throws RangeError as `globalMoran`, and when fewer than one draw is asked
 * @see methods A2, E4; Anselin 1995; Sokal et al. 1998 (conditional variance); R spdep localmoran; p: PySAL Moran_Local
 */
export function localMoran(values: readonly number[], weights: Weights, draws: Draws): LocalMoran[] {
  const { z, m2 } = deviations(values, weights);
  if (m2 === 0) return [];
  const n = z.length;
  return weights.map((row, at) => {
    const own = z[at] ?? 0;
    const around = row.reduce((sum, link) => sum + link.weight * (z[link.at] ?? 0), 0);
    const weight = row.reduce((sum, link) => sum + link.weight, 0);
    const squares = row.reduce((sum, link) => sum + link.weight ** 2, 0);
    const i = (own * around) / m2;
    const mean = -(own * own * weight) / ((n - 1) * m2);
    const spread = (squares - weight ** 2 / (n - 1)) * (m2 - own ** 2 / (n - 1));
    const variance = (own / m2) ** 2 * (n / (n - 2)) * spread;
    const alike = z.map((value) => value * own);
    return {
      i,
      z: variance > 0 ? (i - mean) / Math.sqrt(variance) : null,
      p: own === 0 ? null : conditionalPAt({ values: alike, weights, at }, draws),
      quadrant: `${own > 0 ? "high" : "low"}-${around > 0 ? "high" : "low"}`,
    };
  });
}

function deviations(values: readonly number[], weights: Weights): { z: number[]; m2: number } {
  const n = values.length;
  if (n < 4 || n !== weights.length)
    throw new RangeError(`values: ${n} (expected ${weights.length}, one a place, at least 4)`);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const z = values.map((value) => value - mean);
  const m2 = z.reduce((sum, value) => sum + value * value, 0) / n;
  return { z, m2: m2 > (1e-12 * mean) ** 2 ? m2 : 0 };
}

function product(z: readonly number[], weights: Weights): number {
  let sum = 0;
  for (const [i, row] of weights.entries())
    for (const { at, weight } of row) sum += weight * (z[i] ?? 0) * (z[at] ?? 0);
  return sum;
}

/** S0 = Σw, S1 = Σ(w_ij + w_ji)² / 2, S2 = Σ(w_i. + w_.i)². */
function sums(weights: Weights): { s0: number; s1: number; s2: number } {
  let [s0, s1] = [0, 0];
  const across = weights.map(() => 0);
  for (const [i, row] of weights.entries()) {
    for (const { at, weight } of row) {
      const back = weights[at]?.find((link) => link.at === i)?.weight ?? 0;
      s0 += weight;
      s1 += weight * weight + weight * back;
      across[i] = (across[i] ?? 0) + weight;
      across[at] = (across[at] ?? 0) + weight;
    }
  }
  return { s0, s1, s2: across.reduce((sum, value) => sum + value * value, 0) };
}

function shuffle(values: number[], random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = kept;
  }
}
