/**
 * Draws the place of a weight, each as often as it weighs, from one random number of [0, 1): as quick for a thousand
 * weights as for two.
 * @throws RangeError when a weight is negative or no number, or when all are 0
 * @see Walker 1977; Vose 1991
 */
export function aliasTable(weights: ArrayLike<number>): (random: number) => number {
  const size = weights.length;
  const level = levels(weights);
  const other = Int32Array.from({ length: size }, (_, i) => i);
  const [low, high]: [number[], number[]] = [[], []];
  for (let i = 0; i < size; i++) ((level[i] as number) < 1 ? low : high).push(i);
  for (let small = low.pop(), large = high.at(-1); small !== undefined && large !== undefined; ) {
    other[small] = large;
    const left = (level[large] as number) - (1 - (level[small] as number));
    level[large] = left;
    if (left < 1) high.pop();
    small = left < 1 ? large : low.pop();
    large = high.at(-1);
  }
  return (random) => {
    const at = random * size;
    const i = Math.floor(at);
    return at - i < (level[i] as number) ? i : (other[i] as number);
  };
}

/** Weights as multiples of their mean. */
function levels(weights: ArrayLike<number>): Float64Array {
  const level = Float64Array.from(weights);
  const strange = level.find((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY));
  if (strange !== undefined) throw new RangeError(`weights: ${strange} (expected 0 or more)`);
  const sum = level.reduce((all, weight) => all + weight, 0);
  if (sum === 0) throw new RangeError(`weights: all 0 of ${level.length} (expected at least one more)`);
  return level.map((weight) => (weight / sum) * level.length);
}
