import { HOURS, type Slot, slotOf } from "./week.ts";
import { popcount, type WeekMask, weekMask } from "./weekMask.ts";

/** What GET /api/coverage answers: columns; masks are plain numbers, bit i = `weeks[i]`. */
export type CoverageAnswer = {
  period: string;
  from: string;
  to: string;
  weeks: string[];
  days: number[];
  presence: { service: string[]; zone: string[]; hour: number[]; planned: number[]; seen: number[] };
  visits: { zone: string[]; slot: string[]; service: string[]; last: string[] };
  hours: HoursHeld["hours"] & { planned: number[]; seen: number[] };
  reliability: {
    service: string[];
    recorded: boolean[];
    confirmed: number[];
    declared: number[];
    rho: number[];
  };
};

/**
 * Hours to count on by zone, slot and service: seen where a service keeps a record, else planned times its reliability.
 * `seen`: of these, those really seen; all of them when it is left out.
 */
export type HoursHeld = {
  hours: {
    zone: string[];
    slot: string[];
    weekpart: string[];
    service: string[];
    hours: number[];
    seen?: number[];
  };
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
  /** Last ISO day on which anybody was seen, by "zone slot"; nothing = never. */
  lastSeen: ReadonlyMap<string, string>;
  /** "zone slot service" where that service was seen within the shelf life. */
  recent: ReadonlySet<string>;
  /** Services that keep no record of this period, with their reliability: of them only the plan is known. */
  unrecorded: ReadonlyMap<string, number>;
};

/**
 * Lays an answer out for scrubbing. Zones, services and slots the network does not know are left out.
 * @param daysBetween days from the first ISO date to the second
 */
export function coverageOf(
  answer: CoverageAnswer,
  town: Town,
  daysBetween: (from: string, to: string) => number,
): Coverage {
  const lastSeen = lastSeenBy(answer);
  const cells = town.zones.length * town.services.length * HOURS * 2;
  const coverage: Coverage = {
    ...town,
    from: answer.from,
    to: answer.to,
    weeks: answer.weeks,
    days: answer.days.map(weekMask),
    planned: new Uint32Array(cells),
    seen: new Uint32Array(cells),
    forgotten: forgotten({ ...town, lastSeen }, (day) => daysBetween(day, answer.to)),
    lastSeen,
    recent: recentVisits(answer, (day) => daysBetween(day, answer.to) <= town.shelfLifeWeeks * 7),
    unrecorded: unrecordedOf(answer),
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

/** Slots of chosen hours in which nobody was seen in a zone within the shelf life; `all` of them, and when `last` (null = never). */
export type Stale = { slots: string[]; all: boolean; last: string | null };

/** What of the chosen hours is not known of a zone; `null` when somebody was seen in every slot within the shelf life. */
export function staleOf(coverage: Coverage, zone: string, hours: readonly number[]): Stale | null {
  const at = coverage.zones.indexOf(zone) * HOURS;
  const slots = new Set(hours.map((hour) => slotOf(hour, coverage.slots).id));
  const old = hours.filter((hour) => at < 0 || coverage.forgotten[at + hour] === 1);
  const stale = [...new Set(old.map((hour) => slotOf(hour, coverage.slots).id))];
  if (stale.length === 0) return null;
  const days = stale.flatMap((slot) => coverage.lastSeen.get(`${zone} ${slot}`) ?? []);
  return { slots: stale, all: stale.length === slots.size, last: days.sort().at(-1) ?? null };
}

/** Whether a zone has a chosen hour in whose slot nobody was seen within the shelf life. */
export function isForgotten(coverage: Coverage, zone: string, hours: readonly number[]): boolean {
  const at = coverage.zones.indexOf(zone) * HOURS;
  return at < 0 || hours.some((hour) => coverage.forgotten[at + hour] === 1);
}

/** Whether nothing at all is known of anybody's presence: nobody is planned or was ever seen, in the whole network. */
export function isBlind({
  planned,
  seen,
  lastSeen,
}: Pick<Coverage, "planned" | "seen" | "lastSeen">): boolean {
  return lastSeen.size === 0 && planned.every((bits) => bits === 0) && seen.every((bits) => bits === 0);
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

function put(table: Uint32Array, at: number, bits: number): void {
  const { lo, hi } = weekMask(bits);
  table[at] = lo;
  table[at + 1] = hi;
}

function lastSeenBy({ visits }: CoverageAnswer): Map<string, string> {
  const last = new Map<string, string>();
  visits.zone.forEach((zone, i) => {
    const [key, day] = [`${zone} ${visits.slot[i]}`, visits.last[i] ?? ""];
    if (day > (last.get(key) ?? "")) last.set(key, day);
  });
  return last;
}

function recentVisits({ visits }: CoverageAnswer, isRecent: (day: string) => boolean): Set<string> {
  const keys = visits.zone.map((zone, i) => `${zone} ${visits.slot[i]} ${visits.service[i]}`);
  return new Set(keys.filter((_, i) => isRecent(visits.last[i] ?? "")));
}

function unrecordedOf({ reliability }: CoverageAnswer): Map<string, number> {
  const all = reliability.service.map((service, i) => [service, reliability.rho[i] ?? 0] as const);
  return new Map(all.filter((_, i) => !reliability.recorded[i]));
}

function forgotten(
  { zones, slots, shelfLifeWeeks, lastSeen }: Town & Pick<Coverage, "lastSeen">,
  daysSince: (day: string) => number,
): Uint8Array {
  const flags = new Uint8Array(zones.length * HOURS);
  zones.forEach((zone, z) => {
    for (let hour = 0; hour < HOURS; hour++) {
      const day = lastSeen.get(`${zone} ${slotOf(hour, slots).id}`);
      if (day === undefined || daysSince(day) > shelfLifeWeeks * 7) flags[z * HOURS + hour] = 1;
    }
  });
  return flags;
}
