import type { Weights } from "./spatialWeights.ts";

/** What a place and those around it sum to: Σw·x with Σw and Σw². */
export type WeightedSum = { sum: number; weight: number; squares: number };

/** Values the sums are drawn from: how many, their mean and their standard deviation (divisor n). */
export type Moments = { n: number; mean: number; sd: number };

/**
 * Getis and Ord's Gi* of every place: the standard score of the weighted sum of the values in and around it, against all
 * places. Values in any unit. `null` where the score says nothing: all values equal, or a place that counts all alike.
 * @param weights those of the place itself included
 * @throws RangeError when values and weights differ in length, or a value is not finite
 * @see methods A2, E4; Ord & Getis 1995; R spdep localG, PySAL esda G_Local
 */
export function getisOrdStar(values: readonly number[], weights: Weights): (number | null)[] {
  refuseNonsense(values, weights);
  const all = momentsOf(values);
  return weights.map((row) => sumScore(weightedSum(values, row), all));
}

/**
 * Getis and Ord's Gi: as `getisOrdStar`, of the places around each place only, against all places but itself.
 * @param weights those of the place itself not included
 * @throws RangeError when values and weights differ in length, or a value is not finite
 * @see Ord & Getis 1995; R spdep localG
 */
export function getisOrd(values: readonly number[], weights: Weights): (number | null)[] {
  refuseNonsense(values, weights);
  return weights.map((row, i) => sumScore(weightedSum(values, row), momentsOf(values.toSpliced(i, 1))));
}

/**
 * The standard score of a weighted sum of values drawn without replacement from many with these moments. `null` when it
 * cannot vary.
 */
export function sumScore({ sum, weight, squares }: WeightedSum, { n, mean, sd }: Moments): number | null {
  const spread = (n * squares - weight * weight) / (n - 1);
  return sd > 0 && spread > 1e-12 * squares ? (sum - weight * mean) / (sd * Math.sqrt(spread)) : null;
}

/** Mean and standard deviation (divisor n); values that differ by rounding only have none. */
export function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  return { n, mean, sd: sd > 1e-12 * Math.abs(mean) ? sd : 0 };
}

/** Σw·x over a row of weights, with Σw and Σw². */
export function weightedSum(values: readonly number[], row: Weights[number]): WeightedSum {
  let [sum, all, squares] = [0, 0, 0];
  for (const { at, weight } of row) {
    sum += weight * (values[at] ?? 0);
    all += weight;
    squares += weight * weight;
  }
  return { sum, weight: all, squares };
}

function refuseNonsense(values: readonly number[], weights: Weights): void {
  if (values.length !== weights.length)
    throw new RangeError(`values: ${values.length} (expected ${weights.length}, one a place)`);
  for (const value of values) if (!Number.isFinite(value)) throw new RangeError(`value: ${value}`);
}
