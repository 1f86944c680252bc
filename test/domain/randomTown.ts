import type { CoverageAnswer } from "../../domain/coverage.ts";
import { coverageOf } from "../../domain/coverage.ts";
import type { GapSource } from "../../domain/gaps/placeRates.ts";
import type { PublishedView } from "../../domain/published.ts";
import { slotOf } from "../../domain/week.ts";
import { randomFrom } from "../attacks/city.ts";

const WEEKS = 13;
const ALL = 2 ** WEEKS - 1;
const SLOTS = [
  { id: "morning", from: 6, to: 14 },
  { id: "evening", from: 14, to: 22 },
  { id: "night", from: 22, to: 6 },
];
export const NEEDS = ["food", "health", "housing"];
export const THRESHOLD = 1;

type Cell = { zone: string; service: string; hour: number; planned: number; seen: number };

/** A quarter of a made-up town: who was there in which weeks, the last visits, and published needs. */
export type RandomTown = {
  random: () => number;
  zones: string[];
  services: { id: string; needs: string[] }[];
  cells: Cell[];
  visits: { zone: string; slot: string; service: string; last: string }[];
  /** Services that keep a record of their outings; of the others half of the plan counts. */
  recorded: string[];
  hours: { zone: string; slot: string; service: string; hours: number }[];
  needs: { zone: string; slot: string; need: string; value: number | null }[];
};

/** The same town for the same seed: some zones served, some looked at now and then, some never seen. */
export function randomTown(seed: number): RandomTown {
  const random = randomFrom(seed);
  const upTo = (n: number) => Math.floor(random() * n);
  const zones = Array.from({ length: 1 + upTo(4) }, (_, i) => `zone ${i}`);
  const services = Array.from({ length: 1 + upTo(3) }, (_, i) => ({
    id: `service ${i}`,
    needs: NEEDS.filter(() => random() < 0.6),
  }));
  const places = zones.flatMap((zone) => SLOTS.map(({ id: slot }) => ({ zone, slot })));
  const visited = places.filter(() => random() < 0.7);
  const cells = visited.flatMap(({ zone, slot }) =>
    services.filter(() => random() < 0.5).flatMap(({ id }) => stay(random, { zone, slot, service: id })),
  );
  const hours = visited.flatMap(({ zone, slot }) =>
    services.map(({ id: service }) => ({ zone, slot, service, hours: [0, 2, 20, 200][upTo(4)] ?? 0 })),
  );
  return {
    ...{ random, zones, services, cells, hours },
    visits: hours.flatMap(({ hours: spent, ...who }) => (spent > 0 ? [{ ...who, last: "2026-04-01" }] : [])),
    recorded: services.map(({ id }) => id).filter(() => random() < 0.8),
    needs: places.flatMap((place) =>
      NEEDS.map((need) => ({ ...place, need, value: random() < 0.4 ? null : 5 + upTo(40) })),
    ),
  };
}

function stay(random: () => number, place: { zone: string; slot: string; service: string }): Cell[] {
  const mask = () => [0, ALL, Math.floor(random() * (ALL + 1))][Math.floor(random() * 3)] ?? 0;
  const held = Array.from({ length: 168 }, (_, hour) => hour).filter(
    (hour) => slotOf(hour, SLOTS).id === place.slot && random() < 0.4,
  );
  return held.map((hour) => ({ ...place, hour, planned: mask(), seen: mask() }));
}

const columns = <T extends object>(rows: readonly T[], keys: readonly (keyof T)[]) =>
  Object.fromEntries(keys.map((key) => [key, rows.map((row) => row[key])]));

/** What the product is told of a town. */
export function sourceOf(town: RandomTown, gapThreshold = THRESHOLD): GapSource {
  const answer = {
    period: "2026-Q1",
    from: "2026-01-05",
    to: "2026-04-05",
    weeks: Array.from({ length: WEEKS }, (_, i) => String(i)),
    days: Array.from({ length: 7 }, () => ALL),
    presence: columns(town.cells, ["service", "zone", "hour", "planned", "seen"]),
    visits: columns(town.visits, ["zone", "slot", "service", "last"]),
    hours: {
      ...columns(town.hours, ["zone", "slot", "service", "hours"]),
      weekpart: town.hours.map(() => "weekday"),
      planned: town.hours.map(() => 0),
      seen: town.hours.map(({ hours }) => hours),
    },
    reliability: {
      service: town.services.map(({ id }) => id),
      recorded: town.services.map(({ id }) => town.recorded.includes(id)),
      confirmed: town.services.map(() => 0),
      declared: town.services.map(() => 0),
      rho: town.services.map(() => 0.5),
    },
  } as unknown as CoverageAnswer;
  const view = (by: string[], rows: object[]) =>
    ({ view: by.join("×"), by, ...columns(rows, [...by, "value"] as never) }) as unknown as PublishedView;
  const totals = town.zones.flatMap((zone) =>
    SLOTS.map(({ id: slot }) => {
      const own = town.needs.filter((row) => row.zone === zone && row.slot === slot);
      const value = own.reduce((sum, row) => sum + (row.value ?? 0), 0);
      return { zone, slot, value: value < 5 ? null : value };
    }),
  );
  const rules = {
    zones: town.zones,
    services: town.services.map(({ id }) => id),
    ...{ slots: SLOTS, dayStart: 6, shelfLifeWeeks: 8 },
  };
  return {
    coverage: coverageOf(answer, rules, (from, to) => (Date.parse(to) - Date.parse(from)) / 86_400_000),
    chain: [
      {
        ...{ id: "2026-Q1", kind: "quarter", from: answer.from, to: answer.to },
        closed_at: "2026-04-08T04:00:00Z",
        views: [view(["zone", "slot", "need"], town.needs), view(["zone", "slot"], totals)],
      },
    ],
    hours: new Map([["2026-Q1", answer]]),
    services: town.services,
    rules: {
      needs: NEEDS.map((id) => ({ id, sensitive: false })),
      ...{ threshold: 5, sensitiveThreshold: 10, variance: 4, sensitiveVariance: 6 },
    },
    gapThreshold,
  };
}

/** Chosen hours: the whole week, one slot of every day, or a few. */
export function randomHours({ random }: RandomTown): number[] {
  const week = Array.from({ length: 168 }, (_, hour) => hour);
  const kind = Math.floor(random() * 3);
  if (kind === 0) return week;
  const slot = SLOTS[Math.floor(random() * SLOTS.length)]?.id;
  return kind === 1
    ? week.filter((hour) => slotOf(hour, SLOTS).id === slot)
    : week.filter(() => random() < 0.1);
}

export function shuffled<T>(random: () => number, rows: readonly T[]): T[] {
  return rows
    .map((row) => ({ row, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);
}
