import type { Feature, FeatureCollection, LineString, Position } from "geojson";
import type { Zones } from "./zoneShapes.ts";

export type Border = { kind: "inner" | "outer"; approximate: boolean };

type Side = { from: Position; to: Position; approximate: boolean; zones: number };

/**
 * The borders of zones as lines, each drawn once: an edge two zones share is inner, an edge only one zone has is outer.
 * Drawing the polygons' outlines instead would set the dots of shared borders twice, out of step.
 */
export function borders(zones: Zones): FeatureCollection<LineString, Border> {
  const sides = new Map<string, Side>();
  for (const { geometry, properties } of zones.features) {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    for (const ring of polygons.flat()) addRing(sides, ring, properties.approximate);
  }
  const all = [...sides.values()];
  return {
    type: "FeatureCollection",
    features: [
      ...lines(
        all.filter((side) => side.zones > 1 && side.approximate),
        { kind: "inner", approximate: true },
      ),
      ...lines(
        all.filter((side) => side.zones > 1 && !side.approximate),
        { kind: "inner", approximate: false },
      ),
      ...lines(
        all.filter((side) => side.zones === 1),
        { kind: "outer", approximate: false },
      ),
    ],
  };
}

const keyOf = (position: Position) => `${position[0]?.toFixed(6)},${position[1]?.toFixed(6)}`;

function addRing(sides: Map<string, Side>, ring: Position[], approximate: boolean): void {
  ring.slice(1).forEach((to, i) => {
    const from = ring[i] ?? to;
    const key = [keyOf(from), keyOf(to)].sort().join(" ");
    const side = sides.get(key);
    if (side) {
      side.zones += 1;
      side.approximate ||= approximate;
    } else sides.set(key, { from, to, approximate, zones: 1 });
  });
}

/** Joins sides end to end into lines that stop where three borders meet. */
function lines(sides: Side[], properties: Border): Feature<LineString, Border>[] {
  const at = new Map<string, Side[]>();
  for (const side of sides) {
    for (const end of [side.from, side.to]) at.set(keyOf(end), [...(at.get(keyOf(end)) ?? []), side]);
  }
  const used = new Set<Side>();
  const start = (side: Side) =>
    at.get(keyOf(side.from))?.length !== 2 ? 0 : at.get(keyOf(side.to))?.length !== 2 ? 1 : 2;
  // Loose ends first: a line begun in its middle would come out in two pieces.
  const ordered = sides.toSorted((a, b) => start(a) - start(b));
  return ordered.flatMap((side) => {
    if (used.has(side)) return [];
    const [first, second] = start(side) === 1 ? [side.to, side.from] : [side.from, side.to];
    used.add(side);
    const coordinates = [first, second];
    follow(coordinates, at, used);
    return [{ type: "Feature", properties, geometry: { type: "LineString", coordinates } }];
  });
}

function follow(coordinates: Position[], at: Map<string, Side[]>, used: Set<Side>): void {
  let end = coordinates.at(-1);
  while (end) {
    const here = at.get(keyOf(end)) ?? [];
    const next = here.length === 2 ? here.find((side) => !used.has(side)) : undefined;
    if (!next) return;
    used.add(next);
    end = otherEnd(next, end);
    coordinates.push(end);
  }
}

const otherEnd = ({ from, to }: Side, end: Position) => (keyOf(from) === keyOf(end) ? to : from);
