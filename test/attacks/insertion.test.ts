import { expect, test } from "vitest";
import {
  cellsIn,
  city,
  closeBy,
  closeCity,
  keyFrom,
  nameOf,
  type Observation,
  observe,
  openCity,
  randomFrom,
} from "./city.ts";
import { asked, balancedExact, CLOSED, clamp, cubeCity, rowsOf, truths } from "./cube.ts";

test("A09: a record added after the close changes nothing; had it come before, the small cell would say the same", async () => {
  const leaves = truths(21);
  const target = leaves.find(({ n }) => n === 1);
  if (!target) throw new Error("no leaf of one");
  const added: Observation = {
    ...target,
    day: "2026-05-15",
    service: "AA",
    band: "1",
    key: keyFrom(randomFrom(99)),
  };
  const open = await openCity(cubeCity, rowsOf(leaves, 21));
  await closeBy(open, CLOSED);
  const before = await cellsIn(open);
  await observe(open, [added]);
  await closeBy(open, CLOSED);
  expect(await cellsIn(open)).toEqual(before);
  await closeCity(open);

  const other = await openCity(cubeCity, [...rowsOf(leaves, 21), added]);
  await closeBy(other, CLOSED);
  const name = `2026-Q2 zone×slot×need ${target.zone} ${target.slot} ${target.need}`;
  const small = (cells: Awaited<ReturnType<typeof cellsIn>>) => cells.find((cell) => nameOf(cell) === name);
  expect(small(await cellsIn(other))).toEqual(small(before));
  expect(small(before)?.value).toBeNull();
  await closeCity(other);
});

test("A10: dummies added period by period until a number appears do not tell the count at the start", async () => {
  const network = city({ zones: 120, views: { week: [["zone"]] } });
  const random = randomFrom(23);
  const weeks = Array.from({ length: 10 }, (_, week) =>
    new Date(Date.UTC(2026, 3, 6 + 7 * week)).toISOString().slice(0, 10),
  );
  const start = (zone: number) => zone % 3;
  const seen = network.zones.flatMap(({ id }, zone) =>
    weeks.flatMap((day, dummies) =>
      Array.from({ length: start(zone) + dummies }, () => ({
        ...{ day, zone: id, slot: "night", need: "n0", service: "AA", band: "1", key: keyFrom(random) },
      })),
    ),
  );
  const open = await openCity(network, seen);
  await closeBy(open, "2026-06-20T00:00:00Z");
  const cells = (await cellsIn(open)).filter(({ view }) => view === "zone");
  const guesses = network.zones.flatMap(({ id }, zone) => {
    const shown = cells.filter((cell) => cell.zone === id).sort((a, b) => a.period.localeCompare(b.period));
    const first = shown.findIndex(({ value }) => value !== null);
    return first < 0 ? [] : [{ truth: start(zone), guess: clamp((shown[first]?.value ?? 0) - first) }];
  });
  await closeCity(open);
  expect(guesses.length).toBeGreaterThan(90);
  expect(balancedExact(guesses)).toBeLessThanOrEqual(0.6);
});

test("a quarter asked twice of two cities that differ by one record differs in few cells, none of them small", async () => {
  const leaves = truths(24);
  const target = leaves.findIndex(({ n }) => n === 1);
  const before = await asked(leaves, 24, cellsIn);
  const open = await openCity(cubeCity, [
    ...rowsOf(leaves, 24),
    { ...(leaves[target] as (typeof leaves)[number]), day: "2026-05-15", service: "AA", band: "1", key: 5n },
  ]);
  await closeBy(open, CLOSED);
  const after = await cellsIn(open);
  await closeCity(open);
  const moved = after.filter(({ value }, i) => value !== before[i]?.value);
  expect(moved.length).toBeLessThanOrEqual(7);
  expect(moved.every(({ view }) => view !== "zone×slot×need")).toBe(true);
});
