/** Fewest observations that can make a cluster. */
const FEWEST = 2;

/**
 * Logarithm of how much likelier `seen` observations are in a window with a rate of its own than with everybody's, given
 * `total` observations in all, of which `expected` would fall in the window: seen·ln(seen/expected) +
 * (total−seen)·ln((total−seen)/(total−expected)); 0 when not more are seen than expected, fewer than two, or where none is
 * expected and nothing can be compared. Grows with `seen` beyond `expected`, falls as more are expected.
 * @see Kulldorff 2001; methods A2 E2
 */
export function logLikelihoodRatio(seen: number, expected: number, total: number): number {
  if (seen < FEWEST || seen <= expected || expected <= 0) return 0;
  const [rest, restExpected] = [total - seen, total - expected];
  return seen * Math.log(seen / expected) + (rest > 0 ? rest * Math.log(rest / restExpected) : 0);
}

/**
 * Fewest observations whose log likelihood ratio reaches `ratio`, for each of the expected counts; `null` where not even
 * `total` would. `expected` ascending and more than 0: the more are expected, the more are needed.
 * @see logLikelihoodRatio
 */
export function fewestReaching(ratio: number, expected: Float64Array, total: number): (number | null)[] {
  let fewest = 0;
  return Array.from(expected, (value) => {
    while (fewest <= total && logLikelihoodRatio(fewest, value, total) < ratio) fewest++;
    return fewest <= total ? fewest : null;
  });
}
