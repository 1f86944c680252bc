/** Draws from [0, 1), always the same for the same seed and stream. */
export type Random = () => number;

/**
 * A stream of its own for each purpose, so that more draws for one change nothing for another.
 * @see https://pracrand.sourceforge.net (sfc32), seeded by FNV-1a of seed and stream
 */
export function randomOf(seed: number, stream: string): Random {
  let hash = 0x811c9dc5;
  for (const character of `${seed}|${stream}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  let [a, b, c, counter] = [hash | 0, Math.imul(hash, 0x9e3779b1) | 0, 0xb7e15162 | 0, 1];
  const random = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 15; i++) random();
  return random;
}

/** A whole number from `low` to `high`, both included. */
export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** A positive number with mean 1 that is often small and sometimes large: gamma of shape 2. */
export const spread = (random: Random): number => -Math.log((1 - random()) * (1 - random())) / 2;

/** How many happen when `mean` are expected (Knuth; large means in halves, so that exp does not run out of digits). */
export function poisson(random: Random, mean: number): number {
  if (mean > 30) return poisson(random, mean / 2) + poisson(random, mean / 2);
  const limit = Math.exp(-mean);
  let happened = 0;
  for (let product = random(); product > limit; product *= random()) happened++;
  return happened;
}

/** One of the named choices, each with its share of 1. */
export function oneOf<T extends string>(random: Random, shares: Readonly<Record<T, number>>): T {
  const choices = Object.entries(shares) as [T, number][];
  let left = random();
  for (const [choice, share] of choices) {
    left -= share;
    if (left < 0) return choice;
  }
  throw new RangeError(`shares of ${choices.map(([choice]) => choice).join(", ")} (expected a sum of 1)`);
}
