import type { Coverage } from "../domain/coverage.ts";
import type { AimRelation, Schedule, Service } from "../domain/network.ts";
import { type Occasions, stayOf, weeksChosen } from "../domain/stay.ts";
import { stripPlace } from "../domain/week.ts";
import { hasWeek, weeksIn } from "../domain/weekMask.ts";

/**
 * A line of the zone panel: a service in the chosen hours, its last weeks (oldest first; of hours that repeat, whether
 * it was there on half or more of their days), at how many occasions of the period, and its shifts.
 */
export type ServiceRow = {
  service: string;
  standing: "seen" | "rare";
  dots: boolean[];
  inPeriod: { seen: number; of: number };
  shifts: string[];
};

/** Two services whose aims contrast, and in how many of the last weeks they were there in the same hour. */
export type Contrast = { a: string; b: string; together: number; of: number };

/** Week dots shown, at most. */
export const DOTS = 8;

/** The services of a zone over the chosen hours: usually seen first, then those there at times. */
export function serviceRows(
  coverage: Coverage,
  { zone, occasions, services }: { zone: string; occasions: Occasions; services: readonly string[] },
  schedules: readonly Schedule[],
): ServiceRow[] {
  const hours = occasions.flat();
  const weeks = lastWeeks(coverage, hours);
  const rows = services.flatMap((service): ServiceRow[] => {
    const stay = stayOf(coverage, { zone, service }, occasions);
    if (stay.standing === "absent") return [];
    const dots = weeks.map((week) => hasWeek(stay.weeks, week));
    const inPeriod = { seen: stay.seen, of: stay.of };
    const shifts = shiftsOf(schedules, { zone, service }, { coverage, hours });
    return [{ service, standing: stay.standing, dots, inPeriod, shifts }];
  });
  const rank = (row: ServiceRow) => (row.standing === "seen" ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b) || (a.shifts[0] ?? "~").localeCompare(b.shifts[0] ?? "~"));
}

/** The shifts of a service in a zone that touch the chosen hours, "20–01", earliest first. */
export function shiftsOf(
  schedules: readonly Schedule[],
  { zone, service }: { zone: string; service: string },
  { coverage, hours }: { coverage: Coverage; hours: readonly number[] },
): string[] {
  const chosen = new Set(hours.map((hour) => stripPlace(hour, coverage.dayStart)));
  const held = schedules.filter(
    (shift) => shift.service === service && shift.zones.includes(zone) && isValid(shift, coverage),
  );
  const touching = held.filter((shift) =>
    placesOfShift(shift, coverage.dayStart).some((place) => chosen.has(place)),
  );
  const ordered = touching.sort((a, b) => a.opens_at.localeCompare(b.opens_at));
  return [...new Set(ordered.map(({ opens_at, closes_at }) => `${short(opens_at)}–${short(closes_at)}`))];
}

/** Pairs of contrasting services among those usually there, most often together first. */
export function contrastsIn(
  coverage: Coverage,
  { zone, hours, services }: { zone: string; hours: readonly number[]; services: readonly Service[] },
  relations: readonly AimRelation[],
): Contrast[] {
  const contrast = (a: Service, b: Service) =>
    a.aims.some((x) => b.aims.some((y) => areContrasting(relations, x, y)));
  const pairs = services.flatMap((a, i) =>
    services.slice(i + 1).flatMap((b) => (contrast(a, b) ? [[a, b] as const] : [])),
  );
  const weeks = lastWeeks(coverage, hours);
  const together = ([a, b]: readonly [Service, Service]) => {
    const shared = hours.map((hour) => {
      const [first, second] = [a, b].map(({ id }) => stayOf(coverage, { zone, service: id }, [[hour]]).weeks);
      return {
        lo: ((first?.lo ?? 0) & (second?.lo ?? 0)) >>> 0,
        hi: ((first?.hi ?? 0) & (second?.hi ?? 0)) >>> 0,
      };
    });
    return weeks.filter((week) => shared.some((mask) => hasWeek(mask, week))).length;
  };
  const found = pairs.map((pair) => ({
    a: pair[0].id,
    b: pair[1].id,
    together: together(pair),
    of: weeks.length,
  }));
  return found.filter((pair) => pair.together > 0).sort((x, y) => y.together - x.together);
}

const areContrasting = (relations: readonly AimRelation[], x: string, y: string) =>
  relations.some(
    ({ a, b, relation }) => relation === "contrasting" && ((a === x && b === y) || (a === y && b === x)),
  );

const lastWeeks = (coverage: Coverage, hours: readonly number[]) =>
  weeksIn(weeksChosen(coverage, hours)).slice(-DOTS);

/** Whether a schedule may give shifts in the period. */
export function isValid({ valid_from, valid_to, until }: Schedule, { from, to }: Coverage): boolean {
  const end = [valid_to, until].filter((date) => date !== null).sort()[0] ?? "9999";
  return (valid_from ?? "") <= to && end >= from;
}

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

function placesOfShift({ byday, opens_at, closes_at }: Schedule, dayStart: number): number[] {
  const days = byday === null ? CODES : byday.split(",").map((day) => day.slice(-2));
  const [from, to] = [
    Number(opens_at.slice(0, 2)),
    Math.ceil(Number(closes_at.slice(0, 2)) + Number(closes_at.slice(3)) / 60),
  ];
  const hours = Math.max(1, to > from ? to - from : to + 24 - from);
  return days.flatMap((code) => {
    const first = stripPlace((CODES.indexOf(code) * 24 + from) % 168, dayStart);
    return Array.from({ length: hours }, (_, i) => (first + i) % 168);
  });
}

const short = (time: string) => (time.endsWith(":00") ? time.slice(0, 2) : time);
