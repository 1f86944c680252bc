import type { Feature, Geometry, Position } from "geojson";
import { type Geom, intersection } from "polyclip-ts";

/** The rectangle a basemap covers (degrees) and how wide its edge fades there: [lon, lat] degrees. */
export type Frame = { west: number; south: number; east: number; north: number; feather: [number, number] };

const FEATHER_KM = 0.3;
const STEPS = 8;

/** The smallest frame around features, with a feather of about 0.3 km; null when there is nothing. */
export function frameOf(geometries: readonly Geometry[]): Frame | null {
  const frame = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon = 0, lat = 0] of geometries.flatMap(positionsOf)) {
    frame.west = Math.min(frame.west, lon);
    frame.south = Math.min(frame.south, lat);
    frame.east = Math.max(frame.east, lon);
    frame.north = Math.max(frame.north, lat);
  }
  if (frame.west > frame.east) return null;
  const kmPerDegree = 111.2;
  const squash = Math.cos((((frame.south + frame.north) / 2) * Math.PI) / 180);
  return { ...frame, feather: [FEATHER_KM / (kmPerDegree * squash), FEATHER_KM / kmPerDegree] };
}

/**
 * A feature with its `fade`: 1 well inside the frame, 0 on its edge, in eight steps. What crosses the feather is cut into
 * parts of one step each, so that a long road fades with the rest; what would not be seen is left out.
 */
export function faded(feature: Feature, frame: Frame): Feature[] {
  return cut(feature.geometry, frame)
    .filter(({ step }) => step > 0)
    .map(({ geometry, step }) => ({
      type: "Feature",
      properties: { ...feature.properties, fade: step / STEPS },
      geometry,
    }));
}

type Part = { geometry: Geometry; step: number };

function cut(geometry: Geometry, frame: Frame): Part[] {
  const positions = positionsOf(geometry);
  if (positions.every((position) => stepAt(position, frame) === STEPS)) return [{ geometry, step: STEPS }];
  if (geometry.type === "LineString") return cutLine(geometry.coordinates, frame);
  if ((geometry.type === "Polygon" || geometry.type === "MultiPolygon") && !isSmall(positions, frame))
    return cutArea(geometry.coordinates as Geom, frame);
  return [{ geometry, step: stepAt(middleOf(positions), frame) }];
}

/** 0 on the edge … 8 from the feather inwards. */
function stepAt([lon = 0, lat = 0]: Position, { west, south, east, north, feather }: Frame): number {
  const inside = Math.min(
    (lon - west) / feather[0],
    (east - lon) / feather[0],
    (lat - south) / feather[1],
    (north - lat) / feather[1],
  );
  return Math.max(0, Math.min(STEPS, Math.floor(inside * STEPS)));
}

function cutLine(line: Position[], frame: Frame): Part[] {
  const parts: { line: Position[]; step: number }[] = [];
  const dense = line.flatMap((position, i) => {
    const next = line[i + 1];
    return next ? [position, ...between([position, next], frame)] : [position];
  });
  for (const [i, end] of dense.entries()) {
    const start = dense[i - 1];
    if (!start) continue;
    const step = stepAt(middleOf([start, end]), frame);
    const last = parts.at(-1);
    if (last?.step === step) last.line.push(end);
    else parts.push({ line: [start, end], step });
  }
  const written = new Set(line);
  return parts.map(({ line: run, step }) => ({
    geometry: {
      type: "LineString",
      coordinates: run.filter((position, i) => i === 0 || i === run.length - 1 || written.has(position)),
    },
    step,
  }));
}

/** Points on a segment, close enough to follow the steps of the feather; its ends are not among them. */
function between([start, end]: [Position, Position], frame: Frame): Position[] {
  if (stepAt(start, frame) === STEPS && stepAt(end, frame) === STEPS) return [];
  const [lon = 0, lat = 0] = start;
  const [toLon = 0, toLat = 0] = end;
  const length = Math.hypot((toLon - lon) / frame.feather[0], (toLat - lat) / frame.feather[1]);
  const count = Math.max(1, Math.min(1000, Math.ceil(length * STEPS)));
  return Array.from({ length: count - 1 }, (_, i) => [
    lon + ((toLon - lon) * (i + 1)) / count,
    lat + ((toLat - lat) * (i + 1)) / count,
  ]);
}

function cutArea(coordinates: Geom, frame: Frame): Part[] {
  return Array.from({ length: STEPS + 1 }, (_, step) => step).flatMap((step) => {
    const shared = intersection(coordinates, band(step, frame));
    return shared.map((rings): Part => ({ geometry: { type: "Polygon", coordinates: rings }, step }));
  });
}

/** The ground of one step: a rectangle with the next one taken out. */
function band(step: number, frame: Frame): [number, number][][] {
  const outer = rectangle(step / STEPS, frame);
  return step === STEPS ? [outer] : [outer, rectangle((step + 1) / STEPS, frame)];
}

function rectangle(inset: number, { west, south, east, north, feather }: Frame): [number, number][] {
  const [dx, dy] = [feather[0] * inset, feather[1] * inset];
  const [w, s, e, n] = [west + dx, south + dy, east - dx, north - dy];
  return [[w, s], [e, s], [e, n], [w, n], [w, s]]; // biome-ignore format: a rectangle
}

/** No wider than two steps of the feather: it can fade as one. */
function isSmall(positions: readonly Position[], { feather }: Frame): boolean {
  return [0, 1].every((axis) => {
    const along = positions.map((position) => (position[axis] ?? 0) / (feather[axis] ?? 1));
    return Math.max(...along) - Math.min(...along) <= 2 / STEPS;
  });
}

function middleOf(positions: readonly Position[]): Position {
  const sum = positions.reduce<[number, number]>(([x, y], [lon = 0, lat = 0]) => [x + lon, y + lat], [0, 0]);
  return [sum[0] / positions.length, sum[1] / positions.length];
}

function positionsOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case "Point":
      return [geometry.coordinates];
    case "LineString":
    case "MultiPoint":
      return geometry.coordinates;
    case "Polygon":
    case "MultiLineString":
      return geometry.coordinates.flat();
    case "MultiPolygon":
      return geometry.coordinates.flat(2);
    default:
      return geometry.geometries.flatMap(positionsOf);
  }
}
