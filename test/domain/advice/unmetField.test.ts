import { describe, expect, test } from "vitest";
import { coveredBy, metTogether } from "../../../domain/advice/metBy.ts";
import { unmetField } from "../../../domain/advice/unmetField.ts";
import type { GapField } from "../../../domain/gaps/gapField.ts";
import type { PlaceRate } from "../../../domain/gaps/placeRates.ts";
import { gapOf } from "../../../domain/stats/gap.ts";
import { type NeedRate, needRate, posteriorQuantile } from "../../../domain/stats/needRate.ts";

const prior = { gamma: { shape: 1, rate: 10 }, r: 0.1, s2: 0.01 };
const evidence = (shown: number, hours: number) =>
  needRate({ shown, upTo: shown, variance: 0, hours }, prior);
/** Much seen, nothing in few hours, nobody there, nobody and no prior. */
const rates = {
  harbour: evidence(40, 20),
  station: evidence(0, 1),
  mill: evidence(0, 0),
  moon: needRate({ shown: 0, upTo: 0, variance: 0, hours: 0 }, null),
} satisfies Record<string, NeedRate>;
const zones = Object.keys(rates);
const place = (rate: NeedRate): PlaceRate[] => [{ rate, hours: 1, origin: null } as unknown as PlaceRate];

/** One need, one slot all day; hour 3 covered half of the weeks, hour 4 always, hour 5 outside the period. */
const field = {
  coverage: { zones, dayStart: 0 },
  needs: ["food"],
  gapThreshold: 1,
  rates: [Object.values(rates).map(place)],
  uncovered: Float64Array.from({ length: zones.length * 168 }, (_, i) => [1, 1, 1, 0.5, 0][i % 168] ?? 1),
  open: Uint8Array.from({ length: 168 }, (_, hour) => (hour === 5 ? 0 : 1)),
  slotAt: new Uint8Array(168),
} as unknown as GapField;
const found = unmetField(field);
const at = (zone: string, hour: number) => ({ zone, hour, need: "food" });

describe("what an hour would meet and teach", () => {
  test("known need is met by its median rate, by the share of weeks with nobody; little is left to learn", () => {
    const posterior = rates.harbour.posterior;
    if (!posterior) throw new Error("the harbour is known");
    const middle = posteriorQuantile(posterior, 0.5);
    expect([0, 3, 4, 5].map((hour) => found.act(at("harbour", hour)))).toEqual([middle, middle / 2, 0, 0]);
    expect(found.look(at("harbour", 0))).toBe(0);
    expect(found.unmet(at("harbour", 3))).toEqual({
      middle: middle / 2,
      interval: [posteriorQuantile(posterior, 0.1) / 2, posteriorQuantile(posterior, 0.9) / 2],
    });
  });

  test("zeros in few hours, and places nobody went to, are to look at and never to act on", () => {
    for (const zone of ["station", "mill", "moon"]) {
      expect(found.act(at(zone, 0))).toBe(0);
      expect(found.look(at(zone, 0))).toBeGreaterThan(0);
      expect(found.unmet(at(zone, 0))).toBeNull();
    }
  });

  test("an hour teaches the width of the gap by the hour; without a prior as much as the widest", () => {
    const width = gapOf(rates.mill, { uncovered: 1, threshold: 1 }).width ?? 0;
    expect(found.look(at("mill", 0))).toBeCloseTo(width, 12);
    const widest = Math.max(
      ...zones.map((zone) => gapOf(rates[zone as "mill"], { uncovered: 1, threshold: 1 }).width ?? 0),
    );
    expect(found.look(at("moon", 0))).toBeCloseTo(widest, 12);
  });

  test("strangers have nothing", () => {
    expect(found.act({ zone: "sea", hour: 0, need: "food" })).toBe(0);
    expect(found.look({ zone: "harbour", hour: 0, need: "love" })).toBe(0);
  });
});

describe("what shifts meet together", () => {
  const shift = { service: "s", zone: "harbour", hour: 0, length: 2, purpose: "act" as const };
  const middle = 2 * found.act(at("harbour", 0));

  test("a shift has the interval of its need's rate; what another meets already is not in it", () => {
    const [whole] = coveredBy(found, { ...shift, covers: [{ need: "food", worth: middle }] });
    const [half] = coveredBy(found, { ...shift, covers: [{ need: "food", worth: middle / 2 }] });
    const [low, high] = whole?.likely ?? [0, 0];
    expect([low < middle, high > middle]).toEqual([true, true]);
    expect(half?.likely).toEqual([low / 2, high / 2]);
    expect(
      coveredBy(found, { ...shift, purpose: "look", covers: [{ need: "food", worth: 1 }] })[0]?.likely,
    ).toBeNull();
  });

  test("hours of one rate rise and fall together; different rates partly make up for each other", () => {
    const covers = [{ need: "food", worth: 2, likely: [1, 4] as [number, number] }];
    expect(
      metTogether([
        { zone: "harbour", covers },
        { zone: "harbour", covers },
      ]),
    ).toEqual({ middle: 4, interval: [2, 8] });
    const apart = metTogether([
      { zone: "harbour", covers },
      { zone: "station", covers },
    ]);
    expect(apart.middle).toBe(4);
    expect(apart.interval[0]).toBeCloseTo(4 - Math.SQRT2, 12);
    expect(apart.interval[1]).toBeCloseTo(4 + 2 * Math.SQRT2, 12);
    expect(metTogether([])).toEqual({ middle: 0, interval: [0, 0] });
  });
});
