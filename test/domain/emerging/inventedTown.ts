import type { EpochInput, NeedSeries, Tools } from "../../../domain/emerging/needSeries.ts";
import type { Reading } from "../../../domain/emerging/reading.ts";
import { addDays, periodOf } from "../../../domain/period.ts";

/** A value for each zone and week; `back` 0 is the epoch, 1 the week before it. */
type ByWeek = (zone: number, back: number) => number;

/** One service able to see a need: how often it records it, and its hours. */
type Seen = { counts: ByWeek; hours: ByWeek };
type Told = { need?: string; sensitive?: boolean; services: Seen[] };
type Town = { needs: Told[]; zones?: number; weeks?: number; epochMonday?: string; previous?: Reading[] };

/** A need that one service sees twice a week in four hours in every zone; what is given replaces that. */
export const steady = (of: Partial<Seen> & Omit<Told, "services"> = {}): Told => {
  const { counts = () => 2, hours = () => 4, ...told } = of;
  return { ...told, services: [{ counts, hours }] };
};

/** A town of zones in a row, about a km apart, read at a week of November 2026, after 29 closed ones. */
export function town({ needs, zones = 6, weeks = 31, epochMonday = "2026-11-16", previous = [] }: Town) {
  const mondays = Array.from({ length: weeks }, (_, t) => addDays(epochMonday, -7 * (weeks - 1 - t)));
  const input: EpochInput = {
    epoch: periodOf("week", epochMonday).id,
    weeks: mondays.map((from) => ({ id: periodOf("week", from).id, from, closed: true })),
    zones: Array.from({ length: zones }, (_, zone) => ({
      id: `z${zone}`,
      place: [zone + zone * zone * 0.01, 0],
    })),
    neighbours: Array.from({ length: zones }, (_, zone) =>
      [zone - 1, zone + 1].filter((other) => other >= 0 && other < zones),
    ),
    needs: needs.map((told, i) => seriesOf(told, { zones, weeks, name: `n${i}` })),
    months: { months: [], cells: [] },
    previous,
  };
  return input;
}

function seriesOf(
  { need, sensitive = false, services }: Told,
  { zones, weeks, name }: { zones: number; weeks: number; name: string },
): NeedSeries {
  const cells = zones * weeks;
  const at = (by: ByWeek, i: number) => by(Math.floor(i / weeks), weeks - 1 - (i % weeks));
  const total = (of: keyof Seen) => (_: unknown, i: number) =>
    services.reduce((sum, service) => sum + at(service[of], i), 0);
  const hours = Float64Array.from({ length: cells }, total("hours"));
  return {
    need: need ?? name,
    sensitive,
    counts: Int32Array.from({ length: cells }, total("counts")),
    hours,
    standard: hours.slice(),
    services: services.map((service) => ({
      counts: Int32Array.from({ length: cells }, (_, i) => at(service.counts, i)),
      hours: Float64Array.from({ length: cells }, (_, i) => at(service.hours, i)),
    })),
  };
}

/** Zones `zones` show `count` in each of the last `weeks` weeks, else `other`. */
export const grown =
  (zones: readonly number[], count: number, { weeks = 3, other = 2 } = {}): ByWeek =>
  (zone, back) =>
    zones.includes(zone) && back < weeks ? count : other;

/** Numbers in [0, 1) from a name (a plain hash and xorshift): the same every time. */
export function seeded(name: string): () => number {
  let state = [...name].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0, 7) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A gate without noise: the true count from 5 up (sensitive: 10), else nothing. */
export function plainGate(input: EpochInput): Tools {
  const weeks = input.weeks.length;
  return {
    random: seeded,
    shown: ({ need, zones, weeks: late }) => {
      const series = input.needs.find((one) => one.need === need);
      const inCell = (i: number) =>
        i % weeks >= weeks - late && (zones?.includes(Math.floor(i / weeks)) ?? true);
      const count = Array.from(series?.counts ?? []).reduce(
        (sum, one, i) => (inCell(i) ? sum + one : sum),
        0,
      );
      return count >= (series?.sensitive ? 10 : 5) ? count : null;
    },
  };
}

/** The state said of a need in a zone (`null`: the city). */
export const stateOf = ({ states }: Reading, need: string, zone: string | null) =>
  states.state[states.need.findIndex((one, i) => one === need && states.zone[i] === zone)];
