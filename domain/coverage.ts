import { HOURS, type Slot, slotOf, weekdayOf } from "./week.ts";
import { popcount, type WeekMask, weekCount, weekMask } from "./weekMask.ts";

/** What GET /api/coverage answers: columns; masks are plain numbers, bit i = `weeks[i]`. */
export type CoverageAnswer = {
  period: string;
  from: string;
  to: string;
  weeks: string[];
  days: number[];
  presence: { service: string[]; zone: string[]; hour: number[]; planned: number[]; seen: number[] };
  visits: { zone: string[]; slot: string[]; last: string[] };
  hours: { zone: string[]; slot: string[]; weekpart: string[]; service: string[]; hours: number[] };
};

/** The order of zones and services in the tables of a `Coverage`, and the rules of their network. */
export type Town = {
  zones: readonly string[];
  services: readonly string[];
  slots: readonly Slot[];
  dayStart: number;
  shelfLifeWeeks: number;
};

/** Coverage laid out for scrubbing: masks as pairs of 32-bit halves, [zone][service][hour of the week]. */
export type Coverage = Town & {
  from: string;
  to: string;
  weeks: readonly string[];
  days: readonly WeekMask[];
  planned: Uint32Array;
  seen: Uint32Array;
  /** 1 where nobody was seen in that zone and slot within the shelf life: [zone][hour of the week]. */
  forgotten: Uint8Array;
};

/** Whether a service is usually seen, planned but rarely seen, or neither. */
export type Standing = "seen" | "rare" | "absent";

/** One service in one zone over chosen hours: the weeks it was seen and planned, and in how many it could have been. */
export type Stay = { seen: WeekMask; planned: WeekMask; weeks: number; standing: Standing };

/**
 * Lays an answer out for scrubbing. Zones, services and slots the network does not know are left out.
 * @param daysBetween days from the first ISO date to the second
 */
export function coverageOf(
  answer: CoverageAnswer,
  town: Town,
  daysBetween: (from: string, to: string) => number,
): Coverage {
  const cells = town.zones.length * town.services.length * HOURS * 2;
  const coverage: Coverage = {
    ...town,
    from: answer.from,
    to: answer.to,
    weeks: answer.weeks,
    days: answer.days.map(weekMask),
    planned: new Uint32Array(cells),
    seen: new Uint32Array(cells),
    forgotten: forgotten(answer, town, daysBetween),
  };
  const { presence } = answer;
  presence.zone.forEach((zone, i) => {
    const at = cellOf(coverage, { zone, service: presence.service[i] ?? "" }, presence.hour[i] ?? 0);
    if (at === null) return;
    put(coverage.planned, at, presence.planned[i] ?? 0);
    put(coverage.seen, at, presence.seen[i] ?? 0);
  });
  return coverage;
}

/** Weeks of the period in which at least one of the chosen hours' days lies. */
export function weeksChosen(
  { days, dayStart }: Pick<Coverage, "days" | "dayStart">,
  hours: readonly number[],
): WeekMask {
  const weeks = { lo: 0, hi: 0 };
  for (const day of new Set(hours.map((hour) => weekdayOf(hour, dayStart)))) {
    weeks.lo = (weeks.lo | (days[day]?.lo ?? 0)) >>> 0;
    weeks.hi = (weeks.hi | (days[day]?.hi ?? 0)) >>> 0;
  }
  return weeks;
}

/**
 * How a service stands in a zone over chosen hours: *seen* in at least half of the weeks in which those days lie in the
 * period (present in any chosen hour counts), else *rare* when planned in at least half of them, else *absent*.
 * Unknown zones and services are absent.
 */
export function stayOf(
  coverage: Coverage,
  place: { zone: string; service: string },
  hours: readonly number[],
): Stay {
  const weeks = weekCount(weeksChosen(coverage, hours));
  const seen = gather(coverage, { ...place, table: coverage.seen }, hours);
  const planned = gather(coverage, { ...place, table: coverage.planned }, hours);
  return { seen, planned, weeks, standing: standingOf(weekCount(seen), weekCount(planned), weeks) };
}

/** The standing that counts of weeks give. With no week in the period nobody stands anywhere. */
export function standingOf(seen: number, planned: number, weeks: number): Standing {
  if (weeks === 0) return "absent";
  if (seen * 2 >= weeks) return "seen";
  return planned * 2 >= weeks ? "rare" : "absent";
}

/** Whether a zone has a chosen hour in whose slot nobody was seen within the shelf life. */
export function isForgotten(coverage: Coverage, zone: string, hours: readonly number[]): boolean {
  const at = coverage.zones.indexOf(zone) * HOURS;
  return at < 0 || hours.some((hour) => coverage.forgotten[at + hour] === 1);
}

/** Index of the low half of a cell, or null when the network has no such zone, service or hour. */
export function cellOf(
  town: Town,
  { zone, service }: { zone: string; service: string },
  hour: number,
): number | null {
  const [z, s] = [town.zones.indexOf(zone), town.services.indexOf(service)];
  if (z < 0 || s < 0 || hour < 0 || hour >= HOURS) return null;
  return ((z * town.services.length + s) * HOURS + hour) * 2;
}

/** Weeks held by one cell of a table. */
export function weeksAt(table: Uint32Array, at: number): number {
  return popcount(table[at] ?? 0) + popcount(table[at + 1] ?? 0);
}

function gather(
  coverage: Coverage,
  { table, ...place }: { zone: string; service: string; table: Uint32Array },
  hours: readonly number[],
): WeekMask {
  const first = cellOf(coverage, place, 0);
  let [lo, hi] = [0, 0];
  if (first !== null) {
    for (const hour of hours) {
      lo |= table[first + hour * 2] ?? 0;
      hi |= table[first + hour * 2 + 1] ?? 0;
    }
  }
  return { lo: lo >>> 0, hi: hi >>> 0 };
}

function put(table: Uint32Array, at: number, bits: number): void {
  const { lo, hi } = weekMask(bits);
  table[at] = lo;
  table[at + 1] = hi;
}

function forgotten(
  { visits, to }: CoverageAnswer,
  { zones, slots, shelfLifeWeeks }: Town,
  daysBetween: (from: string, to: string) => number,
): Uint8Array {
  const last = new Map(visits.zone.map((zone, i) => [`${zone} ${visits.slot[i]}`, visits.last[i] ?? ""]));
  const flags = new Uint8Array(zones.length * HOURS);
  const slotIds = new Map(slots.map((slot) => [slot.id, [] as number[]]));
  for (let hour = 0; hour < HOURS; hour++) slotIds.get(slotOf(hour, slots).id)?.push(hour);
  zones.forEach((zone, z) => {
    for (const [slot, hours] of slotIds) {
      const day = last.get(`${zone} ${slot}`);
      if (day !== undefined && daysBetween(day, to) <= shelfLifeWeeks * 7) continue;
      for (const hour of hours) flags[z * HOURS + hour] = 1;
    }
  });
  return flags;
}
