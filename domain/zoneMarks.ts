import { type Coverage, cellOf, isForgotten, type Stale, staleOf, weeksAt } from "./coverage.ts";
import { type Occasions, type Stay, standingOf, stayOf } from "./stay.ts";
import { HOURS, hourAtPlace, weekdayOf } from "./week.ts";
import { weekCount, weeksIn } from "./weekMask.ts";

/** What is chosen, whatever the screen: hours of the week by occasion, and the services that count (`null` = all). */
export type Choice = { occasions: Occasions; services: readonly string[] | null };

/**
 * Why a service is only sometimes there: usual on some of the chosen days (*days*), planned but seen in fewer than half
 * of its shifts (*missing*), there every second week (*alternate*), or *some* weeks; or planned, and it keeps no record of
 * whether it comes (*declared*).
 */
export type Rhythm = "days" | "missing" | "alternate" | "some" | "declared";

/** A service planned or seen at some occasions, not usually: seen at `seen` of `of`. */
export type Rare = { service: string; rhythm: Rhythm; seen: number; of: number };

/**
 * One zone over chosen hours: services usually there and those there at times (`rare`, told in `rhythms`); level
 * 0 … 4 (4 or more), `null` = not known, and then `stale` says of which slots (`null`: who is planned keeps no record).
 */
export type ZoneState = {
  zone: string;
  level: 0 | 1 | 2 | 3 | 4 | null;
  seen: string[];
  rare: string[];
  rhythms: Rare[];
  stale: Stale | null;
  /** Services that only a hypothesis brings; none otherwise. */
  supposed?: string[];
};

/**
 * How each zone stands over the chosen hours. Nobody is *known* to be there only when somebody looked: every slot of the
 * chosen hours was visited within the shelf life, or somebody is planned or seen.
 */
export function zoneStates(coverage: Coverage, { occasions, services }: Choice): ZoneState[] {
  const hours = occasions.flat();
  return coverage.zones.map((zone) => {
    const stays = coverage.services.map((service) => ({
      service,
      stay: stayOf(coverage, { zone, service }, occasions),
    }));
    const counted = stays.filter(({ service }) => services === null || services.includes(service));
    const seen = counted.filter(({ stay }) => stay.standing === "seen").map(({ service }) => service);
    const rare = counted.filter(({ stay }) => stay.standing === "rare");
    const anybody = stays.some(({ stay }) => stay.standing !== "absent");
    const stale = anybody ? null : staleOf(coverage, zone, hours);
    const declared = rare.some(({ service }) => coverage.unrecorded.has(service));
    return {
      zone,
      level: stale || (declared && seen.length === 0) ? null : levelOf(seen.length),
      seen,
      rare: rare.map(({ service }) => service),
      rhythms: rare.map(({ service, stay }) => {
        const rhythm = coverage.unrecorded.has(service) ? "declared" : rhythmOf(stay, occasions.length);
        return { service, rhythm, seen: stay.seen, of: stay.of };
      }),
      stale,
    };
  });
}

function rhythmOf({ days, seen, planned, due }: Stay, occasions: number): Rhythm {
  if (days) return "days";
  if (seen * 2 < planned) return "missing";
  if (occasions > 1) return "days";
  const weeks = weeksIn(due);
  const alternate = weeks.length > 2 && weeks.every((week, i) => i === 0 || week - (weeks[i - 1] ?? 0) === 2);
  return alternate ? "alternate" : "some";
}

/** The class of a number of services: 4 stands for four or more. */
export function levelOf(services: number): 0 | 1 | 2 | 3 | 4 {
  return Math.min(4, services) as 0 | 1 | 2 | 3 | 4;
}

/** For each place of the strip, in how many zones somebody is usually seen, and in how many seen or planned. */
export function stripBars(
  coverage: Coverage,
  services: readonly string[] | null,
): { seen: Uint8Array; planned: Uint8Array } {
  const bars = { seen: new Uint8Array(HOURS), planned: new Uint8Array(HOURS) };
  const counted = services ?? coverage.services;
  for (let place = 0; place < HOURS; place++) {
    const hour = hourAtPlace(place, coverage.dayStart);
    const zones = coverage.zones.map((zone) => standingsAt(coverage, { zone, hour }, counted));
    bars.seen[place] = zones.filter(({ seen }) => seen > 0).length;
    bars.planned[place] = zones.filter(({ seen, rare }) => seen + rare > 0).length;
  }
  return bars;
}

/** For each place of the strip, how many services are usually seen in a zone; -1 = not known. */
export function zoneWeek(coverage: Coverage, zone: string, services: readonly string[] | null): Int8Array {
  const week = new Int8Array(HOURS);
  for (let place = 0; place < HOURS; place++) {
    const hour = hourAtPlace(place, coverage.dayStart);
    const { seen, declared } = standingsAt(coverage, { zone, hour }, services ?? coverage.services);
    const anybody = standingsAt(coverage, { zone, hour }, coverage.services);
    const known = anybody.seen + anybody.rare > 0 || !isForgotten(coverage, zone, [hour]);
    week[place] = known && (seen > 0 || !declared) ? seen : -1;
  }
  return week;
}

/**
 * The next stretch of the strip, after a place and around the week once, with any of the chosen services (`null` = all)
 * usually in a zone; `null` when nobody ever is. `services` are those seen at its first hour.
 */
export function nextPresence(
  coverage: Coverage,
  { zone, services: counted }: { zone: string; services: readonly string[] | null },
  after: number,
): { from: number; to: number; services: string[] } | null {
  const servicesAt = (place: number) => {
    const hours = [hourAtPlace(place % HOURS, coverage.dayStart)];
    return (counted ?? coverage.services).filter(
      (service) => stayOf(coverage, { zone, service }, [hours]).standing === "seen",
    );
  };
  for (let place = after; place < after + HOURS; place++) {
    const services = servicesAt(place);
    if (services.length === 0) continue;
    let to = place + 1;
    while (to % 24 !== 0 && servicesAt(to).length > 0) to++;
    return { from: place % HOURS, to: ((to - 1) % HOURS) + 1, services };
  }
  return null;
}

function standingsAt(
  coverage: Coverage,
  { zone, hour }: { zone: string; hour: number },
  services: readonly string[],
): { seen: number; rare: number; declared: boolean } {
  const day = coverage.days[weekdayOf(hour, coverage.dayStart)];
  const of = day ? weekCount(day) : 0;
  const count = { seen: 0, rare: 0, declared: false };
  for (const service of services) {
    const at = cellOf(coverage, { zone, service }, hour);
    if (at === null) continue;
    const standing = standingOf({
      seen: weeksAt(coverage.seen, at),
      planned: weeksAt(coverage.planned, at),
      of,
    });
    if (standing === "absent") continue;
    count[standing]++;
    count.declared ||= coverage.unrecorded.has(service);
  }
  return count;
}
