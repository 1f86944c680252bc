import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { rows, run, sql } from "../../../server/db.ts";
import {
  type City,
  city,
  closeBy,
  closeCity,
  type Observation,
  observe,
  openCity,
} from "../../attacks/city.ts";

const weekly = city({ views: { week: [["need"]] } });
const open: City[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await closeCity(one);
});

async function opened(seen: Observation[]): Promise<City> {
  const one = await openCity(weekly, seen);
  open.push(one);
  return one;
}

const at = (day: string, key: bigint, more: Partial<Observation> = {}): Observation => ({
  day,
  key,
  slot: "night",
  zone: "z0",
  service: "AA",
  need: "n0",
  band: "1",
  ...more,
});
const MONDAY = "2026-04-06";
const SUNDAY = "2026-04-12";
const WEEK = "2026-W15";
const CLOSED = "2026-04-15T05:00:00Z";

const Frozen = z.object({
  week: z.string(),
  n: z.number(),
  keys: z.string(),
  people: z.number(),
  days: z.number(),
});
const frozenIn = ({ vault }: City) =>
  rows(
    vault,
    Frozen,
    sql`SELECT week, n, keys::VARCHAR AS keys, people, days FROM week_count ORDER BY week, "zone", slot, need, service`,
  );
const weeksOf = async ({ vault }: City) =>
  (await rows(vault, z.object({ week: z.string() }), sql`SELECT week FROM frozen_week ORDER BY 1`)).map(
    ({ week }) => week,
  );

test("a week is kept with its rows, the sum of their keys, its largest group and its days", async () => {
  const town = await opened([
    at(MONDAY, 2n ** 64n - 1n),
    at(MONDAY, 3n, { band: "5-9" }),
    at(SUNDAY, 10n),
    at(SUNDAY, 7n, { service: "BB" }),
  ]);
  await closeBy(town, CLOSED);
  expect(await frozenIn(town)).toEqual([
    { week: WEEK, n: 3, keys: "12", people: 5, days: 0b1000001 },
    { week: WEEK, n: 1, keys: "7", people: 1, days: 0b1000000 },
  ]);
});

test("neither late records nor records taken back change what a closed week held", async () => {
  const town = await opened([at(MONDAY, 1n), at(SUNDAY, 2n)]);
  await closeBy(town, CLOSED);
  const kept = await frozenIn(town);
  await observe(town, [at(MONDAY, 4n)]);
  await closeBy(town, CLOSED);
  await run(town.vault, sql`DELETE FROM observation`);
  await closeBy(town, "2027-02-01T05:00:00Z");
  expect((await frozenIn(town)).filter(({ week }) => week === WEEK)).toEqual(kept);
});

test("a week in which nobody recorded anything is kept as empty, and not counted later", async () => {
  const town = await opened([at(MONDAY, 1n), at("2026-04-20", 2n)]);
  await closeBy(town, "2026-05-01T05:00:00Z");
  expect(await weeksOf(town)).toEqual([WEEK, "2026-W16", "2026-W17"]);
  await observe(town, [at("2026-04-14", 3n)]);
  await closeBy(town, "2026-05-01T05:00:00Z");
  expect((await frozenIn(town)).map(({ week }) => week)).toEqual([WEEK, "2026-W17"]);
});

test("a close that breaks off after the counts were kept counts again, so that they are those it publishes", async () => {
  const town = await opened([at(MONDAY, 1n)]);
  await run(town.published, sql`INSERT INTO closed_view VALUES (${WEEK}, 'need', 1)`);
  await expect(closeBy(town, CLOSED)).rejects.toThrow(/duplicate key/i);
  expect((await frozenIn(town)).map(({ n }) => n)).toEqual([1]);
  await observe(town, [at(SUNDAY, 2n)]);
  await run(town.published, sql`DELETE FROM closed_view`);
  await closeBy(town, CLOSED);
  expect((await frozenIn(town)).map(({ n }) => n)).toEqual([2]);
});

test("weeks closed before weeks were kept are kept by the next close, also when nothing is due", async () => {
  const town = await opened([at(MONDAY, 1n), at("2026-04-13", 2n)]);
  await closeBy(town, "2026-04-24T05:00:00Z");
  const kept = await frozenIn(town);
  await run(town.vault, sql`DELETE FROM frozen_week`);
  await run(town.vault, sql`DELETE FROM week_count`);
  expect(await closeBy(town, "2026-04-24T05:00:00Z")).toEqual([]);
  expect(await frozenIn(town)).toEqual(kept);
  expect(await weeksOf(town)).toEqual([WEEK, "2026-W16"]);
});
