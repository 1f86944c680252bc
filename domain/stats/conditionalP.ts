import type { Weights } from "./spatialWeights.ts";

/** Where the draws come from (numbers in [0, 1)) and how many. */
export type Draws = { random: () => number; replicates: number };

/**
 * Conditional permutation: how surprising the weighted sum around each place is when its own value stays and those around
 * it are drawn from all others. Folded: of the smaller tail, (min(#≥, R − #≥) + 1) / (R + 1). The own weight, if any,
 * changes nothing, so it serves Gi and Gi* alike. `null` for a place with nobody around it.
 * @param values whose sums are compared, by place
 * @throws RangeError when fewer than one draw is asked
 * @see methods A2, E4; PySAL esda G_Local
 */
export function conditionalP(values: readonly number[], weights: Weights, draws: Draws): (number | null)[] {
  return weights.map((_, i) => conditionalPAt({ values, weights, at: i }, draws));
}

/** As `conditionalP`, for one place. */
export function conditionalPAt(
  { values, weights, at }: { values: readonly number[]; weights: Weights; at: number },
  { random, replicates }: Draws,
): number | null {
  if (!(replicates >= 1)) throw new RangeError(`replicates: ${replicates}`);
  const around = (weights[at] ?? []).filter((link) => link.at !== at);
  if (around.length === 0) return null;
  const others = Float64Array.from(values.toSpliced(at, 1));
  const seen = around.reduce((sum, link) => sum + link.weight * (values[link.at] ?? 0), 0);
  const scale = around.reduce((sum, link) => sum + Math.abs(link.weight * (values[link.at] ?? 0)), 0);
  const least = seen - 1e-12 * scale;
  let atLeast = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    if (drawnSum(others, around, random) >= least) atLeast += 1;
  }
  return (Math.min(atLeast, replicates - atLeast) + 1) / (replicates + 1);
}

/** Σw·x of values drawn without replacement; leaves them shuffled, which changes nothing for the next draw. */
function drawnSum(others: Float64Array, around: Weights[number], random: () => number): number {
  let sum = 0;
  for (const [i, { weight }] of around.entries()) {
    const from = i + Math.floor(random() * (others.length - i));
    const drawn = others[from] ?? 0;
    others[from] = others[i] ?? 0;
    others[i] = drawn;
    sum += weight * drawn;
  }
  return sum;
}
