import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Zones } from "../../../client/map/zoneShapes.ts";

const file = join(import.meta.dirname, "..", "..", "..", "data", "cesena", "zones.geojson");
const { type, features } = JSON.parse(readFileSync(file, "utf8")) as Zones;

/** The zones of the demo, their names in their middle. */
export const cesena: Zones = {
  type,
  features: features.map((zone) => ({
    ...zone,
    properties: { ...zone.properties, label: middle(zone.geometry.coordinates.flat(4)) },
  })),
};

function middle(numbers: number[]): [number, number] {
  const mean = (at: 0 | 1) => {
    const mine = numbers.filter((_, i) => i % 2 === at);
    return mine.reduce((sum, value) => sum + value, 0) / mine.length;
  };
  return [mean(0), mean(1)];
}
