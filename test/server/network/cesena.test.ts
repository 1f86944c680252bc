import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../server/config.ts";
import { checkViews } from "../../../server/gate/checkViews.ts";
import { loadBasemap } from "../../../server/network/basemap.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";

const folder = join(root, "data", "cesena");
const cesena = await loadNetwork(folder);

test("Cesena has the eleven services of its network, with their initials", () => {
  expect(cesena.services.map(({ initials, name_it }) => [initials, name_it])).toEqual([
    ["MS", "Mediazione Sociale"],
    ["PS", "Nucleo di Polizia Sociale della Polizia Locale"],
    ["SS", "Servizi Sociali del Comune"],
    ["VS", "Unità di Strada “Via delle Stelle”"],
    ["RD", "Unità di Strada Riduzione del Danno"],
    ["MR", "Centro Sociale “La Marmotta Rossa”"],
    ["OS", "Progetto “Oltre la Strada”"],
    ["CS", "Centro Stranieri"],
    ["AP", "Servizio di accoglienza profughi"],
    ["CA", "Caritas Cesena"],
    ["PG", "Progetto Giovani"],
  ]);
  expect(new Set(cesena.services.map(({ color }) => color)).size).toBe(11);
});

test("its twelve quartieri are said to be approximate, and what is not known of them is null", () => {
  expect(cesena.zones.map(({ id, approximate }) => [id, approximate])).toEqual(
    Array.from({ length: 12 }, (_, i) => [`Q${String(i + 1).padStart(2, "0")}`, true]),
  );
  const unknown = cesena.zones.filter(({ population }) => population === null).map(({ name }) => name);
  expect(unknown).toEqual(["Cesuola", "Valle Savio", "Rubicone", "Al Mare", "Cervese Nord", "Ravennate"]);
});

test("everything in it has an Italian and an English name, and every need somebody who can record it", () => {
  const { aims, groups, needs, services, slots } = cesena;
  for (const { name_it, name_en } of [...aims, ...groups, ...needs, ...services, ...slots])
    expect(name_it && name_en).toBeTruthy();
  for (const { id } of needs) expect(services.some((service) => service.needs.includes(id))).toBe(true);
  for (const { id } of services) expect(cesena.schedules.some(({ service }) => service === id)).toBe(true);
});

test("addiction, gambling, exploitation and papers are sensitive", () => {
  const sensitive = cesena.needs.filter((need) => need.sensitive).map(({ id }) => id);
  expect(sensitive.sort()).toEqual(["azzardo", "dipendenze", "documenti", "sfruttamento"]);
});

test("on Friday night order and harm reduction are planned together in the Centro Urbano", () => {
  const friday = cesena.schedules.filter(
    ({ zones, byday, closes_at, opens_at }) =>
      zones.includes("Q01") && byday?.includes("FR") && closes_at < opens_at,
  );
  const aims = friday.flatMap(({ service }) => cesena.services.find(({ id }) => id === service)?.aims ?? []);
  expect(aims).toEqual(expect.arrayContaining(["ordine", "riduzione-danno"]));
  expect(cesena.relations).toContainEqual({ a: "ordine", b: "riduzione-danno", relation: "contrasting" });
});

test("its list of published views protects every small cell", () => {
  expect(Math.min(...checkViews(cesena).map(({ sd }) => sd))).toBeGreaterThanOrEqual(2);
});

test("its basemap has every layer, and its glyphs every range Italian needs", async () => {
  expect(Object.keys(await loadBasemap(folder))).toEqual([
    "boundary",
    "buildings",
    "green",
    "neighbours",
    "places",
    "railways",
    "roads",
    "water",
  ]);
  for (const font of ["Noto Sans Regular", "Noto Sans Medium", "Noto Sans Italic"])
    expect(await readdir(join(root, "data", "glyphs", font))).toEqual([
      "0-255.pbf",
      "256-511.pbf",
      "8192-8447.pbf",
    ]);
});
