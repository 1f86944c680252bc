import { expect, test } from "vitest";
import {
  checkedInput,
  type EpochInput,
  type MonthCells,
  type NeedSeries,
  type SeriesWeek,
  type SeriesZone,
} from "../../../domain/emerging/needSeries.ts";

const weeks: SeriesWeek[] = [
  { id: "2026-W46", from: "2026-11-09", closed: true },
  { id: "2026-W47", from: "2026-11-16", closed: true },
];
const zones: SeriesZone[] = [{ id: "harbour", place: [0, 0] }];
const food: NeedSeries = {
  need: "food",
  sensitive: false,
  counts: new Int32Array([1, 2]),
  hours: new Float64Array([4, 4]),
  standard: new Float64Array([4, 4]),
  services: [{ counts: new Int32Array([1, 2]), hours: new Float64Array([4, 4]) }],
};
const months: MonthCells = {
  months: [{ id: "2026-10", from: "2026-10-01" }],
  cells: [
    { need: "food", zone: null, values: [null], hours: [9], sensitive: false, threshold: 5, variance: 4 },
  ],
};
const input: EpochInput = {
  epoch: "2026-W47",
  weeks,
  zones,
  neighbours: [[]],
  needs: [food],
  months,
  previous: [],
};

test("an input whose parts fit together is read as it is", () => {
  expect(checkedInput(input)).toBe(input);
});

test("a close is read at its last week only", () => {
  expect(() => checkedInput({ ...input, epoch: "2026-W46" })).toThrow(/2026-W46.*2026-W47/);
});

test("a series of another length, or with less than nothing in it, is refused by its need", () => {
  const series = (counts: number[]) => ({
    ...input,
    needs: [{ ...food, counts: new Int32Array(counts) }],
  });
  expect(() => checkedInput(series([1]))).toThrow("need food: 1 values (expected 2)");
  expect(() => checkedInput(series([1, -1]))).toThrow("need food: -1");
  const [cell] = months.cells;
  const short = { ...months, cells: cell ? [{ ...cell, values: [] }] : [] };
  expect(() => checkedInput({ ...input, months: short })).toThrow("months of food in the city: 0 values");
});
