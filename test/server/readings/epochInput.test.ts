import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { EpochInput } from "../../../domain/emerging/needSeries.ts";
import { rows, sql } from "../../../server/db.ts";
import { epochData } from "../../../server/readings/epochData.ts";
import { inputMaker } from "../../../server/readings/epochInput.ts";
import { groundOf } from "../../../server/readings/ground.ts";
import { namesOf } from "../../../server/readings/keptCounts.ts";
import { unreadCloses } from "../../../server/readings/readCloses.ts";
import { shownWindow } from "../../../server/readings/shownWindow.ts";
import { openReadTown, type ReadTown, SECRET } from "./readTown.ts";

let town: ReadTown;
let input: EpochInput;
let shown: ReturnType<ReturnType<typeof shownWindow>>;
beforeAll(async () => {
  town = await openReadTown(18);
  await town.closeOn("2026-07-10");
  const unread = await unreadCloses(town);
  if (!unread) throw new Error("nothing to read");
  const ground = groundOf(town.network, SECRET);
  const asked = { epoch: "2026-W27", kept: unread.kept, names: namesOf(town.network) };
  const data = await epochData(town.published, asked);
  input = inputMaker(ground)(data);
  shown = shownWindow(ground)(data);
});
afterAll(() => town.close());

const Sum = z.object({ n: z.number() });
const recorded = (need: string, zone: string) =>
  town.vault((vault) =>
    rows(
      vault,
      Sum,
      sql`SELECT count(*)::INTEGER AS n FROM observation WHERE need = ${need} AND "zone" = ${zone}
          GROUP BY date_trunc('week', day) ORDER BY date_trunc('week', day)`,
    ),
  );
const seriesOf = (need: string) => {
  const found = input.needs.find((series) => series.need === need);
  if (!found) throw new Error(need);
  return found;
};
const zoneAt = (id: string) => input.zones.findIndex((zone) => zone.id === id);
const row = (series: Int32Array | Float64Array, zone: string) => [
  ...series.slice(zoneAt(zone) * input.weeks.length, (zoneAt(zone) + 1) * input.weeks.length),
];

test("the weeks are those of the calendar up to the close, the ones before the first file not closed", () => {
  expect(input.weeks).toHaveLength(31);
  expect(input.weeks.at(-1)).toEqual({ id: "2026-W27", from: "2026-06-29", closed: true });
  expect(input.weeks.filter(({ closed }) => !closed)).toHaveLength(31 - 18);
  expect(input.weeks[12]).toEqual({ id: "2026-W09", from: "2026-02-23", closed: false });
});

test("counts are those the vault held, week by week", async () => {
  const counts = row(seriesOf("housing").counts, "harbour");
  expect(counts.slice(0, 13)).toEqual(Array.from({ length: 13 }, () => 0));
  expect(counts.slice(13)).toEqual((await recorded("housing", "harbour")).map(({ n }) => n));
});

test("hours are those of the services able to record the need", () => {
  const [housing, food, conflict] = ["housing", "food", "conflict"].map(seriesOf);
  const last = (series: Float64Array | undefined, zone: string) =>
    row(series ?? new Float64Array(), zone).at(-1);
  expect(last(housing?.hours, "harbour")).toBeGreaterThanOrEqual(4);
  expect(last(food?.hours, "market")).toBe(14);
  expect(last(food?.hours, "harbour")).toBe(0);
  expect(
    row(housing?.hours ?? new Float64Array(), "market")
      .slice(0, 13)
      .every((hours) => hours === 0),
  ).toBe(true);
  expect(last(conflict?.hours, "hill")).toBeGreaterThan(0);
});

test("hours by service add up to those of the need, and so do counts", () => {
  for (const { counts, hours, services } of input.needs) {
    for (const i of hours.keys()) {
      expect(services.reduce((sum, one) => sum + (one.hours[i] ?? 0), 0)).toBeCloseTo(hours[i] ?? 0, 9);
      expect(services.reduce((sum, one) => sum + (one.counts[i] ?? 0), 0)).toBe(counts[i]);
    }
  }
});

test("in the base the standardised hours expect what the services usually record there", () => {
  const { counts, hours, standard } = seriesOf("housing");
  const base = (series: Int32Array | Float64Array) =>
    [...series].reduce((sum, value, i) => sum + (i % 31 >= 13 && i % 31 < 28 ? value : 0), 0);
  expect(base(standard)).toBeGreaterThan(0.8 * base(hours));
  expect(base(standard)).toBeLessThan(1.2 * base(hours));
  const harbour = row(standard, "harbour").at(-1) ?? 0;
  expect(harbour / (row(hours, "harbour").at(-1) ?? 1)).toBeGreaterThan(1.3);
  expect(base(counts)).toBeGreaterThan(0);
});

test("zones lie where their labels are, in km, and border on those they share a side with", () => {
  const sum = (i: 0 | 1) => input.zones.reduce((total, { place }) => total + place[i], 0);
  expect(sum(0)).toBeCloseTo(0, 9);
  expect(sum(1)).toBeCloseTo(0, 9);
  for (const [zone, others] of input.neighbours.entries())
    for (const other of others) expect(input.neighbours[other]).toContain(zone);
});

test("months are those closed by then, with what was published of them", async () => {
  expect(input.months.months.map(({ id }) => id)).toEqual(["2026-03", "2026-04", "2026-05", "2026-06"]);
  const published = await rows(
    town.published,
    z.object({ value: z.number().nullable() }),
    sql`SELECT value FROM published_cell WHERE view = 'need' AND need = 'food' AND length(period) = 7 AND period < '2026-07'
        ORDER BY period`,
  );
  const of = (need: string) => input.months.cells.filter((cell) => cell.need === need);
  expect(of("food").find(({ zone }) => zone === null)?.values).toEqual(published.map(({ value }) => value));
  expect(of("food").map(({ zone }) => zone)).toEqual([null, "harbour", "market", "hill", "fields"]);
  const inZones = of("addiction").filter(({ zone }) => zone !== null);
  expect(inZones.flatMap(({ values }) => values)).toEqual(Array.from({ length: 4 * 4 }, () => null));
  expect(inZones.some(({ hours }) => hours.some((spent) => spent > 0))).toBe(true);
  expect(new Set(of("addiction").map(({ threshold }) => threshold))).toEqual(new Set([10]));
});

test("one week of the city is shown as it is published, to the same number", async () => {
  const weekly = await rows(
    town.published,
    z.object({ value: z.number().nullable() }),
    sql`SELECT value FROM published_cell WHERE view = 'need' AND period = '2026-W27' AND need = 'housing'`,
  );
  expect(weekly).toEqual([{ value: expect.any(Number) }]);
  expect(shown({ need: "housing", zones: null, weeks: 1 })).toBe(weekly[0]?.value);
});

test("a window is shown near its count, for ever the same, and all zones are the city", async () => {
  const n = (await recorded("housing", "harbour")).slice(-3).reduce((sum, row) => sum + row.n, 0);
  const harbour = { need: "housing", zones: [zoneAt("harbour")], weeks: 3 };
  const value = shown(harbour);
  expect(Math.abs((value ?? 0) - n)).toBeLessThanOrEqual(6);
  expect(shown(harbour)).toBe(value);
  const all = input.zones.map((_, zone) => zone);
  expect(shown({ ...harbour, zones: all })).toBe(shown({ ...harbour, zones: null }));
  expect(shown({ ...harbour, zones: [zoneAt("fields")] })).toBeNull();
});

test("a need seen by one service one person at a time is withheld, and a sensitive one has no zones", () => {
  const addiction = seriesOf("addiction").counts.reduce((sum, count) => sum + count, 0);
  expect(addiction).toBeGreaterThan(40);
  expect(shown({ need: "addiction", zones: null, weeks: 5 })).toBeNull();
  expect(() => shown({ need: "addiction", zones: [0], weeks: 5 })).toThrow(/sensitive/);
  expect(() => shown({ need: "love", zones: null, weeks: 5 })).toThrow(RangeError);
});
