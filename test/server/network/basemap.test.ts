import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FeatureCollection } from "geojson";
import { expect, test } from "vitest";
import { loadBasemap } from "../../../server/network/basemap.ts";
import { townFolder, withEditedTown } from "./editedTown.ts";

const parse = (text: string | undefined): FeatureCollection => JSON.parse(text ?? "null");

test("a road keeps only what is drawn of it, in five decimals, and is cut where it fades", async () => {
  const { roads } = await loadBasemap(townFolder);
  const features = parse(roads).features;
  expect(new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))).toEqual(
    new Set(["kind", "fade"]),
  );
  expect(roads).not.toMatch(/\d\.\d{6}/);
  const main = features.filter(({ properties }) => properties?.["kind"] === 1);
  const fades = main.map(({ properties }) => properties?.["fade"]);
  const rising = [0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875];
  expect(fades).toEqual([...rising, 1, ...rising.toReversed()]);
});

test("an area across the edge is cut into one band for each step of the fade, a small one fades as a whole", async () => {
  await withEditedTown({}, async (dir) => {
    const square = ([w, s, e, n]: number[]) => ({
      type: "Feature",
      properties: { name: "Savio" },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [w, s],
            [e, s],
            [e, n],
            [w, n],
            [w, s],
          ],
        ],
      },
    });
    const features = [square([12.22, 44.12, 12.23, 44.15]), square([12.24, 44.134, 12.2405, 44.1345])];
    await writeFile(
      join(dir, "basemap", "water.geojson"),
      JSON.stringify({ type: "FeatureCollection", features }),
    );
    const water = parse((await loadBasemap(dir))["water"]).features;
    expect(water.every(({ properties }) => properties?.["name"] === "Savio")).toBe(true);
    expect(water.map(({ properties }) => properties?.["fade"])).toEqual([
      0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1, 1,
    ]);
  });
});

test("names, the boundary and the neighbours do not fade", async () => {
  await withEditedTown({}, async (dir) => {
    const point = {
      type: "Feature",
      properties: { name: "Ronta", osm_id: 1 },
      geometry: { type: "Point", coordinates: [12.22, 44.12] },
    };
    await writeFile(
      join(dir, "basemap", "places.geojson"),
      JSON.stringify({ type: "FeatureCollection", features: [point] }),
    );
    expect(parse((await loadBasemap(dir))["places"]).features).toEqual([
      { ...point, properties: { name: "Ronta" } },
    ]);
  });
});

test("a folder may have no basemap", async () => {
  await withEditedTown({ "basemap/roads.geojson": () => null }, async (dir) => {
    expect(await loadBasemap(dir)).toEqual({});
    expect(await loadBasemap(join(dir, "basemap"))).toEqual({});
  });
});

test("a layer that is not GeoJSON is refused with its file and feature", async () => {
  await withEditedTown(
    { "basemap/roads.geojson": (text) => text.replace("LineString", "Linestring") },
    async (dir) => {
      await writeFile(join(dir, "basemap", "water.geojson"), "{");
      await mkdir(join(dir, "basemap", "old"));
      await expect(loadBasemap(dir)).rejects.toThrow(
        /2 problems(.|\n)*roads.geojson, features\[0\]\.geometry\.type: "Linestring"(.|\n)*water/,
      );
    },
  );
});
