import { expect, test } from "vitest";
import { needBreaks } from "../../../domain/compare/needBreaks.ts";

test("both maps break at the same round numbers, around the network's own rate", () => {
  const side = { shown: 100, upTo: 100, variance: 4, hours: 500, rate: 2, upTo10: 2, missing: null };
  expect(needBreaks({ a: side, b: side })).toEqual([1, 1.6, 2.5, 4]);
  expect(needBreaks({ a: { ...side, hours: 0 }, b: { ...side, hours: 0 } })).toBeNull();
});
