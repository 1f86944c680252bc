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
 * Fewest observations whose log likelihood ratio reaches `ratio`; `null` when not even all of them would.
 * @see logLikelihoodRatio
 */
export function fewestReaching(ratio: number, expected: number, total: number): number | null {
  if (logLikelihoodRatio(total, expected, total) < ratio) return null;
  let [short, enough] = [Math.min(Math.floor(expected), total - 1), total];
  while (enough - short > 1) {
    const middle = (short + enough) >> 1;
    if (logLikelihoodRatio(middle, expected, total) < ratio) short = middle;
    else enough = middle;
  }
  return enough;
}
