import { expect, test } from "vitest";
import { z } from "zod";
import { rows, sql } from "../../server/db.ts";
import { type City, cellsIn, city, closeBy, closeCity, type Observation, observe, openCity } from "./city.ts";
import { CLOSED, rowsOf, truths } from "./cube.ts";

const network = city({
  views: { week: [[]], month: [["zone"], []], quarter: [["zone"], []], year: [["zone"], []] },
});
const [one] = rowsOf(truths(22), 22) as [Observation];
const onDay = (day: string, n: number): Observation[] =>
  Array.from({ length: n }, (_, i) => ({ ...one, day, key: BigInt(i) + BigInt(Date.parse(day)) }));
const edges = [...onDay("2026-01-02", 1), ...onDay("2026-12-30", 1)];

const frozen = ({ vault }: City) =>
  rows(
    vault,
    z.object({ week: z.string(), n: z.number() }),
    sql`SELECT week, sum(n)::INTEGER AS n FROM week_count GROUP BY week ORDER BY week`,
  );

async function publishedWith(late: Observation[], before: string): Promise<{ open: City; total: Totals }> {
  const open = await openCity(network, [...edges, ...rowsOf(truths(22), 22)]);
  await closeBy(open, before);
  await observe(open, late);
  await closeBy(open, "2027-03-02T00:00:00Z");
  const cells = await cellsIn(open);
  const total = (period: string) =>
    cells.find((cell) => cell.period === period && cell.view === "total")?.value ?? null;
  return { open, total };
}
type Totals = (period: string) => number | null;

test("A09b: three hundred late records change no week, month or quarter ever, and enter the year", async () => {
  const open = await openCity(network, [...edges, ...rowsOf(truths(22), 22)]);
  await closeBy(open, CLOSED);
  const [before, kept] = [await cellsIn(open), await frozen(open)];
  await observe(open, onDay("2026-05-15", 300));
  await closeBy(open, "2027-02-28T00:00:00Z");
  const open2027 = await cellsIn(open);
  expect(open2027.filter(({ period }) => before.some((cell) => cell.period === period))).toEqual(before);
  expect(open2027.some(({ period }) => period === "2026")).toBe(false);
  await closeBy(open, "2027-03-02T00:00:00Z");
  const cells = await cellsIn(open);
  const value = (period: string) =>
    cells.find((cell) => cell.period === period && cell.view === "total")?.value ?? 0;
  expect(value("2026") - value("2026-Q2")).toBeGreaterThan(280);
  expect((await frozen(open)).filter(({ week }) => kept.some((one) => one.week === week))).toEqual(kept);
  await closeCity(open);
});

test("A09b: late for its week, a record enters neither its month nor its quarter, though they are still open", async () => {
  // On 14 May the week of the 4th is closed, May and the quarter are not.
  const without = await publishedWith([], "2026-05-14T12:00:00Z");
  const [quarter, may] = [without.total("2026-Q2"), without.total("2026-05")];
  await closeCity(without.open);
  const { open, total } = await publishedWith(onDay("2026-05-06", 300), "2026-05-14T12:00:00Z");
  expect([total("2026-Q2"), total("2026-05")]).toEqual([quarter, may]);
  expect((total("2026") ?? 0) - (quarter ?? 0)).toBeGreaterThan(280);
  await closeCity(open);
});

test("a record of days that nothing closed yet is not late", async () => {
  const { open, total } = await publishedWith(onDay("2026-05-20", 300), "2026-05-14T12:00:00Z");
  const leaves = truths(22).reduce((sum, { n }) => sum + n, 0);
  expect((total("2026-Q2") ?? 0) - leaves).toBeGreaterThan(280);
  await closeCity(open);
});
