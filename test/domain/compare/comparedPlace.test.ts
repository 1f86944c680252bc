import { expect, test } from "vitest";
import { ratioStep } from "../../../domain/compare/comparedPlace.ts";

test.each([
  [0.2, 0],
  [1 / 3, 0],
  [0.5, 1],
  [0.502, 1],
  [0.9, 2],
  [1.6, 4],
  [2, 5],
  [3, 6],
  [null, 6],
])("%s times is class %s", (ratio, step) => {
  expect(ratioStep({ ratio, low: 0, high: 1, p: 0.01 }, "almost_certain")).toBe(step);
  expect(ratioStep({ ratio, low: 0, high: 1, p: 0.5 }, "maybe_alike")).toBe(3);
});
