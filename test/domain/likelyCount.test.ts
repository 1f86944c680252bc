import { expect, test } from "vitest";
import { likelyCount } from "../../domain/likelyCount.ts";

// Expected: 1.28 * sqrt(m + V), by hand: sqrt(9) = 3, sqrt(100) = 10.
test("a small count over a noisy cell is wide, a large one is not", () => {
  expect(likelyCount(7, 2)).toEqual({ from: 7 - 3.84, to: 7 + 3.84, wide: true });
  expect(likelyCount(98, 2)).toEqual({ from: 98 - 12.8, to: 98 + 12.8, wide: false });
});

test("a count is never less than nothing", () => {
  expect(likelyCount(0, 4)).toEqual({ from: 0, to: 2.56, wide: true });
});

test("nonsense is refused", () => {
  for (const [count, noise] of [
    [-1, 2],
    [3, -1],
    [Number.NaN, 2],
  ] as const) {
    expect(() => likelyCount(count, noise)).toThrow(RangeError);
  }
});
