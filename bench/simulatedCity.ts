import { type BaseSlot, standardWeights } from "../domain/emerging/standardHours.ts";
import { poisson, type Random } from "../server/simulate/random.ts";

/**
 * What happens in the last three weeks. *even*: nothing. *surge*: one service goes out 2.5 times as much in three zones;
 * *surge_keen*: so does a service that records twice as much as the others; *surge_busy*: so, but all of it at the hours when
 * need is greatest. *one*, *three*: the need is three times as great in a zone, in three beside each other. *cold*: 1.8 times
 * as great everywhere.
 */
export type Change = "even" | "surge" | "surge_keen" | "surge_busy" | "one" | "three" | "cold";

/** `weekly`: needs recorded in a zone in a week, on average. `base`: weeks before the last three. */
export type Scenario = { zones: number; weekly: number; base: number; change: Change };

/** One need, zone × week (oldest first) as a `NeedSeries`; `struck`: zones in which it truly grew. */
export type City = {
  weeks: number;
  places: [number, number][];
  counts: Int32Array;
  hours: Float64Array;
  standard: Float64Array;
  services: { counts: Int32Array; hours: Float64Array }[];
  struck: number[];
};

/** Shape of the Gamma of the zones' rates per hour: the greatest of twelve is about twice the median. */
const SHAPE = 6;
const WINDOW = 3;
const SERVICES = 4;
const SLOTS = 8;
/** Shifts that a service usually has in a zone in a week, and what share of them takes place. */
const SHIFTS = 2;
const KEPT = 0.85;
const SHIFT_HOURS = 3;
/** How much need there is in each slot, where hours matter: four parts of the day, on weekdays and at weekends. */
const BUSY = [0.3, 0.7, 0.9, 2.1, 0.3, 0.7, 0.9, 2.1];
const BUSIEST = 3;
const TIMES = 2.5;

type Shift = { zone: number; week: number; service: number; slot: number; hours: number };

/** A made-up city: the same for the same random numbers. */
export function simulatedCity(scenario: Scenario, random: Random): City {
  const { zones, weekly, base, change } = scenario;
  const weeks = base + WINDOW;
  const places = jitteredGrid(zones, random);
  const near = nearestFirst(places, Math.floor(random() * zones));
  const rate = weekly / (SERVICES * SHIFTS * KEPT * SHIFT_HOURS);
  const rates = Array.from({ length: zones }, () => (rate * gamma(random, SHAPE)) / SHAPE);
  const struck = change === "one" ? near.slice(0, 1) : change === "three" ? near.slice(0, 3) : [];
  const shifts = usualShifts({ zones, weeks }, random);
  if (change.startsWith("surge")) shifts.push(...moreShifts(near.slice(0, 3), { base, change }, random));
  const seen = shifts.map((shift) => {
    const grown = shift.week < base ? 1 : growth(shift.zone, { change, struck });
    return poisson(random, (rates[shift.zone] ?? 0) * shift.hours * seenBy(shift, change) * grown);
  });
  return { places, weeks, struck, ...summed({ shifts, seen }, { zones, weeks, base }) };
}

function growth(zone: number, { change, struck }: { change: Change; struck: readonly number[] }): number {
  if (change === "cold") return 1.8;
  return struck.includes(zone) ? 3 : 1;
}

/** How much of the need there is in this slot, and how much of it this service records. */
function seenBy({ service, slot }: Shift, change: Change): number {
  if (change === "surge_busy") return BUSY[slot] ?? 1;
  return change === "surge_keen" && service === 0 ? 2 : 1;
}

/** Every service has its own slots in a zone, and now and then misses one. */
function usualShifts({ zones, weeks }: { zones: number; weeks: number }, random: Random): Shift[] {
  const shifts: Shift[] = [];
  for (let i = 0; i < zones * SERVICES * SHIFTS; i++) {
    const own = { zone: i % zones, service: Math.floor(i / zones) % SERVICES };
    const slot = Math.floor(random() * SLOTS);
    for (let week = 0; week < weeks; week++)
      if (random() < KEPT) shifts.push({ ...own, week, slot, hours: hoursOf(random) });
  }
  return shifts;
}

/** Once and a half the shifts that service 0 has in the zones: 2.5 times with its own. */
function moreShifts(
  zones: readonly number[],
  { base, change }: { base: number; change: Change },
  random: Random,
): Shift[] {
  const shifts: Shift[] = [];
  for (let i = 0; i < zones.length * WINDOW * SHIFTS * (TIMES - 1); i++) {
    const [zone, week] = [zones[i % zones.length] ?? 0, base + (Math.floor(i / zones.length) % WINDOW)];
    const slot = change === "surge_busy" ? BUSIEST : Math.floor(random() * SLOTS);
    if (random() < KEPT) shifts.push({ zone, week, service: 0, slot, hours: hoursOf(random) });
  }
  return shifts;
}

const hoursOf = (random: Random): number => SHIFT_HOURS * (0.5 + random());

type Span = { zones: number; weeks: number; base: number };

function summed(
  { shifts, seen }: { shifts: readonly Shift[]; seen: readonly number[] },
  { zones, weeks, base }: Span,
): Pick<City, "counts" | "hours" | "standard" | "services"> {
  const add = (to: Int32Array | Float64Array, { zone, week }: Shift, value: number) => {
    const cell = zone * weeks + week;
    to[cell] = (to[cell] ?? 0) + value;
  };
  const none = () => new Float64Array(zones * weeks);
  const series = () => ({ counts: new Int32Array(zones * weeks), hours: none() });
  const services = Array.from({ length: SERVICES }, series);
  const all = { ...series(), standard: none() };
  const worth = worthOf(shifts, seen, base);
  shifts.forEach((shift, i) => {
    for (const { counts, hours } of [all, ...services.slice(shift.service, shift.service + 1)]) {
      add(counts, shift, seen[i] ?? 0);
      add(hours, shift, shift.hours);
    }
    add(all.standard, shift, shift.hours * (worth[slotOf(shift)] ?? 1));
  });
  return { ...all, services };
}

/** What an hour of each service in each slot is worth, from the weeks before. */
function worthOf(shifts: readonly Shift[], seen: readonly number[], base: number): number[] {
  const slots = Array.from({ length: SERVICES * SLOTS }, (): BaseSlot => ({ count: 0, hours: 0 }));
  shifts.forEach((shift, i) => {
    const slot = slots[slotOf(shift)];
    if (!slot || shift.week >= base) return;
    slot.count += seen[i] ?? 0;
    slot.hours += shift.hours;
  });
  return standardWeights(slots);
}

const slotOf = ({ service, slot }: Shift): number => service * SLOTS + slot;

/** Marsaglia and Tsang's draw of a Gamma variable of this shape (1 or more). */
function gamma(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

function jitteredGrid(zones: number, random: Random): [number, number][] {
  const side = Math.ceil(Math.sqrt(zones));
  return Array.from({ length: zones }, (_, i) => [
    (i % side) + 0.6 * (random() - 0.5),
    Math.floor(i / side) + 0.6 * (random() - 0.5),
  ]);
}

function nearestFirst(places: readonly [number, number][], centre: number): number[] {
  const [x, y] = places[centre] ?? [0, 0];
  const far = ([a, b]: [number, number]) => (a - x) ** 2 + (b - y) ** 2;
  return [...places.entries()].sort(([, p], [, q]) => far(p) - far(q)).map(([zone]) => zone);
}
