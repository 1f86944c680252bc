/** What an attacker said of a small cell, and what it was. `estimate` before it was made 0, 1 or 2. */
export type Guess = { truth: number; guess: number; estimate: number };

/** The guess an estimate makes, when the answer is known to be 0, 1 or 2. */
export const guessOf = (truth: number, estimate: number): Guess => ({
  ...{ truth, estimate },
  guess: Math.min(2, Math.max(0, Math.round(estimate))),
});

/**
 * The mean over true counts 0, 1 and 2 of how often the guess was right, so that saying one of them always gives a third.
 * `null` where there are fewer than ten guesses of one of the three: too few to say.
 */
export function balancedExact(guesses: readonly Pick<Guess, "truth" | "guess">[]): number | null {
  const shares = [0, 1, 2].map((truth) => {
    const of = guesses.filter((one) => one.truth === truth);
    return of.length < 10 ? Number.NaN : of.filter(({ guess }) => guess === truth).length / of.length;
  });
  const mean = shares.reduce((sum, share) => sum + share, 0) / 3;
  return Number.isNaN(mean) ? null : mean;
}

/**
 * How often an attacker who knows how far the estimates are off (their root mean square error over all cells, a gift) is
 * more than 90 % sure of one of 0, 1, 2, and right. `null` without guesses.
 */
export function sureAndRight(guesses: readonly Guess[]): number | null {
  if (guesses.length === 0) return null;
  const squares = guesses.reduce((sum, { truth, estimate }) => sum + (estimate - truth) ** 2, 0);
  const variance = Math.max(1e-6, squares / guesses.length);
  const sure = guesses.filter(({ truth, estimate }) => {
    const squared = [0, 1, 2].map((k) => (estimate - k) ** 2);
    const nearest = Math.min(...squared);
    const weights = squared.map((one) => Math.exp((nearest - one) / (2 * variance)));
    return 1 / weights.reduce((sum, weight) => sum + weight, 0) > 0.9 && squared[truth] === nearest;
  });
  return sure.length / guesses.length;
}

/** The probability that a number of the second list is larger than one of the first (ties count half): 0.5 = alike. `null` when one is empty. */
export function areaUnderCurve(first: readonly number[], second: readonly number[]): number | null {
  if (first.length === 0 || second.length === 0) return null;
  const all = [
    ...first.map((value) => ({ value, second: 0 })),
    ...second.map((value) => ({ value, second: 1 })),
  ];
  all.sort((a, b) => a.value - b.value);
  let [ranks, from] = [0, 0];
  while (from < all.length) {
    let to = from;
    while (all[to]?.value === all[from]?.value) to++;
    const seconds = all.slice(from, to).reduce((sum, one) => sum + one.second, 0);
    ranks += (seconds * (from + to + 1)) / 2;
    from = to;
  }
  return (ranks - (second.length * (second.length + 1)) / 2) / (first.length * second.length);
}

/** The middle of a list, `null` of none. */
export function median(values: readonly number[]): number | null {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}
