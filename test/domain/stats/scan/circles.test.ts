import { expect, test } from "vitest";
import { circlesOf } from "../../../../domain/stats/scan/circles.ts";

test("a circle grows by rings: zones at one distance are taken together", () => {
  const cross = [
    [0, 0],
    [1, 0],
    [0, -1],
    [-1, 0],
    [0, 3],
  ];
  expect(circlesOf(cross)[0]).toEqual([[0], [1, 2, 3], [4]]);
  expect(circlesOf(cross)[4]).toEqual([[4], [0], [1, 3], [2]]);
});

test("zones in the same place are one ring, and distances that differ only in their last bits are the same", () => {
  const third = 0.1 + 0.2;
  expect(
    circlesOf([
      [0.3, 0],
      [0, 0.3],
      [third, 0],
      [0, 0],
      [0, 0],
    ])[3],
  ).toEqual([
    [3, 4],
    [0, 1, 2],
  ]);
  expect(circlesOf([])).toEqual([]);
});
