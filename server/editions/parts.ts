import { z } from "zod";
import { AimRelation, Need, NetworkFile, Schedule, Service } from "../../domain/network.ts";

/** What of a network is edited on screen, one list each; `settings` is a list of one. */
export const PARTS = [
  "services",
  "schedules",
  "needs",
  "groups",
  "slots",
  "aims",
  "relations",
  "zones",
  "settings",
] as const;
export const Part = z.enum(PARTS);
export type Part = z.infer<typeof Part>;

/** A row of a file as it is written: cells of a table are strings, zones are GeoJSON features. */
export type Row = Record<string, unknown>;

/** A network folder as rows; `frame` is what zones.geojson says beside its features. */
export type Folder = { parts: Record<Part, Row[]>; frame: Row };

export const NETWORK = "network.json";
export const ZONES = "zones.geojson";

/** The id comes first, as in files written by hand. */
const columns = (schema: z.ZodObject) =>
  Object.keys(schema.shape).sort((a, b) => Number(b === "id") - Number(a === "id"));

/** The parts that are tables: file and columns. */
export const TABLES = {
  services: { file: "services.csv", columns: columns(Service) },
  schedules: { file: "schedules.csv", columns: columns(Schedule) },
  needs: { file: "needs.csv", columns: columns(Need) },
  relations: { file: "aims.csv", columns: columns(AimRelation) },
} as const;

/** The parts that are lists of network.json; what else it holds is `settings`. */
export const LISTS = ["groups", "slots", "aims"] as const;

export const SETTINGS = columns(NetworkFile).filter((key) => !LISTS.some((list) => list === key));

export type TablePart = keyof typeof TABLES;
export const isTable = (part: Part): part is TablePart => Object.hasOwn(TABLES, part);

export function fileOf(part: Part): string {
  if (isTable(part)) return TABLES[part].file;
  return part === "zones" ? ZONES : NETWORK;
}

export const FILES = [...new Set(PARTS.map(fileOf))];

/** What a row is called in lists of changes and problems; "" when it has no id. */
export function idOf(part: Part, row: Row | undefined): string {
  if (part === "settings") return "settings";
  if (part === "relations") return [row?.["a"], row?.["b"]].map(String).sort().join(", ");
  const id = part === "zones" ? Object(row?.["properties"]).id : row?.["id"];
  return typeof id === "string" || typeof id === "number" ? String(id).slice(0, 80) : "";
}
