import { describe, expect, test } from "vitest";
import { slotOrigins } from "../../client/panels/gaps/originWords.ts";
import {
  cellText,
  chanceOf,
  countText,
  rateText,
  sensitivityText,
} from "../../client/panels/gaps/whyGapWords.ts";
import { gapSteps, stepHeight } from "../../client/panels/strip/gapSteps.ts";
import type { Screen } from "../../client/useScreen.ts";
import { type Lang, startWords, words } from "../../client/words.ts";
import type { SlotReason } from "../../domain/gaps/whyGap.ts";

await startWords("it");
const say = (lang: Lang) => ({ t: words.getFixedT(lang), lang });
const named = (id: string, it: string, en: string) => ({ id, name: it, name_it: it, name_en: en });
const screen = (lang: Lang) =>
  ({
    telling: say(lang),
    period: { id: "2026-Q3" },
    known: {
      network: {
        slots: [named("day", "Giorno", "Day"), named("night", "Notte", "Night")],
        groups: [named("care", "Salute e solitudine", "Health and loneliness")],
        periods: [
          { id: "2026-Q3", kind: "quarter", from: "2026-07-01", to: "2026-09-30" },
          { id: "2025", kind: "year", from: "2025-01-01", to: "2025-12-31" },
        ],
      },
    },
  }) as unknown as Screen;
const slot = (over: Partial<SlotReason>): SlotReason => ({
  slot: "night",
  origin: { period: "2026-Q3", wholeDay: false, group: null },
  outside: false,
  instead: false,
  evidence: { shown: 40, upTo: 40, variance: 4, hours: 20 },
  state: "known",
  rate: { middle: 0.5, interval: [0.36, 0.7] },
  uncovered: 8,
  ...over,
});
const year = { period: "2025", wholeDay: true, group: null };

describe("where a rate comes from is said beside it", () => {
  test("nothing is said of the slot’s own cell of the period on screen", () => {
    expect(slotOrigins(screen("it"), [slot({})])).toBe("");
  });

  test("a whole day of another period is named, and only the slots it is of", () => {
    const slots = [slot({ slot: "day" }), slot({ origin: year })];
    expect(slotOrigins(screen("it"), slots)).toBe("notte: tasso dell’intera giornata, anno 2025");
    expect(slotOrigins(screen("en"), [slot({ origin: year })])).toContain("rate of the whole day");
  });

  test("a group only bounds its needs", () => {
    const origin = { period: "2026-Q3", wholeDay: true, group: "care" };
    expect(slotOrigins(screen("it"), [slot({ origin })])).toBe(
      "al più tutto «Salute e solitudine», tasso dell’intera giornata",
    );
    expect(
      countText(say("it"), slot({ origin, evidence: { shown: 0, upTo: 9, variance: 4, hours: 3 } })),
    ).toBe("al più 9");
  });
});

describe("the cells behind a gap", () => {
  test("a count, a withheld one and none at all", () => {
    expect(countText(say("it"), slot({}))).toBe("40");
    const withheld = slot({ evidence: { shown: 0, upTo: 4, variance: 0, hours: 2 } });
    expect(countText(say("it"), withheld)).toBe("trattenuta: si conta al più 4");
    expect(cellText(screen("it"), slot({ origin: null }))).toContain("non si può sapere");
  });

  test("a rate is per ten hours with its interval; unsure ones whisper, unknown ones have none", () => {
    expect(rateText(say("it"), slot({}))).toBe("5,0 (da 3,6 a 7,0)");
    expect(rateText(say("it"), slot({ state: "insufficient" }))).toBe("forse 5,0 (da 3,6 a 7,0)");
    expect(rateText(say("en"), slot({ rate: null, state: "unknown" }))).toBe("?");
  });

  test("a chance is told in steps, never as a number", () => {
    const chance = (atLeast: number, atMost: number) => ({ atLeast, atMost });
    expect(chanceOf({ class: "gap", state: "known", chance: chance(0.95, 0.99) })).toBe("certain");
    expect(chanceOf({ class: "gap", state: "known", chance: chance(0.82, 0.99) })).toBe("likely");
    expect(chanceOf({ class: "uncertain", state: "known", chance: chance(0.3, 0.7) })).toBe("even");
    expect(chanceOf({ class: "below", state: "known", chance: chance(0, 0.1) })).toBe("unlikely");
    expect(chanceOf({ class: "uncertain", state: "insufficient", chance: chance(0.9, 1) })).toBe("untold");
  });

  test("had half been overlooked, there would be twice as many", () => {
    expect(sensitivityText(say("it"), 6)).toContain("se ne vedesse 1 su 2, 12");
    expect(sensitivityText(say("it"), 6)).toContain("3 su 4 sarebbero 8,0");
  });
});

test("the line under the strip has at most three even steps up to the hour that lacks most", () => {
  expect(gapSteps(Uint8Array.of(0, 2, 7))).toEqual([
    { from: 1, to: 3 },
    { from: 4, to: 6 },
    { from: 7, to: 7 },
  ]);
  expect(gapSteps(Uint8Array.of(0, 1))).toEqual([{ from: 1, to: 1 }]);
  expect(gapSteps(Uint8Array.of(0, 0))).toEqual([]);
  const steps = gapSteps(Uint8Array.of(7));
  expect([0, 1, 3, 4, 7].map((count) => stepHeight(steps, count))).toEqual([0, 2, 2, 4, 6]);
});
