import { dayNumber } from "../../domain/civilTime.ts";
import type { Network } from "../../domain/network.ts";
import { weekdayOf } from "../../domain/week.ts";
import { type Random, randomOf, spread } from "./random.ts";
import type { Cell, Span } from "./roster.ts";
import { competentFor } from "./survey.ts";

/**
 * How much need there truly is, seen or not: what one competent service would record per hour of presence, before scaling.
 * `perHour` is indexed zone × need × hour of the week; a factor by day follows seasons and a slow drift.
 */
export type NeedField = {
  perHour: Float64Array;
  at: (zone: number, need: number, hour: number) => number;
  byDay: (need: number, day: string) => number;
};

type Scene = { seed: number; span: Span; cells: readonly Cell[] };

/** Zones, needs, nights, weekends and seasons that all differ; a need is greatest when those who look for it are out. */
export function needField(network: Network, { seed, span, cells }: Scene): NeedField {
  const random = randomOf(seed, "needs");
  const { zones, needs } = network;
  const perHour = new Float64Array(zones.length * needs.length * 168);
  const at = (zone: number, need: number, hour: number) => (zone * needs.length + need) * 168 + hour;
  const places = zones.map(({ population }) => ({
    size: sizeOf(network, population) * (0.6 + 0.4 * spread(random)),
    night: 0.6 + 0.8 * random(),
  }));
  const clocks = clocksOf(cells);
  const profiles = needs.map(({ id }) =>
    profileOf(random, usualHour(network, clocks, id), network.day_start),
  );
  for (const [z, { size, night }] of places.entries())
    for (const [n, profile] of profiles.entries()) {
      const affinity = size * (0.3 + 0.7 * spread(random));
      const week = profile.map((value, hour) => value * affinity * (isNight(hour) ? night : 1));
      perHour.set(week, at(z, n, 0));
    }
  return { perHour, at, byDay: seasons(random, needs.length, span) };
}

const isNight = (hour: number): boolean => hour % 24 >= 20 || hour % 24 < 5;

function seasons(random: Random, needs: number, span: Span): NeedField["byDay"] {
  const courses = Array.from({ length: needs }, () => ({ phase: random(), drift: (random() - 0.5) * 0.3 }));
  const first = dayNumber(span.from);
  const known = new Map<string, number[]>();
  return (need, day) => {
    const factors =
      known.get(day) ??
      courses.map(({ phase, drift }) => {
        const season = 1 + 0.2 * Math.cos(2 * Math.PI * (dayNumber(day) / 365.25 - phase));
        return season * (1 + drift * ((dayNumber(day) - first) / (span.weeks * 7) - 0.5));
      });
    known.set(day, factors);
    return factors[need] ?? 1;
  };
}

/** People live with needs, but not in proportion: the square root of the population over the median one. */
function sizeOf({ zones }: Network, population: number | null): number {
  const known = zones.flatMap((zone) => zone.population ?? []).sort((a, b) => a - b);
  const median = known[Math.floor(known.length / 2)];
  if (population === null || !median) return 1;
  return Math.min(1.6, Math.max(0.6, Math.sqrt(population / median)));
}

/** The week of a need, 168 values around 1, greatest around the hour `usual`. */
function profileOf(random: Random, usual: number, dayStart: number): number[] {
  const [size, depth, nightlife, sunday] = [0.4 + 0.6 * spread(random), random(), random(), random()];
  const peak = usual + (random() - 0.5) * 4;
  const swing = 0.35 + 0.4 * depth;
  const late = peak >= 19 || peak < 5;
  return Array.from({ length: 168 }, (_, hour) => {
    const daily = 1 + swing * Math.cos((2 * Math.PI * ((hour % 24) + 0.5 - peak)) / 24);
    const weekday = weekdayOf(hour, dayStart);
    const goingOut = (weekday === 4 || weekday === 5) && isNight(hour);
    if (goingOut) return size * daily * (late ? 1.3 + 0.4 * nightlife : 1.1);
    return size * daily * (weekday >= 5 ? 0.7 + 0.5 * sunday : 1);
  });
}

/** The hour of the day around which the services competent for a need are out. */
function usualHour(network: Network, clocks: ReadonlyMap<string, Float64Array>, need: string): number {
  let [x, y] = [0, 0];
  for (const service of competentFor(network, need))
    for (const [hour, minutes] of (clocks.get(service) ?? []).entries()) {
      const angle = (2 * Math.PI * (hour + 0.5)) / 24;
      x += minutes * Math.cos(angle);
      y += minutes * Math.sin(angle);
    }
  return ((Math.atan2(y, x) * 24) / (2 * Math.PI) + 24) % 24;
}

/** Minutes each service was out at each hour of the day. */
function clocksOf(cells: readonly Cell[]): Map<string, Float64Array> {
  const clocks = new Map<string, Float64Array>();
  for (const { service, hour, minutes } of cells) {
    const clock = clocks.get(service) ?? new Float64Array(24);
    clock[hour % 24] = (clock[hour % 24] ?? 0) + minutes;
    clocks.set(service, clock);
  }
  return clocks;
}
