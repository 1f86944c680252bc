/** A rising function and its slope at a place. */
export type Rising = (x: number) => { value: number; slope: number };

/**
 * Where a rising function crosses 0 between two places, none below 0: Newton's steps, halved whenever one would leave the bracket.
 * @throws RangeError when the bracket is none
 */
export function risingRoot(f: Rising, { low, high }: { low: number; high: number }, start: number): number {
  if (!(low >= 0 && low <= high)) throw new RangeError(`bracket: ${low} … ${high}`);
  let [a, b, x] = [low, high, Math.min(high, Math.max(low, start))];
  for (let step = 0; step < MOST_STEPS; step++) {
    const { value, slope } = f(x);
    if (value > 0) b = x;
    else a = x;
    const newton = x - value / slope;
    if (Math.abs(newton - x) <= Number.EPSILON * x) return x;
    x = newton > a && newton < b ? newton : (a + b) / 2;
  }
  return x;
}

/** Enough to halve any bracket of doubles down to one. */
const MOST_STEPS = 1200;
