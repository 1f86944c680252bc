import { kinks } from "@turf/kinks";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { oneLine } from "../oneLine.ts";
import type { Problem } from "./NetworkRefused.ts";
import { ringArea } from "./normalised.ts";

type Fault = Omit<Problem, "file" | "where">;

/** What is wrong with the rings of one zone: outside WGS84, open, too few points, no area, crossing itself. At most one fault a ring. */
export function geometryFaults(geometry: Polygon | MultiPolygon): Fault[] {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return parts.flatMap((rings, part) => {
    const path = geometry.type === "Polygon" ? "geometry.coordinates" : `geometry.coordinates[${part}]`;
    const faults = rings.flatMap((ring, i) => ringFault(ring, `${path}[${i}]`));
    if (faults.length > 0) return faults;
    const crossed = crossing(rings, path);
    return crossed.length > 0 ? crossed : rings.flatMap((ring, i) => flat(ring, `${path}[${i}]`));
  });
}

function ringFault(ring: Position[], field: string): Fault[] {
  const outside = ring.find((position) => !inWgs84(position));
  if (outside) return [outOfRange(outside, field)];
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4)
    return [
      fault("few_points", field, `${ring.length} points`, [
        "has too few points",
        "A ring has at least four, the last equal to the first.",
      ]),
    ];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
    return [
      fault("open_ring", field, `${oneLine(first)} … ${oneLine(last)}`, [
        "is not closed",
        "Repeat the first point at the end.",
      ]),
    ];
  return [];
}

function inWgs84([lon = Number.NaN, lat = Number.NaN]: Position): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

function outOfRange(position: Position, field: string): Fault {
  const [lon = 0, lat = 0] = position;
  if (inWgs84([lat, lon]))
    return fault("swapped", field, oneLine(position), [
      "is out of WGS84: longitude and latitude look swapped",
      "Write [longitude, latitude].",
    ]);
  return fault("off_earth", field, oneLine(position), [
    "is out of WGS84 (perhaps metres of a map projection)",
    "Export the zones in longitude and latitude (EPSG:4326).",
  ]);
}

/** Rings may touch in a point; they may not cross. */
function crossing(rings: Position[][], field: string): Fault[] {
  const vertices = rings.flat();
  const points = kinks({ type: "Polygon", coordinates: rings }).features.map(
    (found) => found.geometry.coordinates,
  );
  const crossed = points.find((point) => !vertices.some((vertex) => same(vertex, point)));
  if (!crossed) return [];
  const [lon = 0, lat = 0] = crossed;
  return [
    fault("crossing", field, `${lon.toFixed(5)}, ${lat.toFixed(5)}`, [
      "is where the outline crosses itself",
      "Redraw the outline there.",
    ]),
  ];
}

function flat(ring: Position[], field: string): Fault[] {
  if (Math.abs(ringArea(ring)) >= 1e-12) return [];
  return [
    fault("no_area", field, oneLine(ring[0]), [
      "encloses no area",
      "Draw the ring around an area, or remove it.",
    ]),
  ];
}

function same([lon = 0, lat = 0]: Position, [otherLon = 0, otherLat = 0]: Position): boolean {
  return Math.abs(lon - otherLon) < 1e-9 && Math.abs(lat - otherLat) < 1e-9;
}

function fault(
  ...[kind, field, value, [problem, remedy]]: [Fault["kind"], string, string, [string, string]]
): Fault {
  return { kind, field, value, problem, remedy };
}
