import { expect, test } from "vitest";
import { yearOf } from "../../../../client/panels/emerge/yearOf.ts";

test("the row holds a year of closes, back from the newest, and always the one shown", () => {
  expect(yearOf(92, 91)).toEqual({ from: 40, to: 91 });
  expect(yearOf(92, 40)).toEqual({ from: 40, to: 91 });
  expect(yearOf(92, 39)).toEqual({ from: 0, to: 39 });
  expect(yearOf(12, 3)).toEqual({ from: 0, to: 11 });
});
