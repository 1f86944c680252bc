import { describe, expect, test } from "vitest";
import type { MonthCells } from "../../../domain/emerging/needSeries.ts";
import { trends } from "../../../domain/emerging/trends.ts";
import { type Months, simulatedMonths } from "./simulatedMonths.ts";

const monthsUpTo = (count: number): MonthCells["months"] =>
  simulatedMonths({ months: count }, 1).months.months;

/** One cell whose published values and hours are given by month. */
function oneCell(
  values: (number | null)[],
  hours: (month: number) => number = () => 50,
): Parameters<typeof trends>[0] {
  const cell = { need: "food", zone: "z0", sensitive: false, threshold: 5, variance: 4 };
  const all = [{ ...cell, values, hours: values.map((_, month) => hours(month)) }];
  return { months: { months: monthsUpTo(values.length), cells: all }, needs: [], zones: [] };
}
const rising = (month: number) => 20 + 2 * month;
const sequence = (length: number, value: (month: number) => number | null) =>
  Array.from({ length }, (_, month) => value(month));

describe("a trend", () => {
  test("rises or falls with the rate, and is told from its first month on", () => {
    const [up] = trends(oneCell(sequence(24, rising)));
    expect(up).toEqual({ need: "food", zone: "z0", trend: "rising", since: "2024-01-01" });
    expect(trends(oneCell(sequence(24, (month) => rising(23 - month))))[0]?.trend).toBe("falling");
  });

  test("is of the rate: counts that only follow the hours are flat", () => {
    expect(trends(oneCell(sequence(24, rising), rising))[0]?.trend).toBe("flat");
    expect(
      trends(
        oneCell(
          sequence(24, () => 40),
          rising,
        ),
      )[0]?.trend,
    ).toBe("falling");
  });

  test("is of the last two years only", () => {
    const [found] = trends(oneCell(sequence(36, (month) => (month < 12 ? 10 : 60))));
    expect(found).toMatchObject({ trend: "flat", since: "2025-01-01" });
  });

  test("that is sure but slight is flat", () => {
    expect(
      trends(
        oneCell(
          sequence(24, (month) => 2000 + 10 * month),
          () => 900,
        ),
      )[0]?.trend,
    ).toBe("flat");
    expect(
      trends(
        oneCell(
          sequence(24, (month) => 2000 + 25 * month),
          () => 900,
        ),
      )[0]?.trend,
    ).toBe("rising");
  });

  test("is not told of fewer than ten months, or less than a year, or months too poor in hours", () => {
    expect(trends(oneCell(sequence(12, rising)))[0]).toMatchObject({ trend: "few", since: null });
    expect(trends(oneCell(sequence(13, rising)))[0]?.trend).toBe("rising");
    expect(trends(oneCell(sequence(24, (month) => (month % 3 ? null : rising(month)))))[0]?.trend).toBe(
      "few",
    );
    const seldom = (month: number) => (month % 3 ? 1 : 100);
    expect(trends(oneCell(sequence(24, rising), seldom))[0]?.trend).toBe("few");
    expect(trends(oneCell(sequence(24, () => null)))[0]?.trend).toBe("few");
    expect(trends(oneCell(sequence(24, rising), () => 0))[0]?.trend).toBe("few");
    expect(trends({ months: { months: [], cells: [] }, needs: [], zones: [] })).toEqual([]);
  });
});

test("going more to the zones with most of a need is no growth of the city", () => {
  const town = oneCell(sequence(24, () => 0));
  const { months, cells } = town.months;
  const [cell] = cells;
  if (!cell) throw new Error("no cell");
  const busy = sequence(24, (month) => 10 + 4 * month).map(Number);
  const calm = sequence(24, (month) => 102 - 4 * month).map(Number);
  const seen = (hours: number[], rate: number) => hours.map((spent) => Math.round(spent * rate));
  const [much, little] = [seen(busy, 2), seen(calm, 0.5)];
  const sum = (a: number[], b: number[]) => a.map((value, month) => value + (b[month] ?? 0));
  const city = { ...cell, zone: null, values: sum(much, little), hours: sum(busy, calm) };
  const zones = [
    { ...cell, zone: "busy", values: much, hours: busy },
    { ...cell, zone: "calm", values: little, hours: calm },
  ];
  const told = (all: typeof cells) =>
    trends({ ...town, months: { months, cells: all } }).map(({ trend }) => trend);
  expect(told([city, ...zones])).toEqual(["flat", "flat", "flat"]);
  expect(told([city])).toEqual(["rising"]);
});

/** Of what is steady, the share of places told to rise or fall; and how often a need that grows is told to rise. */
function measured(asked: Months, runs: number) {
  const told = Array.from({ length: runs }, (_, seed) => {
    const town = simulatedMonths(asked, seed + 1);
    const sensitive = new Set(town.needs.filter((need) => need.sensitive).map(({ need }) => need));
    return trends(town).map((row) => ({ ...row, sensitive: sensitive.has(row.need) }));
  }).flat();
  const tested = told.filter(({ trend }) => trend !== "few");
  const share = (rows: typeof told, trend: (row: (typeof told)[number]) => boolean) =>
    rows.filter(trend).length / rows.length;
  const moves = ({ trend }: { trend: string }) => trend !== "flat";
  return {
    tested: tested.length / told.length,
    zones: share(
      tested.filter(({ zone }) => zone !== null),
      moves,
    ),
    city: share(
      tested.filter(({ zone, sensitive }) => zone === null && !sensitive),
      moves,
    ),
    sensitive: share(
      tested.filter(({ sensitive }) => sensitive),
      moves,
    ),
    grown: share(
      tested.filter(({ zone }) => zone === "z0"),
      ({ trend }) => trend === "rising",
    ),
  };
}
const UNCHANGED: Required<Omit<Months, "growth">>[] = [
  { months: 24, hours: "even", season: 0 },
  { months: 24, hours: "wild", season: 0 },
  { months: 24, hours: "moving", season: 0 },
  { months: 24, hours: "parting", season: 0 },
  { months: 13, hours: "even", season: 0.2 },
  { months: 18, hours: "moving", season: 0.2 },
  { months: 24, hours: "even", season: 0.4 },
];

test.each(UNCHANGED)(
  "of rates that stay, at most one in twenty moves: $months months, $hours hours, season ± $season",
  (asked) => {
    const { tested, ...told } = measured(asked, 12);
    expect(tested).toBeGreaterThan(0.5);
    for (const [place, share] of Object.entries(told)) expect(share, place).toBeLessThanOrEqual(0.05);
  },
);

test("a zone whose rate goes from a half to three halves of its mean in two years is told to rise, often enough", () => {
  expect(measured({ months: 24, growth: 1 }, 60).grown).toBeGreaterThan(0.4);
});
