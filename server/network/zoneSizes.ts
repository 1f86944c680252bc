import type { Zone } from "../../domain/network.ts";
import type { Problem, Warning } from "./NetworkRefused.ts";
import type { Located } from "./readTable.ts";

/** A zone holds so many residents, or addresses, or somebody may be found in it. @see methods C4 */
const FEWEST = { residents: 1000, addresses: 200 };

const FILE = "zones.geojson";
const REMEDY = `Join it with a zone beside it, or say how many "addresses" it has, when they are ${FEWEST.addresses} or more.`;

type Row = Located<Zone>;

/** Zones of which it is known that they are too small. */
export const tooSmall = (rows: readonly Row[]): Problem[] =>
  rows
    .filter(({ value }) => !isUnknown(value) && !isLarge(value))
    .map(({ value, where }) => ({
      kind: "too_small",
      ...{ file: FILE, where, field: value.population === null ? "addresses" : "population" },
      value: String(value.population ?? value.addresses),
      problem: `is too few for a zone, in which nobody may be found (${FEWEST.residents} residents or ${FEWEST.addresses} addresses)`,
      remedy: REMEDY,
    }));

/** Zones of which neither is known, in one warning. */
export function unknownSizes(rows: readonly Row[]): Warning[] {
  const unknown = rows.filter(({ value }) => isUnknown(value)).map(({ value }) => value.id);
  if (unknown.length === 0) return [];
  return [
    {
      ...{ kind: "zone_size", file: FILE, where: "", field: "population", value: unknown.join(", ") },
      problem: `neither population nor addresses are said: a zone holds ${FEWEST.residents} residents or ${FEWEST.addresses} addresses, or somebody may be found in it`,
      remedy: "Write what is known of them.",
      said: { zones: unknown.join(",") },
    },
  ];
}

const isUnknown = ({ population, addresses }: Zone): boolean =>
  population === null && addresses === undefined;

const isLarge = ({ population, addresses = 0 }: Zone): boolean =>
  (population ?? 0) >= FEWEST.residents || addresses >= FEWEST.addresses;
