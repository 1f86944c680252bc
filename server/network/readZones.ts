import type { MultiPolygon, Polygon } from "geojson";
import { z } from "zod";
import { type Zone, ZoneProperties } from "../../domain/network.ts";
import { oneLine } from "../oneLine.ts";
import { geometryFaults } from "./geometryFaults.ts";
import type { Problem } from "./NetworkRefused.ts";
import { labelPlace, normalised } from "./normalised.ts";
import { personalTexts } from "./personalTexts.ts";
import type { Located, Records } from "./readTable.ts";
import { refusals } from "./refusal.ts";

export const ZONES = "zones.geojson";

const Collection = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(z.unknown()).min(1),
  crs: z.object({ properties: z.object({ name: z.string() }) }).optional(),
});

const Feature = z.object({
  type: z.literal("Feature"),
  properties: z.record(z.string(), z.unknown()),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }),
});

const LabelPlace = z.object({
  label_lon: z.number().min(-180).max(180).optional(),
  label_lat: z.number().min(-90).max(90).optional(),
});

const Position = z.array(z.number()).min(2);
const Geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(z.array(Position)).min(1) }),
  z.object({
    type: z.literal("MultiPolygon"),
    coordinates: z.array(z.array(z.array(Position)).min(1)).min(1),
  }),
]);

/** The zones of a parsed zones.geojson, each with rings wound as RFC 7946 asks; broken ones are left out and said in `problems`. */
export function readZones(raw: unknown, problems: Problem[]): Records<Zone> {
  const file = { file: ZONES, where: "" };
  const collection = Collection.safeParse(raw);
  if (!collection.success) {
    problems.push(...refusals(collection.error.issues, file, raw));
    return { rows: [], ids: null };
  }
  const { crs, features } = collection.data;
  if (crs && !/CRS84|4326/.test(crs.properties.name))
    problems.push({
      ...file,
      kind: "file",
      field: "crs",
      value: oneLine(crs.properties.name),
      problem: "is not WGS84",
      remedy: "Export the zones in longitude and latitude (EPSG:4326).",
    });
  const rows = features.flatMap((feature, i) => readZone(feature, i, problems));
  return { rows, ids: new Set(features.map((feature) => idOf(feature) ?? "")) };
}

function readZone(raw: unknown, index: number, problems: Problem[]): Located<Zone>[] {
  const id = idOf(raw);
  const place = { file: ZONES, where: `feature ${index + 1}${id === null ? "" : ` (${id})`}` };
  const feature = Feature.safeParse(raw);
  if (!feature.success) {
    problems.push(...refusals(feature.error.issues, place, raw));
    return [];
  }
  const { properties, geometry } = feature.data;
  problems.push(...personalTexts(properties, place));
  const named = ZoneProperties.and(LabelPlace).safeParse(properties);
  if (!named.success) problems.push(...refusals(named.error.issues, place, properties));
  const shape = readShape(geometry, place, problems);
  if (!named.success || !shape) return [];
  const { label_lon, label_lat, ...rest } = named.data;
  const label: [number, number] =
    label_lon !== undefined && label_lat !== undefined ? [label_lon, label_lat] : labelPlace(shape);
  return [{ value: { ...rest, label, geometry: shape }, where: place.where }];
}

function readShape(
  raw: { type: string; coordinates: unknown },
  place: { file: string; where: string },
  problems: Problem[],
): Polygon | MultiPolygon | null {
  if (raw.type !== "Polygon" && raw.type !== "MultiPolygon") {
    const remedy = "Draw the zone as a Polygon or MultiPolygon.";
    problems.push({
      ...place,
      kind: "not_area",
      field: "geometry.type",
      value: oneLine(raw.type),
      problem: "is not an area",
      remedy,
    });
    return null;
  }
  const geometry = Geometry.safeParse(raw);
  if (!geometry.success) {
    problems.push(
      ...refusals(geometry.error.issues, place, raw).map((problem) => ({
        ...problem,
        field: `geometry.${problem.field}`,
        remedy: "Write coordinates as rings of [longitude, latitude] in degrees.",
      })),
    );
    return null;
  }
  const faults = geometryFaults(geometry.data);
  problems.push(...faults.map((fault) => ({ ...place, ...fault })));
  return faults.length === 0 ? normalised(geometry.data) : null;
}

function idOf(raw: unknown): string | null {
  const found = z.object({ properties: z.object({ id: z.union([z.string(), z.number()]) }) }).safeParse(raw);
  return found.success ? String(found.data.properties.id) : null;
}
