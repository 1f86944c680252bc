import { expect, test } from "vitest";
import { actList, lookList } from "../../../domain/gaps/gapLists.ts";
import { gammaQuantile } from "../../../domain/stats/gamma.ts";
import { gapOf } from "../../../domain/stats/gap.ts";
import { needRate } from "../../../domain/stats/needRate.ts";
import type { RatePrior } from "../../../domain/stats/ratePrior.ts";

const prior: RatePrior = { r: 0.2, s2: 0.02, gamma: { shape: 2, rate: 10 } };
const rate = (shown: number, hours: number, upTo = shown) =>
  needRate({ shown, upTo, variance: 4, hours }, prior);
const week = (uncovered: number) => ({ uncovered, threshold: 1 });

test("a gap scales with the hours without anybody", () => {
  const [one, ten] = [gapOf(rate(20, 50), week(1)), gapOf(rate(20, 50), week(10))];
  expect(ten.middle).toBeCloseTo((one.middle ?? 0) * 10, 10);
  expect(ten.likely).toEqual(one.likely?.map((end) => expect.closeTo(end * 10, 10)));
  const { middle } = rate(20, 50).posterior ?? {};
  expect(one.likely?.[0]).toBe(middle && gammaQuantile(middle, 0.2));
});

test("much need and many hours without anybody are a gap, little need is below the threshold", () => {
  expect(gapOf(rate(20, 50), week(20)).class).toBe("gap");
  expect(gapOf(rate(20, 50), week(2.5)).class).toBe("uncertain");
  expect(gapOf(rate(20, 50), week(0.5)).class).toBe("below");
});

test("where somebody always is, as in a shelter of 24 hours, there is no gap, whatever the rate", () => {
  expect(gapOf(rate(200, 50), week(0))).toMatchObject({ class: "covered", middle: 0, width: 0 });
  expect(gapOf(rate(0, 0), week(0)).class).toBe("covered");
});

test("where nobody looked the gap is unknown, and a zero of few hours is neither need nor calm", () => {
  expect(gapOf(rate(0, 0), week(40))).toMatchObject({ class: "unknown", middle: null, chance: null });
  expect(gapOf(rate(0, 0), week(40)).width).toBeGreaterThan(0);
  for (const uncovered of [0.1, 2, 100]) {
    expect(gapOf(rate(0, 3), week(uncovered))).toMatchObject({ class: "uncertain", state: "insufficient" });
  }
});

test("a gap is called so only if the least and the most that is withheld agree", () => {
  expect(gapOf(rate(20, 50), week(5)).class).toBe("gap");
  expect(gapOf(rate(5, 50, 25), week(5)).class).toBe("uncertain");
});

test("act: only what surely lacks, by what is exceeded with 80 %, never what nobody looked at", () => {
  const places = [
    { id: "looked at little", gap: gapOf(rate(0, 2), week(150)) },
    { id: "uncertain", gap: gapOf(rate(20, 50), week(2.5)) },
    { id: "great", gap: gapOf(rate(30, 50), week(30)) },
    { id: "never", gap: gapOf(rate(0, 0), week(50)) },
    { id: "covered", gap: gapOf(rate(30, 50), week(0)) },
    { id: "below", gap: gapOf(rate(20, 50), week(0.5)) },
    { id: "fair", gap: gapOf(rate(20, 50), week(20)) },
  ];
  expect(actList(places).map(({ id }) => id)).toEqual(["great", "fair"]);
  expect(actList([...places].reverse())).toEqual(actList(places));
  const look = lookList(places).map(({ id }) => id);
  expect(look).toEqual(["looked at little", "never", "uncertain"]);
});

test("go and look: a place without even a prior first, ties by hours and then by name", () => {
  const blind = needRate({ shown: 0, upTo: 0, variance: 0, hours: 0 }, null);
  const places = [
    { id: "b", gap: gapOf(blind, week(10)) },
    { id: "a", gap: gapOf(blind, week(10)) },
    { id: "never", gap: gapOf(rate(0, 0), week(168)) },
    { id: "long", gap: gapOf(blind, week(20)) },
  ];
  expect(lookList(places).map(({ id }) => id)).toEqual(["long", "a", "b", "never"]);
});

test("hours that are no hours of a week are refused", () => {
  expect(() => gapOf(rate(1, 1), week(-1))).toThrow("uncovered hours a week: -1");
  expect(() => gapOf(rate(1, 1), { uncovered: 1, threshold: Number.NaN })).toThrow("gap threshold: NaN");
});
