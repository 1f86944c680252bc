import { describe, expect, test } from "vitest";
import { type CellSource, groupCell, ownCell } from "../../../domain/gaps/findCell.ts";
import type { PublishedPeriod, PublishedView } from "../../../domain/published.ts";

const view = (name: string, columns: Partial<PublishedView>): PublishedView => ({
  view: name,
  by: name.replace("sensitive:", "").split("×") as PublishedView["by"],
  value: [],
  ...columns,
});
const period = (id: string, kind: PublishedPeriod["kind"], views: PublishedView[]): PublishedPeriod => ({
  ...{ id, kind, views },
  ...{ from: "2026-09-01", to: "2026-09-30", closed_at: "2026-10-05T04:00:00Z" },
});
const hours = {
  hours: {
    zone: ["hill", "hill", "mill"],
    slot: ["night", "day", "night"],
    weekpart: ["weekday", "weekday", "weekday"],
    service: ["unit", "unit", "unit"],
    hours: [10, 30, 4],
  },
};
const source: CellSource = {
  chain: [
    period("2026-W38", "week", [
      view("zone×group", { zone: ["hill", "mill"], group: ["care", "care"], value: [9, null] }),
    ]),
    period("2026-09", "month", [view("zone×need", { zone: ["mill"], need: ["health"], value: [null] })]),
    period("2026-Q3", "quarter", [view("zone×need", { zone: ["mill"], need: ["health"], value: [8] })]),
  ],
  hours: new Map([
    ["2026-W38", hours],
    ["2026-09", hours],
    ["2026-Q3", hours],
  ]),
  services: [{ id: "unit", needs: ["health"] }],
  rules: {
    needs: [{ id: "health", sensitive: false, group: "care" }],
    ...{ threshold: 5, sensitiveThreshold: 10, variance: 4, sensitiveVariance: 6 },
  },
};
const unit = new Set(["unit"]);

describe("the published cell a rate rests on", () => {
  test("a need withheld in the month is taken from the quarter, over the hours of that quarter", () => {
    expect(ownCell(source, { zone: "mill", need: "health" }, unit)).toEqual({
      evidence: { shown: 8, upTo: 8, middle: 8, variance: 4, hours: 4 },
      origin: { period: "2026-Q3", wholeDay: true, group: null },
      withheld: false,
    });
  });

  test("a need published nowhere has no cell of its own", () => {
    expect(ownCell(source, { zone: "hill", slot: "night", need: "health" }, unit)).toBeNull();
  });

  test("a macro-need says at most how much there is of its need, never at least", () => {
    expect(groupCell(source, { zone: "hill", slot: "night", need: "health" }, unit)).toEqual({
      evidence: { shown: 0, upTo: 9, middle: 4.5, variance: 4, hours: 40 },
      origin: { period: "2026-W38", wholeDay: true, group: "care" },
      withheld: true,
    });
  });

  test("a withheld macro-need leaves at most four", () => {
    const cell = groupCell(source, { zone: "mill", slot: "night", need: "health" }, unit);
    expect(cell?.evidence).toMatchObject({ shown: 0, upTo: 4, variance: 0 });
  });

  test("an unknown need has no macro-need", () => {
    expect(groupCell(source, { zone: "hill", slot: "night", need: "conflict" }, unit)).toBeNull();
  });

  test("withheld in a slot, where it may be repeat sightings, it is at most what the whole day leaves, likeliest two", () => {
    const slots = view("zone×slot×need", {
      ...{ zone: ["hill", "hill"], slot: ["night", "day"], need: ["health", "health"], value: [null, 12] },
    });
    const day = view("zone×need", { zone: ["hill"], need: ["health"], value: [40] });
    const asked = (views: PublishedView[]) =>
      ownCell(
        { ...source, chain: [period("2026-Q3", "quarter", views)] },
        { zone: "hill", slot: "night", need: "health" },
        unit,
      );
    expect(asked([slots, day])?.evidence).toMatchObject({ shown: 0, upTo: 28, middle: 2, variance: 0 });
    expect(asked([slots])).toBeNull();
  });
});
