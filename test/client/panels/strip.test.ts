import { expect, test } from "vitest";
import type { NeedSource } from "../../../client/needRate.ts";
import { dragged, keyed, resized, shifted, slotStretch } from "../../../client/panels/strip/moveRange.ts";
import { placeAt, xEnd, xOf } from "../../../client/panels/strip/stripGeometry.ts";
import { needSpans, needTop } from "../../../client/panels/strip/stripNeed.ts";

const SLOTS = [
  { id: "mattina", from: 6, to: 12 },
  { id: "pomeriggio", from: 12, to: 18 },
  { id: "sera", from: 18, to: 22 },
  { id: "notte", from: 22, to: 6 },
];
const week = { width: 1290, gap: 7, days: [0, 1, 2, 3, 4, 5, 6] };
const friday = { width: 358, gap: 0, days: [4] };

test("every hour of the strip is found again under its own middle", () => {
  for (const strip of [week, friday]) {
    for (let place = 0; place < 168; place++) {
      if (!strip.days.includes(Math.floor(place / 24))) continue;
      expect(placeAt(strip, (xOf(strip, place) + xEnd(strip, place + 1)) / 2)).toBe(place);
    }
  }
});

test("points outside are the first and the last hour", () => {
  expect([placeAt(week, -50), placeAt(week, 5000)]).toEqual([0, 167]);
  expect([placeAt(friday, -50), placeAt(friday, 5000)]).toEqual([96, 119]);
});

test("a stretch ends within its day, not at the next", () => {
  expect(xEnd(week, 24)).toBeLessThan(xOf(week, 24));
  expect(xEnd(week, 168)).toBe(1290);
});

test("dragging chooses, moves and resizes, and keeps at least an hour", () => {
  const range = { from: 112, to: 114 };
  expect(dragged("new", range, { from: 115, to: 112 })).toEqual({ from: 112, to: 116 });
  expect(dragged("move", range, { from: 113, to: 137 })).toEqual({ from: 136, to: 138 });
  expect(dragged("start", range, { from: 112, to: 120 })).toEqual({ from: 113, to: 114 });
  expect(dragged("end", range, { from: 113, to: 100 })).toEqual({ from: 112, to: 113 });
  expect(shifted({ from: 160, to: 168 }, 5)).toEqual({ from: 160, to: 168 });
  expect(resized({ from: 0, to: 4 }, "start", -3)).toEqual({ from: 0, to: 4 });
});

test("keys move by hours and days, Shift moves the ends, Esc shows the whole week", () => {
  const range = { from: 112, to: 114 };
  const key = (name: string, shiftKey = false) => keyed(range, { key: name, shiftKey });
  expect(key("ArrowRight")).toEqual({ from: 113, to: 115 });
  expect(key("PageUp")).toEqual({ from: 88, to: 90 });
  expect(key("ArrowRight", true)).toEqual({ from: 112, to: 115 });
  expect(key("ArrowUp", true)).toEqual({ from: 111, to: 114 });
  expect(key("End")).toEqual({ from: 166, to: 168 });
  expect(key("Escape")).toBeNull();
  expect(key("x")).toBeUndefined();
  const fromWeek = (name: string) => keyed(null, { key: name, shiftKey: false });
  expect(["ArrowRight", "Home"].map(fromWeek)).toEqual([
    { from: 0, to: 1 },
    { from: 0, to: 1 },
  ]);
  expect(["ArrowLeft", "End"].map(fromWeek)).toEqual([
    { from: 167, to: 168 },
    { from: 167, to: 168 },
  ]);
});

test("the night stands at the end of its day", () => {
  const town = { slots: SLOTS, dayStart: 6 };
  expect(slotStretch({ id: "notte", from: 22, to: 6 }, 4, town)).toEqual({ from: 112, to: 120 });
});

test("weekdays share one published need: Monday and Friday are drawn equal", () => {
  const source: NeedSource = {
    chain: [
      {
        id: "2026-Q3",
        kind: "quarter",
        from: "2026-07-01",
        to: "2026-09-30",
        closed_at: "2026-10-05T04:00:00Z",
        views: [
          {
            view: "slot×weekpart",
            by: ["slot", "weekpart"],
            slot: ["mattina", "notte", "notte"],
            weekpart: ["weekday", "weekday", "weekend"],
            value: [50, 20, null],
          },
        ],
      },
    ],
    hours: new Map([
      [
        "2026-Q3",
        {
          hours: {
            zone: ["Q1", "Q1"],
            slot: ["mattina", "notte"],
            weekpart: ["weekday", "weekday"],
            service: ["vs", "vs"],
            hours: [100, 25],
          },
        },
      ],
    ]),
    rules: { needs: [], threshold: 5, sensitiveThreshold: 10, variance: 2, sensitiveVariance: 3 },
    competent: null,
  };
  const spans = needSpans(source, { slots: SLOTS, dayStart: 6, zone: null, needs: [] });
  expect(spans).toHaveLength(28);
  const night = (day: number) => spans.find(({ from }) => from === day * 24 + 16)?.need;
  expect(night(0)).toMatchObject({ rate: 8, hours: 25 });
  expect(night(4)).toEqual(night(0));
  expect(night(6)).toMatchObject({ rate: null, missing: "no_hours" });
  expect(needTop(spans)).toBe(9);
});
