import type { LayerSpecification } from "maplibre-gl";
import { type MapTokens, mapTokens, type Theme } from "./tokens.ts";

/** From this zoom on buildings are drawn, and so asked for. */
export const BUILDINGS_FROM = 11.4;

type Maker = (tokens: MapTokens, dark: boolean) => LayerSpecification[];

const fade = ["coalesce", ["get", "fade"], 1];
const faded = (opacity: number) => ["*", fade, opacity] as never;
/** Line widths are those of a city fitted to a window (zoom 10.6) and grow with the map. */
const scaled = (width: unknown) =>
  [
    "interpolate",
    ["exponential", 2],
    ["zoom"],
    10.6,
    width,
    12,
    ["*", 2.5, width],
    16,
    ["*", 14, width],
  ] as never;
const named = (of: { font: string; size: number; color: string; halo: string }) => ({
  layout: { "text-field": ["get", "name"] as never, "text-font": [of.font], "text-size": of.size },
  paint: { "text-color": of.color, "text-halo-color": of.halo, "text-halo-width": 1.4 },
});

/** Other municipalities, under everything. */
const under: Record<string, Maker> = {
  neighbours: ({ line }) => [
    {
      id: "neighbours",
      type: "line",
      source: "neighbours",
      paint: { "line-color": line, "line-width": 1.4 },
    },
  ],
};

/** The city itself, over the zones' fill and under their borders. */
const below: Record<string, Maker> = {
  green: ({ park }) => [
    {
      id: "green",
      type: "fill",
      source: "green",
      paint: { "fill-color": park, "fill-opacity": faded(0.55) },
    },
  ],
  buildings: ({ building }) => [
    {
      id: "buildings",
      type: "fill",
      source: "buildings",
      minzoom: BUILDINGS_FROM,
      paint: {
        "fill-color": building,
        "fill-antialias": false,
        "fill-opacity": ["interpolate", ["linear"], ["zoom"], BUILDINGS_FROM, 0, 11.9, faded(0.15)] as never,
      },
    },
  ],
  water: ({ water }) => [
    {
      id: "water",
      type: "fill",
      source: "water",
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": water, "fill-opacity": faded(1) },
    },
    {
      id: "waterways",
      type: "line",
      source: "water",
      filter: ["==", ["geometry-type"], "LineString"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": water, "line-width": scaled(0.8), "line-opacity": faded(1) },
    },
  ],
  roads: ({ road }, dark) => [
    {
      id: "roads",
      type: "line",
      source: "roads",
      layout: {
        "line-cap": "round",
        "line-join": "round",
        "line-sort-key": ["-", 4, ["get", "kind"]] as never,
      },
      paint: {
        "line-color": road,
        "line-width": scaled(["match", ["get", "kind"], 1, 1.3, 2, 0.8, 0.36]),
        "line-opacity": faded(dark ? 0.75 : 0.95),
      },
    },
  ],
  railways: ({ edge }) => [
    {
      id: "railways",
      type: "line",
      source: "railways",
      paint: {
        "line-color": edge,
        "line-width": scaled(0.45),
        "line-dasharray": [5, 2.5],
        "line-opacity": faded(0.7),
      },
    },
  ],
};

/** Hidden while the name or the chips of a zone stand there: zones have the right of way. */
const unlessCovered = ["case", ["boolean", ["feature-state", "covered"], false], 0, 1];

/** Names of places outside and of villages inside. */
const above: Record<string, Maker> = {
  neighbours: ({ far, out }) => {
    const { layout, paint } = named({ font: "Noto Sans Medium", size: 11, color: far, halo: out });
    return [
      {
        id: "neighbour-names",
        type: "symbol",
        source: "neighbour-names",
        layout: { ...layout, "text-letter-spacing": 0.08, "text-max-width": 9 },
        paint: { ...paint, "text-opacity": unlessCovered as never },
      },
    ];
  },
  places: ({ ink2, halo }) => {
    const { layout, paint } = named({ font: "Noto Sans Regular", size: 11, color: ink2, halo });
    return [
      {
        id: "places",
        type: "symbol",
        source: "places",
        layout: {
          ...layout,
          "text-field": ["concat", "• ", ["get", "name"]] as never,
          "text-anchor": "left",
        },
        paint: { ...paint, "text-opacity": unlessCovered as never },
      },
    ];
  },
};

const make = (makers: Record<string, Maker>) => (theme: Theme, basemap: readonly string[]) =>
  Object.entries(makers).flatMap(([name, maker]) =>
    basemap.includes(name) ? maker(mapTokens[theme], theme === "dark") : [],
  );

export const basemapUnder = make(under);
export const basemapBelow = make(below);
export const basemapAbove = make(above);
