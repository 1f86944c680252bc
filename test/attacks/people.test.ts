import { afterAll, beforeAll, expect, test } from "vitest";
import { bandOf } from "../../domain/people.ts";
import { city, closeBy, keyFrom, type Observation, openCity, randomFrom } from "./city.ts";
import { CLOSED } from "./cube.ts";
import { type CellRow, cellsOf } from "./questions.ts";
import { behindPort, type Served } from "./served.ts";

const network = city({
  views: { week: [["zone"]], month: [["zone"], ["parent"], [], ["zone", "need"]], quarter: [["zone"], []] },
  sensitive: { quarter: [["zone", "need"]] },
});

/** Records of May in a zone, one for each band named, on days of their own. */
const inZone = (zone: string, bands: string[], seed: number): Observation[] => {
  const random = randomFrom(seed);
  return bands.map((band, i) => ({
    day: `2026-05-${String(1 + (i % 28)).padStart(2, "0")}`,
    ...{ zone, slot: "night", need: "n0", service: i % 2 ? "AA" : "BB", band, key: keyFrom(random) },
  }));
};
const many = (band: string, n: number) => Array.from({ length: n }, () => band);
const edges = ["2026-04-01", "2026-06-30"].map(
  (day) => ({ ...inZone("z4", ["1"], 9)[0], day }) as Observation,
);

/** z0 … z3 lie north, z4 … z7 south. `few`: what z0 saw, and so what must not be told. */
async function townWith(few: string[]): Promise<Served> {
  const open = await openCity(network, [
    ...edges,
    ...inZone("z0", few, 1),
    ...inZone("z1", many("2-4", 130), 2),
    ...inZone("z2", [...many("1", 12), "20+"], 3),
    ...inZone("z5", many("1", 30), 5),
  ]);
  await closeBy(open, CLOSED);
  return behindPort(open);
}

let towns: Served[];
beforeAll(async () => {
  towns = [];
  for (const few of [[], ["1"], ["2-4", "1"]]) towns.push(await townWith(few));
}, 60_000);
afterAll(async () => {
  for (const town of towns) await town.close();
});

type People = { zone: (string | null)[]; parent: (string | null)[]; band: (string | null)[] };
async function may(town: Served) {
  const path = "/api/cells?period=2026-05";
  const { chain } = await town.json(path);
  const { people } = chain[0] as { people: People };
  const band = (zone: string | null, parent: string | null = null) =>
    people.band[people.zone.findIndex((one, i) => one === zone && people.parent[i] === parent)];
  const cells: CellRow[] = cellsOf((await town.ask(path)).body);
  const value = (zone: string) =>
    cells.find((cell) => cell.view === "zone" && cell.zone === zone)?.value ?? null;
  return { people, band, value };
}

test("a band stands only where the count is shown, by zone, district and city, never by need or week", async () => {
  const [town] = towns as [Served];
  const { people, band, value } = await may(town);
  expect(people.band).toHaveLength(8 + 2 + 1);
  for (const { id } of network.zones) if (value(id) === null) expect([id, band(id)]).toEqual([id, null]);
  expect(band("z0")).toBeNull();
  expect([band(null, "north"), band(null, "south"), band(null)].every((one) => one !== null)).toBe(true);
  const { chain } = await town.json("/api/cells?period=2026-W19");
  expect(chain[0].people.band).toEqual([]);
});

test("A12: a band says no more than the published count: it is that count times the mean of its district", async () => {
  const { band, value } = await may(towns[0] as Served);
  // Everybody in the south is met alone: people are as many as records, and the band is that of the count itself.
  expect(band("z5")).toBe(bandOf(value("z5") ?? 0));
  // North: 130 records of 3, 12 of 1 and one of 20: 2.95 a record, taken as 3.
  expect(band("z1")).toBe(bandOf((value("z1") ?? 0) * 3));
});

test("a zone in which one group is more than half of the people shows its count and no band", async () => {
  const { band, value } = await may(towns[0] as Served);
  expect(value("z2")).not.toBeNull();
  expect(band("z2")).toBeNull();
});

test("0, 1 or 2 records in a zone, alone or in a group, are one answer for the people of every zone", async () => {
  const [none, one, two] = await Promise.all(towns.map(may));
  const ofZones = (told: typeof none) => told?.people.band.filter((_, i) => told.people.zone[i] !== null);
  expect(ofZones(one)).toEqual(ofZones(none));
  expect(ofZones(two)).toEqual(ofZones(none));
});

test("A12: a group of twenty or more in a withheld zone changes the band of no other zone of its district", async () => {
  for (const singles of [10, 60, 100]) {
    const bands: (string | null | undefined)[] = [];
    for (const group of [[], ["20+"]]) {
      const seen = [...edges, ...inZone("z0", many("1", singles), 6), ...inZone("z1", group, 7)];
      const open = await openCity(network, seen);
      await closeBy(open, CLOSED);
      const town = await behindPort(open);
      const { band, value } = await may(town);
      expect(value("z0")).not.toBeNull();
      expect(value("z1")).toBeNull();
      bands.push(band("z0"));
      await town.close();
    }
    const [without, beside] = bands;
    expect(without).not.toBeNull();
    expect([singles, [without, null].includes(beside)]).toEqual([singles, true]);
  }
});
