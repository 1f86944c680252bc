import { afterAll, beforeAll, expect, test } from "vitest";
import { sameLattice } from "../../domain/lattice.ts";
import type { Network } from "../../domain/network.ts";
import {
  type Cell,
  type City,
  cellsIn,
  city,
  closeBy,
  closeCity,
  keyFrom,
  openCity,
  randomFrom,
} from "./city.ts";

const before = city({
  views: { week: [["zone"]], month: [["zone"]], quarter: [["zone"]], year: [["zone"]] },
});
/** In 2027 zone z0 is drawn anew, and so has another name; z1 is as it was. */
const after: Network = {
  ...before,
  zones: before.zones.map((zone) => (zone.id === "z0" ? { ...zone, id: "z0b" } : zone)),
};
const networkOn = (day: string): Network => (day < "2027-01-01" ? before : after);

let open: City;
let cells: Cell[];
beforeAll(async () => {
  const random = randomFrom(19);
  const days = Array.from({ length: 26 }, (_, week) =>
    new Date(Date.UTC(2026, 9, 1 + 7 * week)).toISOString().slice(0, 10),
  );
  // Until the year ends points fall into z0, then into z0b; 2026-12-31 and 2027-01-01 are of one week.
  const seen = [...days, "2027-01-01"].flatMap((day) =>
    ["z1", day < "2027-01-01" ? "z0" : "z0b"].flatMap((zone) =>
      Array.from({ length: 12 }, () => ({
        ...{ day, zone, slot: "night", need: "n0", service: "AA", band: "5-9", key: keyFrom(random) },
      })),
    ),
  );
  open = await openCity(after, seen);
  await closeBy({ ...open, networkOn }, "2027-04-20T00:00:00Z");
  cells = await cellsIn(open);
}, 60_000);
afterAll(() => closeCity(open));

const zonesIn = (period: string) => cells.filter((cell) => cell.period === period).map(({ zone }) => zone);

test("A19: a period is published in the zones of its own year, old and new never together", () => {
  for (const period of ["2026-W52", "2026-12", "2026-Q4"]) expect(zonesIn(period)).toContain("z0");
  for (const period of ["2027-W02", "2027-02", "2027-01"]) expect(zonesIn(period)).toContain("z0b");
  const periods = [...new Set(cells.map(({ period }) => period))];
  const both = periods.filter((id) => zonesIn(id).includes("z0") && zonesIn(id).includes("z0b"));
  expect(both).toEqual([]);
});

test("A19: the week in which the zones change is never published, by either", () => {
  expect(zonesIn("2026-W53")).toEqual([]);
  expect(zonesIn("2026-W52")).toHaveLength(8);
  expect(zonesIn("2027-W01")).toHaveLength(8);
});

test("A19: without word of a change the straddling week would be published, so that its silence is the rule's", async () => {
  const city = await openCity(after, [
    ...["2026-12-28", "2027-01-03"].map((day) => ({
      ...{ day, zone: "z1", slot: "night", need: "n0", service: "AA", band: "5-9", key: 1n },
    })),
  ]);
  await closeBy(city, "2027-01-20T00:00:00Z");
  expect((await cellsIn(city)).some(({ period }) => period === "2026-W53")).toBe(true);
  await closeCity(city);
});

test("a network with new names, needs or services counts in the same cells; another meaning of a cell is another lattice", () => {
  const [zone] = before.zones;
  const [service] = before.services;
  const [need] = before.needs;
  if (!zone || !service || !need) throw new Error("a city without zones");
  const renamed = { ...before, zones: before.zones.map((one) => ({ ...one, name: "New" })) };
  const grown = {
    ...before,
    needs: [...before.needs, { ...need, id: "n9" }],
    services: [...before.services, { ...service, id: "DD" }],
  };
  for (const same of [renamed, grown]) expect(sameLattice(before, same)).toBe(true);
  const moved = { ...before, zones: before.zones.map((one) => ({ ...one, parent: "south" })) };
  const secret = { ...before, needs: before.needs.map((one) => ({ ...one, sensitive: true })) };
  const judged = { ...before, services: before.services.map((one) => ({ ...one, aims: ["order"] })) };
  const shifted = { ...before, slots: before.slots.map((one) => ({ ...one, to: one.to + 1 })) };
  const strict = { ...before, disclosure: { ...before.disclosure, threshold: 7 } };
  for (const other of [
    after,
    moved,
    secret,
    judged,
    shifted,
    strict,
    { ...before, needs: before.needs.slice(1) },
  ])
    expect(sameLattice(before, other)).toBe(false);
});
