import { beforeAll, expect, test } from "vitest";
import { latticeChanges, nextNewYear } from "../../domain/latticeChanges.ts";
import type { Network } from "../../domain/network.ts";
import { loadNetwork } from "../../server/network/loadNetwork.ts";
import { townFolder } from "../server/town.ts";

let town: Network;
beforeAll(async () => {
  town = await loadNetwork(townFolder);
});

const after = (edit: (network: Network) => void) => {
  const network = structuredClone(town);
  edit(network);
  return latticeChanges(town, network);
};
const first = <T>(list: readonly T[]): T => list[0] as T;

test("names, colours, contacts, populations, order and schedules change no lattice", () => {
  const edited = after((network) => {
    network.zones.reverse();
    for (const zone of network.zones) Object.assign(zone, { name: "Other", population: 7, label: [0, 0] });
    for (const one of network.services)
      Object.assign(one, { name: "Other", color: "#000000", needs: ["food"] });
    for (const slot of network.slots) slot.name = "Other";
    network.needs.reverse();
    network.schedules = [];
    network.relations = [];
    Object.assign(network, { gap_threshold: 2, look_share: 0.5, attribution: "Other" });
  });
  expect(edited).toEqual([]);
});

test("a new service and a new need change none either, nor does a service that also has another aim", () => {
  const edited = after((network) => {
    network.services.push({ ...first(network.services), id: "bike", aims: ["care"] });
    network.needs.push({ ...first(network.needs), id: "debts" });
    first(network.services).aims.push("care");
  });
  expect(edited).toEqual([]);
});

test.each<[string, (network: Network) => void, object[]]>([
  [
    "a zone redrawn",
    ({ zones }) => Object.assign(first(zones), { geometry: zones[1]?.geometry }),
    [{ of: "zone", id: "harbour" }],
  ],
  [
    "a zone in a larger one",
    ({ zones }) => Object.assign(first(zones), { parent: "hill" }),
    [{ of: "zone", id: "harbour" }],
  ],
  ["a zone more", ({ zones }) => zones.push({ ...first(zones), id: "new" }), [{ of: "zone", id: "new" }]],
  ["a zone less", ({ zones }) => zones.pop(), [{ of: "zone", id: "fields" }]],
  [
    "a slot that ends later",
    ({ slots }) => Object.assign(first(slots), { to: 13 }),
    [{ of: "slot", id: "mattina" }],
  ],
  [
    "a need in another group",
    ({ needs }) => Object.assign(first(needs), { group: "safety" }),
    [{ of: "need", id: "housing" }],
  ],
  [
    "a need that becomes sensitive",
    ({ needs }) => Object.assign(first(needs), { sensitive: true }),
    [{ of: "need", id: "housing" }],
  ],
  ["a need less", ({ needs }) => needs.shift(), [{ of: "need", id: "housing" }]],
  [
    "another first aim",
    ({ services }) => first(services).aims.unshift("care"),
    [
      { of: "service", id: "night" },
      { of: "aim", id: "harm-reduction" },
    ],
  ],
  [
    "the only service with an aim gone",
    ({ services }) => services.shift(),
    [{ of: "aim", id: "harm-reduction" }],
  ],
  ["a view more", ({ disclosure }) => disclosure.views.year.push(["zone"]), [{ of: "disclosure", id: "" }]],
  [
    "a day that starts at another hour",
    (network) => Object.assign(network, { day_start: 12 }),
    [{ of: "day_start", id: "" }],
  ],
])("%s changes the meaning of cells", (_, edit, expected) => {
  expect(after(edit)).toEqual(expected);
});

test("the keys of settings may stand in another order", () => {
  const { views, ...rest } = town.disclosure;
  expect(latticeChanges(town, { ...town, disclosure: { views, ...rest } })).toEqual([]);
});

test("the next 1 January is never today", () => {
  expect(["2026-01-01", "2026-11-23", "2026-12-31"].map(nextNewYear)).toEqual(Array(3).fill("2027-01-01"));
});
