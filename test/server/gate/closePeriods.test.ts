import { expect, test } from "vitest";
import { cellsIn, city, closeBy, type Observation } from "../../attacks/city.ts";
import { CLOSED, of, opened, quarter, small, views } from "./quarter.ts";

test("every published count is within the largest change of the truth, and every cell of a view is there", async () => {
  const seen = quarter(4000, 1);
  const city = await opened(small, seen);
  expect((await closeBy(city, CLOSED)).at(-1)).toEqual({ period: "2026-Q2" });
  const cells = await cellsIn(city);
  expect(of(cells, "zone×slot×need")).toHaveLength(8 * 4 * 6);
  expect(of(cells, "sensitive:zone×need")).toHaveLength(8 * 2);
  expect(of(cells, "slot×weekpart")).toHaveLength(8);
  const truth = (test: (row: Observation) => boolean) => seen.filter(test).length;
  const near = (value: number | null | undefined, n: number, D = 6) =>
    expect(Math.abs((value ?? Number.NaN) - n)).toBeLessThanOrEqual(D);
  for (const cell of of(cells, "zone×slot×need").filter(({ value }) => value !== null)) {
    near(
      cell.value,
      truth(({ zone, slot, need }) => zone === cell.zone && slot === cell.slot && need === cell.need),
    );
  }
  near(
    of(cells, "total")[0]?.value,
    truth(({ need }) => need !== "s0"),
  );
  near(
    of(cells, "sensitive:total")[0]?.value,
    truth(({ need }) => need === "s0"),
    8,
  );
  near(
    of(cells, "parent").find(({ parent }) => parent === "north")?.value,
    truth(({ zone, need }) => zone !== "z5" && need !== "s0"),
  );
  near(
    of(cells, "aim").find(({ aim }) => aim === "care")?.value,
    truth(({ service, need }) => service !== "BB" && need !== "s0"),
  );
  near(
    of(cells, "sensitive:need").find(({ need }) => need === "s0")?.value,
    truth(({ need }) => need === "s0"),
    8,
  );
  const weekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());
  const nights = of(cells, "slot×weekpart").find(
    ({ slot, weekpart }) => slot === "night" && weekpart === "weekend",
  );
  near(
    nights?.value,
    truth(({ slot, day, need }) => slot === "night" && weekend(day) && need !== "s0"),
  );
  expect(cells.some(({ value }) => value !== null && value < 5)).toBe(false);
});

test("sensitive needs, and needs the network does not know, are counted in no ordinary view of any period", async () => {
  const list = views([["zone", "slot", "need"], ["zone", "slot"], ["zone"], ["aim"], ["group"], []]);
  const every = city({
    views: { week: list, month: list, quarter: list },
    sensitive: { quarter: views([["need"], []]) },
  });
  const town = await opened(every, quarter(900, 2, ["s0", "new"]));
  await closeBy(town, CLOSED);
  const cells = await cellsIn(town);
  const shown = cells.filter(({ value }) => value !== null);
  expect(new Set(cells.map(({ period }) => period.replace(/\d+$/, ""))).size).toBe(3);
  expect(shown.map(({ period, view }) => `${period} ${view}`)).toEqual([
    "2026-Q2 sensitive:need",
    "2026-Q2 sensitive:total",
  ]);
  for (const { value } of shown) expect(Math.abs((value ?? 0) - 450)).toBeLessThan(60);
});

test("a group of one need is that need: one number, not two to average", async () => {
  const single = city({ needs: 3, views: { quarter: views([["need"], ["group"]]) } });
  const town = await opened(single, quarter(300, 3, ["n0", "n1", "n2"]));
  await closeBy(town, CLOSED);
  const cells = await cellsIn(town);
  expect(cells.find(({ need_group }) => need_group === "g1")?.value).toBe(
    cells.find(({ need }) => need === "n2")?.value,
  );
});

test("many records of one service seeing one person at a time are not shown by zone, slot and need", async () => {
  const one = quarter(90, 4).map((row) => ({
    ...row,
    zone: "z0",
    slot: "night",
    need: "n0",
    service: "AA",
    band: "1",
  }));
  const two = quarter(90, 5).map((row, i) => ({
    ...row,
    zone: "z1",
    slot: "night",
    need: "n0",
    service: i % 2 ? "AA" : "BB",
    band: "1",
  }));
  const many = quarter(90, 6).map((row) => ({
    ...row,
    zone: "z5",
    slot: "night",
    need: "n0",
    service: "AA",
    band: "5-9",
  }));
  const city = await opened(small, [...one, ...two, ...many]);
  await closeBy(city, CLOSED);
  const cells = await cellsIn(city);
  const night = (zone: string) =>
    of(cells, "zone×slot×need").find(
      (cell) => cell.zone === zone && cell.slot === "night" && cell.need === "n0",
    );
  expect(night("z0")?.value).toBeNull();
  expect(night("z1")?.value).toBeGreaterThan(80);
  expect(night("z5")?.value).toBeGreaterThan(80);
  expect(
    of(cells, "zone×need").find(({ zone, need }) => zone === "z0" && need === "n0")?.value,
  ).toBeGreaterThan(80);
});

test("what is withheld as repeat sightings is withheld under every name the cell has", async () => {
  const seen = quarter(90, 4).map((row) => ({
    ...{ ...row, slot: "night", need: "n0", service: "AA", band: "1" },
    zone: "z0",
  }));
  const twice = {
    quarter: views([
      ["parent", "slot", "need"],
      ["zone", "slot", "need"],
      ["parent", "need"],
    ]),
  };
  const made = city({ zones: 3, views: twice });
  const alone = {
    ...made,
    zones: made.zones.map((zone) => ({ ...zone, parent: zone.id === "z0" ? "north" : "south" })),
  };
  const district = await opened(alone, seen);
  await closeBy(district, CLOSED);
  const cells = await cellsIn(district);
  for (const view of ["parent×slot×need", "zone×slot×need"])
    expect(of(cells, view).map(({ value }) => value)).toEqual(of(cells, view).map(() => null));
  expect(
    of(cells, "parent×need").find(({ parent, need }) => parent === "north" && need === "n0")?.value,
  ).toBeGreaterThan(80);

  const oneSlot = city({ views: { quarter: views([["zone", "need"], ["need"]]) } });
  const slots = oneSlot.slots.slice(3).map((slot) => ({ ...slot, from: 6, to: 6 }));
  const town = await opened({ ...oneSlot, slots }, seen);
  await closeBy(town, CLOSED);
  const found = await cellsIn(town);
  expect(of(found, "zone×need").every(({ value }) => value === null)).toBe(true);
  expect(of(found, "need").find(({ need }) => need === "n0")?.value).toBeGreaterThan(80);
});
