import { expect, test } from "vitest";
import { closeDay } from "../../../../../client/panels/emerge/closes/closeDay.ts";
import { yearOf } from "../../../../../client/panels/emerge/closes/yearOf.ts";

test("the row holds a year of closes, back from the newest, and always the one shown", () => {
  expect(yearOf(92, 91)).toEqual({ from: 40, to: 91 });
  expect(yearOf(92, 40)).toEqual({ from: 40, to: 91 });
  expect(yearOf(92, 39)).toEqual({ from: 0, to: 39 });
  expect(yearOf(12, 3)).toEqual({ from: 0, to: 11 });
});

test("a close is told by the Wednesday after its week, when it fell due", () => {
  expect(closeDay("2026-W11", "it")).toBe("18 mar 2026");
});
