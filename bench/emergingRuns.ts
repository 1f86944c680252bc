import { perturbationTable, publishedValue } from "../domain/cellKey.ts";
import { type BaseAndNow, cellAlarms } from "../domain/emerging/cellAlarm.ts";
import type { EpochInput, NeedSeries, Tools, WindowCell } from "../domain/emerging/needSeries.ts";
import { PARAMETERS } from "../domain/emerging/parameters.ts";
import { readEpoch } from "../domain/emerging/readEpoch.ts";
import type { Reading } from "../domain/emerging/reading.ts";
import { benjaminiHochberg } from "../domain/stats/fdr.ts";
import { circlesOf } from "../domain/stats/scan/circles.ts";
import { permutationScan } from "../domain/stats/scan/permutationScan.ts";
import { poissonScan } from "../domain/stats/scan/poissonScan.ts";
import { type Cluster, decidedAt } from "../domain/stats/scan/spaceTimeScan.ts";
import { type Random, randomOf } from "../server/simulate/random.ts";
import type { City } from "./simulatedCity.ts";

/**
 * What each method tells of a city: of one with struck zones whether it finds any of them, of others whether it tells of
 * anything. Of what the page tells: `lit`, the share of the zones it calls emerging; `places`, whether it names any zone or
 * cluster; `city`, whether it tells of the whole city.
 */
export type Told = Record<"e1" | "e2" | "page" | "blind" | "places" | "city", boolean> & { lit: number };

const WINDOW = 3;
const LEVEL = 0.05;

/** The methods by themselves, on plain hours and with methods A4's bounds; and the page, as the product reads a close. */
export function toldOf(city: City, seed: number): Told {
  const reading = readEpoch(inputOf(city, city), toolsOf(city, seed));
  const zones = reading.states.zone.flatMap((zone, i) => (zone === null ? [] : [reading.states.state[i]]));
  const lit = zones.filter((state) => state === "emerging" || state === "confirmed").length;
  return {
    e1: matters(city, alarmed(city)),
    e2: matters(city, clustered(city, seed)),
    page: matters(city, toldZones(reading)),
    blind: matters(city, clusteredBlindly(city, seed)),
    lit: lit / city.places.length,
    places: reading.findings.some(({ zones }) => zones.length > 0),
    city: reading.findings.some(({ kind }) => kind === "city"),
  };
}

/** Zones alone or together, by index; none: the whole city. */
type Places = number[][];

function matters({ struck }: City, places: Places): boolean {
  if (struck.length === 0) return places.length > 0;
  return places.some((zones) => zones.some((zone) => struck.includes(zone)));
}

function alarmed({ places, counts, hours, weeks }: City): Places {
  const spent = (zone: number, [from, to]: [number, number]) => {
    const span: [number, number] = [zone * weeks + from, zone * weeks + to];
    return { count: sumOf(counts, span), hours: sumOf(hours, span) };
  };
  const tallies = places.map(
    (_, zone): BaseAndNow => ({
      base: spent(zone, [0, weeks - WINDOW]),
      now: spent(zone, [weeks - WINDOW, weeks]),
    }),
  );
  const found = cellAlarms(tallies, { movement: 1 });
  const q = benjaminiHochberg(found.map(({ p }) => p));
  return tallies.flatMap(({ now }, zone) => {
    const enough = now.count >= 5 && now.count >= 1.5 * (found[zone]?.expected ?? Number.POSITIVE_INFINITY);
    return enough && (q[zone] ?? 1) <= LEVEL ? [[zone]] : [];
  });
}

function sumOf(values: ArrayLike<number>, [from, to]: [number, number]): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] ?? 0;
  return sum;
}

/** Three or more seen, as in A4, of which 199 replicates decide. */
const OF_A4 = { level: LEVEL, fewest: 3, replicates: 199 };
/** Where nobody's hours are known, as the page asks. */
const OF_PAGE = {
  level: PARAMETERS.clusterQ,
  fewest: PARAMETERS.fewestInCluster,
  replicates: PARAMETERS.replicates,
};
type Bounds = typeof OF_A4;

const howOf = ({ level, replicates }: Bounds) => ({
  ...{ longest: PARAMETERS.longestCluster, mostClusters: 3, replicates },
  stopAt: decidedAt(level, replicates),
});

function clustered({ places, counts, hours, weeks }: City, seed: number): Places {
  const rates = places.map((_, zone) => {
    const own = (values: ArrayLike<number>) => sumOf(values, [zone * weeks, (zone + 1) * weeks]);
    return own(hours) > 0 ? own(counts) / own(hours) : 0;
  });
  const expected = hours.map((spent, cell) => (rates[Math.floor(cell / weeks)] ?? 0) * spent);
  const scanned = { counts, expected, weeks, circles: circlesOf(places) };
  return sure(poissonScan(scanned, { ...howOf(OF_A4), random: randomOf(seed, "scan") }), OF_A4);
}

function clusteredBlindly({ places, counts, weeks }: City, seed: number): Places {
  const scanned = { counts, weeks, circles: circlesOf(places) };
  return sure(permutationScan(scanned, { ...howOf(OF_PAGE), random: randomOf(seed, "blind") }), OF_PAGE);
}

const sure = (clusters: readonly Cluster[], { level, fewest }: Bounds): Places =>
  clusters.filter(({ p, observed }) => p <= level && observed >= fewest).map(({ zones }) => zones);

const toldZones = ({ findings }: Reading): Places =>
  findings
    .filter(({ kind }) => kind !== "trend")
    .map(({ zones }) => zones.map((zone) => Number(zone.slice(1))));

const NEED = "need";

function inputOf({ places, weeks }: City, series: Omit<NeedSeries, "need" | "sensitive">): EpochInput {
  const { counts, hours, standard, services } = series;
  const monday = Date.UTC(2026, 10, 16);
  const columns = Array.from({ length: weeks }, (_, i) => {
    const from = new Date(monday - (weeks - 1 - i) * 7 * 86_400_000).toISOString().slice(0, 10);
    return { id: i === weeks - 1 ? "2026-W47" : `week of ${from}`, from, closed: true };
  });
  return {
    epoch: "2026-W47",
    weeks: columns,
    zones: places.map((place, i) => ({ id: `Z${i}`, place })),
    neighbours: places.map(() => []),
    needs: [{ need: NEED, sensitive: false, counts, hours, standard, services }],
    months: { months: [], cells: [] },
    previous: [],
  };
}

const TABLE = perturbationTable({ D: 6, V: 4 });

/** The gate's rule with random keys; a cell asked for again is answered alike. Repeat sightings are not simulated. */
function toolsOf({ places, counts, weeks }: City, seed: number): Tools {
  const keys = randomOf(seed, "gate");
  const known = new Map<string, number | null>();
  const published = ({ zones, weeks: long }: WindowCell) => {
    const asked = zones ?? places.map((_, zone) => zone);
    const n = asked.reduce(
      (sum, zone) => sum + sumOf(counts, [(zone + 1) * weeks - long, (zone + 1) * weeks]),
      0,
    );
    return publishedValue(n, keys(), { table: TABLE, floor: 2, threshold: PARAMETERS.fewestSeen });
  };
  return {
    random: (name): Random => randomOf(seed, name),
    shown: (cell) => {
      const id = `${cell.zones?.join(" ")}|${cell.weeks}`;
      const value = known.has(id) ? (known.get(id) ?? null) : published(cell);
      known.set(id, value);
      return value;
    },
  };
}
