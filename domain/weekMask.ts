/** A set of up to 54 weeks, bit i = week i, as a plain number (JSON) split in two 32-bit halves. */
export type WeekMask = { lo: number; hi: number };

const HALF = 2 ** 32;

/**
 * The two halves of a mask that came as a plain number (shifts would lose everything beyond bit 31).
 * @throws RangeError when the number is not a whole number from 0 to 2^54
 */
export function weekMask(bits: number): WeekMask {
  if (!Number.isInteger(bits) || bits < 0 || bits >= 2 ** 54) throw new RangeError(`week mask: ${bits}`);
  return { lo: (bits % HALF) >>> 0, hi: Math.floor(bits / HALF) };
}

/** How many of 32 bits are set. */
export function popcount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many weeks a mask holds. */
export function weekCount({ lo, hi }: WeekMask): number {
  return popcount(lo) + popcount(hi);
}

/** Whether week `i` is in the mask. */
export function hasWeek({ lo, hi }: WeekMask, i: number): boolean {
  return i < 32 ? ((lo >>> i) & 1) === 1 : ((hi >>> (i - 32)) & 1) === 1;
}

/** The week numbers of a mask, oldest first. */
export function weeksIn(mask: WeekMask): number[] {
  return Array.from({ length: 54 }, (_, i) => i).filter((i) => hasWeek(mask, i));
}

/** The weeks in either mask. */
export function eitherWeek(a: WeekMask, b: WeekMask): WeekMask {
  return { lo: (a.lo | b.lo) >>> 0, hi: (a.hi | b.hi) >>> 0 };
}

/** The weeks in both masks. */
export function bothWeeks(a: WeekMask, b: WeekMask): WeekMask {
  return { lo: (a.lo & b.lo) >>> 0, hi: (a.hi & b.hi) >>> 0 };
}

/** The weeks in the first mask that are not in the second. */
export function weeksWithout(a: WeekMask, b: WeekMask): WeekMask {
  return { lo: (a.lo & ~b.lo) >>> 0, hi: (a.hi & ~b.hi) >>> 0 };
}

/** The last `count` of `weeks` weeks. */
export function lastWeeks(weeks: number, count: number): WeekMask {
  const before = Math.max(0, weeks - count);
  return weekMask(2 ** weeks - 2 ** before);
}
