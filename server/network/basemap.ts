import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { z } from "zod";
import { faded, frameOf } from "./fade.ts";
import { NetworkRefused, type Problem } from "./NetworkRefused.ts";
import { readJson } from "./readJson.ts";
import { readText } from "./readText.ts";
import { refusals } from "./refusal.ts";

/** Layers that are whole wherever they reach: they do not fade at the edge of the others. */
const CONTEXT = ["boundary", "neighbours", "places"];

const DRAWN = z.object({
  kind: z.number().optional(),
  name: z.string().optional(),
  name_it: z.string().optional(),
  name_en: z.string().optional(),
});

const position = z.array(z.number()).min(2);
const Drawable = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Point"), coordinates: position }),
  z.object({ type: z.literal("LineString"), coordinates: z.array(position).min(2) }),
  z.object({ type: z.literal("MultiLineString"), coordinates: z.array(z.array(position).min(2)) }),
  z.object({ type: z.literal("Polygon"), coordinates: z.array(z.array(position).min(4)) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(z.array(position).min(4))) }),
]);

const Layer = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.object({ type: z.literal("Feature"), properties: DRAWN.nullable(), geometry: Drawable }),
  ),
});

/**
 * The basemap of a network folder, layer name → GeoJSON text: only what is drawn, five decimals, and on each feature but
 * those of the context layers a `fade` from 1 to 0 at the edge of what the layers cover together. No folder: no layers.
 * @throws NetworkRefused when a layer is not GeoJSON that can be drawn
 */
export async function loadBasemap(dir: string): Promise<Record<string, string>> {
  const entries = await readdir(join(dir, "basemap")).catch(() => []);
  const names = entries.flatMap((file) => /^([a-z][a-z0-9-]*)\.geojson$/.exec(file)?.[1] ?? []).sort();
  const problems: Problem[] = [];
  const layers: { name: string; features: Feature[] }[] = [];
  for (const name of names) layers.push({ name, features: await readLayer(dir, name, problems) });
  if (problems.length > 0) throw new NetworkRefused(dir, problems);

  const fading = layers.filter(({ name }) => !CONTEXT.includes(name));
  const frame = frameOf(fading.flatMap(({ features }) => features.map(({ geometry }) => geometry)));
  return Object.fromEntries(
    layers.map(({ name, features }) => {
      const drawn =
        frame && !CONTEXT.includes(name) ? features.flatMap((feature) => faded(feature, frame)) : features;
      return [name, minified(drawn)];
    }),
  );
}

async function readLayer(dir: string, name: string, problems: Problem[]): Promise<Feature[]> {
  const file = `basemap/${name}.geojson`;
  const text = await readText(dir, file, problems);
  const raw = text === null ? undefined : readJson(text, file, problems);
  if (raw === undefined) return [];
  const layer = Layer.safeParse(raw);
  if (!layer.success) {
    problems.push(...refusals(layer.error.issues.slice(0, 5), { file, where: "" }, raw));
    return [];
  }
  return layer.data.features.flatMap(singles);
}

/** A MultiLineString as its lines: each fades by itself. */
function singles(feature: { type: "Feature"; properties: object | null; geometry: Geometry }): Feature[] {
  const { geometry } = feature;
  const properties = { ...feature.properties };
  if (geometry.type !== "MultiLineString") return [{ type: "Feature", properties, geometry }];
  return geometry.coordinates.map((coordinates) => ({
    type: "Feature",
    properties,
    geometry: { type: "LineString", coordinates },
  }));
}

function minified(features: Feature[]): string {
  const collection: FeatureCollection = { type: "FeatureCollection", features };
  return JSON.stringify(collection, (_, value) =>
    typeof value === "number" ? Math.round(value * 1e5) / 1e5 : value,
  );
}
