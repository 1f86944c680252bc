import type { ZoneFeature, ZoneProperties } from "../draft.ts";
import { proposeId } from "../services/newService.ts";

/** What a file of zones would do to those that are there. */
export type ZoneImport = {
  features: ZoneFeature[];
  same: ZoneFeature[];
  /** Another shape under the same name: a zone of its own, with an id of its own. */
  redrawn: { was: ZoneFeature; is: ZoneFeature }[];
  added: ZoneFeature[];
  removed: ZoneFeature[];
};

/** Why a file is not taken; `detail` is what was found. */
export type FileRefused = { refused: "json" | "collection" | "shape" | "name" | "crs"; detail: string };

type Raw = { type?: unknown; properties?: Record<string, unknown>; geometry?: { type?: unknown } };

/**
 * Reads a GeoJSON file of zones beside those that are there. A zone is known again by its id, else by its name; it then
 * keeps its names, population, addresses and parent where the file says none.
 */
export function readZoneFile(text: string, zones: readonly ZoneFeature[]): ZoneImport | FileRefused {
  const file = parsed(text);
  if (file === undefined) return { refused: "json", detail: text.slice(0, 40) };
  const { features, crs } = file as { features?: unknown; crs?: { properties?: { name?: unknown } } };
  if (!Array.isArray(features) || features.length === 0) return { refused: "collection", detail: "" };
  const reference = String(crs?.properties?.name ?? "CRS84");
  if (!/CRS84|4326/.test(reference)) return { refused: "crs", detail: reference.slice(0, 60) };
  const bad = features.findIndex((one: Raw) => !/^(Multi)?Polygon$/.test(String(one?.geometry?.type)));
  if (bad >= 0) return { refused: "shape", detail: String(bad + 1) };
  const nameless = features.findIndex((one: Raw) => nameIn(one) === "");
  if (nameless >= 0) return { refused: "name", detail: String(nameless + 1) };
  return compared(features as Raw[], zones);
}

function compared(raws: readonly Raw[], zones: readonly ZoneFeature[]): ZoneImport {
  const made: ZoneImport = { features: [], same: [], redrawn: [], added: [], removed: [] };
  const taken = zones.map(({ properties }) => String(properties.id));
  const known = new Set<ZoneFeature>();
  for (const raw of raws) {
    const was = zones.find((zone) => !known.has(zone) && isSame(zone.properties, raw));
    if (was) known.add(was);
    const is = featureOf(raw, was, taken);
    taken.push(is.properties.id);
    made.features.push(is);
    if (!was) made.added.push(is);
    else if (is.properties.id === was.properties.id) made.same.push(is);
    else made.redrawn.push({ was, is });
  }
  made.removed = zones.filter((zone) => !known.has(zone));
  return made;
}

function featureOf(raw: Raw, was: ZoneFeature | undefined, taken: readonly string[]): ZoneFeature {
  const same = was && sameShape(was.geometry, raw.geometry);
  if (same)
    return { ...was, properties: { ...was.properties, ...propertiesOf(raw, was, was.properties.id) } };
  const id = proposeId(was?.properties.id ?? nameIn(raw), taken);
  return { type: "Feature", properties: propertiesOf(raw, was, id), geometry: raw.geometry } as ZoneFeature;
}

const OWN = ["name", "name_it", "name_en", "population", "addresses", "parent", "approximate"] as const;

/** The fields a zone has here: the file's, else those it had. A label's place goes with the shape it was made for. */
function propertiesOf(raw: Raw, was: ZoneFeature | undefined, id: string): ZoneProperties {
  const said = raw.properties ?? {};
  const fields = OWN.flatMap((field) => {
    const value = said[field] ?? was?.properties[field];
    return value === undefined ? [] : [[field, value] as const];
  });
  return { name: nameIn(raw), population: null, approximate: false, ...Object.fromEntries(fields), id };
}

const isSame = ({ id, name }: ZoneProperties, raw: Raw): boolean => {
  const own = raw.properties?.["id"];
  return own === undefined ? folded(name) === folded(nameIn(raw)) : String(own) === String(id);
};

const nameIn = ({ properties = {} }: Raw): string =>
  String(
    properties?.["name_it"] ?? properties?.["name"] ?? properties?.["nome"] ?? properties?.["id"] ?? "",
  ).trim();

const folded = (name: string) => name.trim().toLocaleLowerCase();

const sameShape = (a: unknown, b: unknown): boolean =>
  JSON.stringify((a as { coordinates?: unknown })?.coordinates) ===
  JSON.stringify((b as { coordinates?: unknown })?.coordinates);

function parsed(text: string): object | undefined {
  try {
    const found: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof found === "object" && found !== null ? found : undefined;
  } catch {
    return undefined;
  }
}
