import { type Coverage, cellOf, isForgotten, standingOf, stayOf, weeksAt } from "./coverage.ts";
import { HOURS, hourAtPlace, weekdayOf } from "./week.ts";
import { weekCount } from "./weekMask.ts";

/** What is chosen, whatever the screen: hours of the week, and the services that count (`null` = all). */
export type Choice = { hours: readonly number[]; services: readonly string[] | null };

/** One zone over chosen hours: services usually there, planned but rarely seen; level 0 … 4 (4 or more), `null` = not known. */
export type ZoneState = { zone: string; level: 0 | 1 | 2 | 3 | 4 | null; seen: string[]; rare: string[] };

/**
 * How each zone stands over the chosen hours. Nobody is *known* to be there only when somebody looked: every slot of the
 * chosen hours was visited within the shelf life, or somebody is planned.
 */
export function zoneStates(coverage: Coverage, { hours, services }: Choice): ZoneState[] {
  return coverage.zones.map((zone) => {
    const standings = coverage.services.map((service) => stayOf(coverage, { zone, service }, hours).standing);
    const chosen = (service: string) => services === null || services.includes(service);
    const pick = (standing: string) =>
      coverage.services.filter((id, s) => standings[s] === standing && chosen(id));
    const [seen, rare] = [pick("seen"), pick("rare")];
    const known = standings.some((standing) => standing !== "absent") || !isForgotten(coverage, zone, hours);
    return { zone, level: known ? levelOf(seen.length) : null, seen, rare };
  });
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
    const { seen } = standingsAt(coverage, { zone, hour }, services ?? coverage.services);
    const anybody = standingsAt(coverage, { zone, hour }, coverage.services);
    const known = anybody.seen + anybody.rare > 0 || !isForgotten(coverage, zone, [hour]);
    week[place] = known ? seen : -1;
  }
  return week;
}

/**
 * The next stretch of the strip, after a place and around the week once, with anybody usually in a zone; `null` when
 * nobody ever is. `services` are those seen at its first hour.
 */
export function nextPresence(
  coverage: Coverage,
  zone: string,
  after: number,
): { from: number; to: number; services: string[] } | null {
  const servicesAt = (place: number) => {
    const hours = [hourAtPlace(place % HOURS, coverage.dayStart)];
    return coverage.services.filter(
      (service) => stayOf(coverage, { zone, service }, hours).standing === "seen",
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
): { seen: number; rare: number } {
  const day = coverage.days[weekdayOf(hour, coverage.dayStart)];
  const weeks = day ? weekCount(day) : 0;
  const count = { seen: 0, rare: 0 };
  for (const service of services) {
    const at = cellOf(coverage, { zone, service }, hour);
    if (at === null) continue;
    const standing = standingOf(weeksAt(coverage.seen, at), weeksAt(coverage.planned, at), weeks);
    if (standing !== "absent") count[standing]++;
  }
  return count;
}
