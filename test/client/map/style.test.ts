import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import { mapStyle } from "../../../client/map/style.ts";
import { mapTokens } from "../../../client/map/tokens.ts";
import { squares } from "./square.ts";

const basemap = ["boundary", "buildings", "green", "neighbours", "places", "railways", "roads", "water"];
const made = (theme: "light" | "dark", layers = basemap) =>
  mapStyle({ theme, zones: squares(["a", "b"]), basemap: layers, origin: "" });

describe("the map's style", () => {
  test.each(["light", "dark"] as const)("is valid in the %s theme", (theme) => {
    expect(validateStyleMin(made(theme) as Parameters<typeof validateStyleMin>[0])).toEqual([]);
  });

  test("paints outside, neighbours, land, fill, hatch, city, borders and selection in this order", () => {
    const order = made("light").layers.map((layer) => layer.id);
    const expected = [
      "outside",
      "neighbours",
      "land",
      "zone-fill",
      "zone-hatch",
      "zone-dots",
      "green",
      "buildings",
      "water",
      "roads",
      "railways",
      "border-dotted",
      "edge",
      "zone-hover",
      "zone-selected",
    ];
    expect(order.filter((id) => expected.includes(id))).toEqual(expected);
  });

  test("asks no other host for anything", () => {
    const addresses = JSON.stringify(made("dark")).match(/https?:\/\/[^"]+/g);
    expect(addresses).toBeNull();
  });

  test("stands without a basemap, and paints only sources it has", () => {
    const bare = made("light", []);
    const used = new Set(bare.layers.flatMap((layer) => ("source" in layer ? [layer.source] : [])));
    expect([...used].sort()).toEqual(["borders", "zones"]);
  });

  test("the two themes name the same colours", () => {
    expect(Object.keys(mapTokens.dark)).toEqual(Object.keys(mapTokens.light));
    expect(mapTokens.light.presence).not.toEqual(mapTokens.dark.presence);
  });
});
