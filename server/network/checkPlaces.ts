import Flatbush from "flatbush";
import type { Position } from "geojson";
import { type Geom, intersection } from "polyclip-ts";
import { bounds } from "../../domain/bounds.ts";
import type { Zone } from "../../domain/network.ts";
import { oneLine } from "../oneLine.ts";
import type { Problem } from "./NetworkRefused.ts";
import { ringArea } from "./normalised.ts";
import type { Located } from "./readTable.ts";
import { ZONES } from "./readZones.ts";

/** Zones drawn by different hands never meet exactly: up to this share of the smaller one is let pass. */
const TOLERANCE = 0.005;

/** Where on Earth the places of a time zone's continent are: west, south, east, north in degrees. */
const CONTINENTS: Record<string, [number, number, number, number]> = {
  Europe: [-32, 34, 70, 82],
  America: [-180, -60, -30, 84],
  Africa: [-26, -36, 60, 38],
  Asia: [25, -12, 180, 82],
  Australia: [96, -56, 170, -8],
};

/** Zones that lie where the network's time zone is not, but would if longitude and latitude were swapped. */
export function checkContinent(zones: readonly Located<Zone>[], timezone: string): Problem[] {
  const continent = timezone.split("/")[0] ?? "";
  const box = CONTINENTS[continent];
  if (!box) return [];
  return zones
    .filter(({ value: { label } }) => !within(box, label) && within(box, [label[1], label[0]]))
    .map(({ value: { label }, where }) => ({
      kind: "swapped",
      file: ZONES,
      where,
      field: "geometry.coordinates",
      value: label.map((degrees) => degrees.toFixed(4)).join(", "),
      problem: `is not in ${continent} (timezone ${timezone}): longitude and latitude look swapped`,
      remedy: "Write [longitude, latitude].",
    }));
}

/** Pairs of zones that cover the same ground, beyond the tolerance. A zone may lie in its own parent. */
export function checkOverlaps(zones: readonly Located<Zone>[]): Problem[] {
  if (zones.length < 2) return [];
  const shapes = zones.map(({ value }) => partsOf(value));
  const boxes = zones.map(({ value }) => bounds([value.geometry]));
  const index = new Flatbush(boxes.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  return zones.flatMap((zone, i) =>
    index
      .search(...(boxes[i] ?? [0, 0, 0, 0]), (j) => j < i)
      .sort((a, b) => a - b)
      .flatMap((j) => {
        const other = zones[j];
        if (!other || related(zone.value, other.value)) return [];
        const share = sharedPart(shapes[i] ?? [], shapes[j] ?? []);
        return share > TOLERANCE ? [overlap(zone, other.value, share)] : [];
      }),
  );
}

function within(
  [west, south, east, north]: [number, number, number, number],
  [lon, lat]: [number, number],
): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

function partsOf({ geometry }: Zone): Position[][][] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

function related(a: Zone, b: Zone): boolean {
  return a.id === b.id || a.parent === b.id || b.parent === a.id;
}

function sharedPart(a: Position[][][], b: Position[][][]): number {
  const shared = intersection(a as Geom, b as Geom);
  return area(shared) / Math.min(area(a), area(b));
}

function area(parts: readonly Position[][][]): number {
  const ofRing = (ring: Position[], i: number) => (i === 0 ? 1 : -1) * Math.abs(ringArea(ring));
  return parts.flatMap((rings) => rings.map(ofRing)).reduce((sum, one) => sum + one, 0);
}

function overlap({ where }: Located<Zone>, other: Zone, share: number): Problem {
  return {
    kind: "overlap",
    file: ZONES,
    where,
    field: "geometry",
    value: oneLine(other.id),
    problem: `is a zone it overlaps (${(share * 100).toFixed(1)} % of the smaller one)`,
    remedy: "Redraw one of them so that they only share a border.",
  };
}
