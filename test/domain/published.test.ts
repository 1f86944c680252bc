import { describe, expect, test } from "vitest";
import type { Dimension } from "../../domain/network.ts";
import {
  type NeedQuestion,
  needFigure,
  type PublishedPeriod,
  per10Hours,
  presenceHours,
  publishedSum,
} from "../../domain/published.ts";

const rules = {
  threshold: 5,
  sensitiveThreshold: 10,
  variance: 2,
  sensitiveVariance: 3,
  needs: [
    { id: "casa", sensitive: false },
    { id: "cibo", sensitive: false },
    { id: "dipendenze", sensitive: true },
  ],
};
const quarter: PublishedPeriod = {
  id: "2026-Q3",
  kind: "quarter",
  from: "2026-07-01",
  to: "2026-09-30",
  closed_at: "2026-10-05T04:00:00Z",
  views: [
    {
      view: "zone×slot×need",
      by: ["zone", "slot", "need"],
      zone: ["Q1", "Q1", "Q2", "Q2"],
      slot: ["notte", "notte", "notte", "notte"],
      need: ["casa", "cibo", "casa", "cibo"],
      value: [30, null, null, null],
    },
    {
      view: "zone×slot",
      by: ["zone", "slot"],
      zone: ["Q1", "Q2"],
      slot: ["notte", "notte"],
      value: [36, null],
    },
    { view: "sensitive:zone×need", by: ["zone", "need"], zone: ["Q1"], need: ["dipendenze"], value: [12] },
  ],
};
const year: PublishedPeriod = {
  ...quarter,
  id: "2026",
  kind: "year",
  views: [{ view: "zone×slot", by: ["zone", "slot"], zone: ["Q2"], slot: ["notte"], value: [9] }],
};
const chain = [quarter, year];

test("all needs come from the view that has no need to sum over", () => {
  const { figure } = needFigure(chain, { zone: "Q1", slot: "notte", needs: null }, rules);
  expect(figure).toEqual({
    ...{ shown: 36, upTo: 36, middle: 36, noise: 2 },
    ...{ view: "zone×slot", period: "2026-Q3" },
  });
});

test("a withheld cell falls back to the coarser period and says which", () => {
  const { figure } = needFigure(chain, { zone: "Q2", slot: "notte", needs: null }, rules);
  expect(figure).toMatchObject({ shown: 9, period: "2026" });
});

test("a sum with a withheld part is a range: what its zone and slot leave, and four at least", () => {
  const { figure } = needFigure(chain, { zone: "Q1", slot: "notte", needs: ["casa", "cibo"] }, rules);
  // 36 in the slot, 30 of them of one need.
  expect(figure).toMatchObject({ shown: 30, upTo: 36, middle: 32 });
});

describe("withheld by zone, slot and need, where it may be one person seen thirty times", () => {
  const leaf = { view: "zone×slot×need", by: ["zone", "slot", "need"] } as const;
  const cell = { ...leaf, zone: ["Q1"], slot: ["notte"], need: ["casa"], value: [null] };
  const place = { zone: "Q1", slot: "notte", needs: ["casa"] };
  const ask = (views: object[], single?: Dimension[], question: NeedQuestion = place) =>
    publishedSum(
      { ...quarter, views: views as PublishedPeriod["views"] },
      question,
      single ? { ...rules, single } : rules,
    );

  test("nothing says that it is less than five, and its most is what a coarser cell leaves", () => {
    const day = { view: "zone×need", by: ["zone", "need"], zone: ["Q1"], need: ["casa"], value: [31] };
    const slot = { view: "zone×slot", by: ["zone", "slot"], zone: ["Q1"], slot: ["notte"], value: [33] };
    expect(ask([cell, slot, day])).toMatchObject({ shown: 0, upTo: 31, middle: 2, under: null });
    expect(ask([cell])).toMatchObject({ upTo: null, under: null });
    expect(needFigure([{ ...quarter, views: [cell] as never }], place, rules)).toEqual({
      ...{ figure: null, missing: "small", under: null },
    });
  });

  test("where the whole day is withheld, which no repeats hide, it is less than five too", () => {
    const day = { view: "zone×need", by: ["zone", "need"], zone: ["Q1"], need: ["casa"], value: [null] };
    expect(ask([cell, day])).toMatchObject({ upTo: 4, middle: 2 });
  });

  test("in a network of one slot, or of one need, coarser views are of it as well", () => {
    const day = { view: "zone×need", by: ["zone", "need"], zone: ["Q1"], need: ["casa"], value: [null] };
    const whole = { zone: "Q1", needs: ["casa"] };
    expect(ask([day], [], whole)).toMatchObject({ upTo: 4, under: 5 });
    expect(ask([day], ["slot"], whole)).toMatchObject({ upTo: null, under: null });
    const slot = { view: "zone×slot", by: ["zone", "slot"], zone: ["Q1"], slot: ["notte"], value: [null] };
    expect(ask([slot], ["need"], { zone: "Q1", slot: "notte", needs: null })).toMatchObject({ under: null });
  });
});

test("what is withheld and what is not published are said apart", () => {
  expect(needFigure(chain, { zone: "Q2", slot: "notte", needs: ["casa"] }, rules).missing).toBe("small");
  expect(needFigure(chain, { zone: "Q1", slot: "notte", needs: ["dipendenze"] }, rules).missing).toBe(
    "no_view",
  );
  expect(needFigure([], { needs: null }, rules).missing).toBe("no_view");
});

test("what is withheld is less than its own threshold: a sensitive cell may hide nine, two cells twice as much", () => {
  const sensitive = {
    view: "sensitive:zone×need",
    by: ["zone", "need"],
    zone: ["Q1", "Q2"],
    need: ["dipendenze", "dipendenze"],
    value: [null, null],
  };
  const plain = { view: "zone×need", by: ["zone", "need"], zone: ["Q1"], need: ["casa"], value: [30] };
  const small = { ...plain, value: [null] };
  const ask = (views: object[], question: { zone?: string; needs: string[] }) =>
    needFigure([{ ...quarter, views: views as PublishedPeriod["views"] }], question, rules);
  const both = { zone: "Q1", needs: ["casa", "dipendenze"] };
  expect(ask([plain, sensitive], both).figure).toMatchObject({ shown: 30, upTo: 39 });
  expect(ask([small, sensitive], { zone: "Q1", needs: ["casa"] })).toMatchObject({
    missing: "small",
    under: 5,
  });
  expect(ask([small, sensitive], { zone: "Q1", needs: ["dipendenze"] })).toMatchObject({ under: 10 });
  expect(ask([small, sensitive], { needs: ["dipendenze"] })).toMatchObject({ under: 19 });
  expect(ask([small, sensitive], both)).toMatchObject({ under: 14 });
});

test("sensitive needs are read from their own views only", () => {
  expect(needFigure(chain, { zone: "Q1", needs: ["dipendenze"] }, rules).figure).toMatchObject({ shown: 12 });
});

test("all needs are never the sum of the ordinary ones, nor a place the sum of districts", () => {
  const byNeed = { view: "slot×need", by: ["slot", "need"], slot: ["notte"], need: ["casa"], value: [40] };
  const byParent = {
    view: "parent×slot",
    by: ["parent", "slot"],
    parent: ["D1"],
    slot: ["notte"],
    value: [50],
  };
  const views = [byNeed, byParent] as PublishedPeriod["views"];
  const ask = (needs: string[] | null) =>
    needFigure([{ ...quarter, views }], { slot: "notte", needs }, rules);
  expect(ask(null)).toEqual({ figure: null, missing: "no_view", under: null });
  expect(ask(["casa"]).figure).toMatchObject({ shown: 40, view: "slot×need" });
});

test("presence hours are summed over what is not named", () => {
  const hours = {
    zone: ["Q1", "Q1", "Q2"],
    slot: ["notte", "sera", "notte"],
    weekpart: ["weekday", "weekday", "weekend"],
    service: ["vs", "ps", "vs"],
    hours: [10, 5, 2.5],
  };
  expect(presenceHours({ hours }, { slot: "notte" }, null)).toBe(12.5);
  expect(presenceHours({ hours }, { zone: "Q1" }, new Set(["ps"]))).toBe(5);
});

test("a need nobody was there to see is not zero", () => {
  expect(per10Hours(0, 0)).toBeNull();
  expect(per10Hours(7, 50)).toBeCloseTo(1.4, 12);
});
