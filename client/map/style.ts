import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import { basemapAbove, basemapBelow, basemapUnder } from "./basemap.ts";
import { borders } from "./borders.ts";
import { mapTokens, type Theme } from "./tokens.ts";
import { FIRST_CODE } from "./ZoneMark.ts";
import type { Zones } from "./zoneShapes.ts";

export type StyleOptions = {
  theme: Theme;
  zones: Zones;
  /** Names of the GeoJSON layers under /basemap. */
  basemap: readonly string[];
  /** Where /basemap and /glyphs are; "" = here. */
  origin: string;
  /** Without names of places: what stands there is written by the page. */
  nameless?: boolean;
};

/** Feature state of a zone: what scrubbing, pointing and choosing change, and nothing else. */
export type ZoneState = {
  /** A class of a family; -1 = not known; -3 = too little to tell; absent = not loaded yet. */
  level: number;
  unsure: boolean;
  gap: boolean;
  dimmed: boolean;
  hover: boolean;
  selected: boolean;
  focus: boolean;
};

const state = (key: keyof ZoneState) => ["boolean", ["feature-state", key], false] as const;
const when = (key: keyof ZoneState, value: number) => ["case", state(key), value, 0] as never;

/** The whole map in the order of painting, lowest first. */
export function mapStyle(options: StyleOptions): StyleSpecification {
  const { theme, zones, basemap, origin, nameless = false } = options;
  const { out } = mapTokens[theme];
  return {
    version: 8,
    glyphs: `${origin}/glyphs/{fontstack}/{range}.pbf`,
    sources: { ...zoneSources(zones), ...basemapSources(basemap, origin) },
    layers: [
      { id: "outside", type: "background", paint: { "background-color": out } },
      ...basemapUnder(theme, basemap),
      ...fillLayers(theme),
      ...basemapBelow(theme, basemap),
      ...borderLayers(theme),
      ...gapLayers(theme),
      ...pointerLayers(theme),
      ...(nameless ? [] : basemapAbove(theme, basemap)),
    ],
  };
}

function zoneSources(zones: Zones): Record<string, SourceSpecification> {
  return {
    zones: { type: "geojson", data: zones, promoteId: "id", tolerance: 0.1 },
    borders: { type: "geojson", data: borders(zones), tolerance: 0.1 },
  };
}

function basemapSources(basemap: readonly string[], origin: string): Record<string, SourceSpecification> {
  const at = (name: string): SourceSpecification => ({
    type: "geojson",
    data: `${origin}/basemap/${name}.geojson`,
  });
  const sources = Object.fromEntries(basemap.map((name) => [name, at(name)]));
  // Buildings are most of the bytes and are seen only from near: MapView asks for them when they are.
  if (sources["buildings"])
    sources["buildings"] = { type: "geojson", data: { type: "FeatureCollection", features: [] } };
  if (sources["places"]) sources["places"] = { ...at("places"), promoteId: "name" } as SourceSpecification;
  // One low tile holds a whole comune, so that its name is written once.
  if (sources["neighbours"])
    sources["neighbour-names"] = {
      ...at("neighbours"),
      maxzoom: 6,
      promoteId: "name",
    } as SourceSpecification;
  return sources;
}

function fillLayers(theme: Theme): LayerSpecification[] {
  const tokens = mapTokens[theme];
  const { hatchGround, sunk, land } = tokens;
  const classes = (["presence", "need", "ratio", "growth"] as const).flatMap((family) =>
    tokens[family].flatMap((color, i) => [FIRST_CODE[family] + i, color]),
  );
  const level = ["coalesce", ["feature-state", "level"], -2];
  return [
    { id: "land", type: "fill", source: "zones", paint: { "fill-color": land } },
    {
      id: "zone-fill",
      type: "fill",
      source: "zones",
      paint: {
        "fill-color": ["match", level, -1, hatchGround, -3, land, ...classes, sunk] as never,
        "fill-opacity": ["case", state("dimmed"), 0.3, state("unsure"), 0.42, 1] as never,
      },
    },
    ...([-1, -3] as const).map((code): LayerSpecification => {
      const pattern = code === -1 ? "hatch" : "dots";
      return {
        id: `zone-${pattern}`,
        type: "fill",
        source: "zones",
        paint: {
          "fill-pattern": `${pattern}-0`,
          "fill-opacity": ["case", ["!=", level, code], 0, state("dimmed"), 0.35, 1] as never,
        },
      };
    }),
  ];
}

function borderLayers(theme: Theme): LayerSpecification[] {
  const { edge, halo } = mapTokens[theme];
  const inner = ["==", ["get", "kind"], "inner"];
  return [
    {
      // Between two zones of the darkest class the dots alone would drown.
      id: "border-casing",
      type: "line",
      source: "borders",
      filter: inner as never,
      paint: { "line-color": halo, "line-width": 2.4, "line-opacity": theme === "dark" ? 0.5 : 0.6 },
    },
    {
      id: "border-dotted",
      type: "line",
      source: "borders",
      filter: ["all", inner, ["get", "approximate"]] as never,
      layout: { "line-cap": "round" },
      paint: { "line-color": edge, "line-width": 1.35, "line-dasharray": [0, 2.4] },
    },
    {
      id: "border-solid",
      type: "line",
      source: "borders",
      filter: ["all", inner, ["!", ["get", "approximate"]]] as never,
      paint: { "line-color": edge, "line-width": 0.9 },
    },
    {
      id: "edge",
      type: "line",
      source: "borders",
      filter: ["==", ["get", "kind"], "outer"],
      layout: { "line-join": "round", "line-cap": "round" },
      paint: { "line-color": edge, "line-width": 1.3 },
    },
  ];
}

/** Inside the zone, so that neighbours keep their own; the halo parts it from a dark fill. */
function gapLayers(theme: Theme): LayerSpecification[] {
  const { gap, halo } = mapTokens[theme];
  const inside = (id: string, color: string, [width, offset]: [number, number]): LayerSpecification => ({
    id,
    type: "line",
    source: "zones",
    layout: { "line-join": "miter" },
    paint: {
      "line-color": color,
      "line-width": width,
      "line-offset": offset,
      "line-opacity": ["case", state("gap"), ["case", state("dimmed"), 0.35, 1], 0] as never,
    },
  });
  return [inside("zone-gap-halo", halo, [6.5, 3.25]), inside("zone-gap", gap, [4.5, 2.25])];
}

function pointerLayers(theme: Theme): LayerSpecification[] {
  const { ink, halo, accent } = mapTokens[theme];
  const chosen = ["case", ["any", state("selected"), state("focus")], 1, 0] as never;
  const outline = (id: string, paint: object): LayerSpecification => ({
    id,
    type: "line",
    source: "zones",
    layout: { "line-join": "round" },
    paint,
  });
  return [
    outline("zone-hover", { "line-color": ink, "line-width": 2, "line-opacity": when("hover", 1) }),
    outline("zone-focus", {
      "line-color": accent,
      "line-width": 2,
      "line-gap-width": 9,
      "line-opacity": when("focus", 1),
    }),
    outline("zone-selected-halo", { "line-color": halo, "line-width": 6, "line-opacity": chosen }),
    outline("zone-selected", { "line-color": accent, "line-width": 3, "line-opacity": chosen }),
  ];
}
