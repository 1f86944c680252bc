import { type CoverageAnswer, coverageOf } from "../../../domain/coverage.ts";
import type { GapSource } from "../../../domain/gaps/placeRates.ts";
import type { PublishedPeriod, PublishedView } from "../../../domain/published.ts";

const SLOTS = [
  { id: "day", from: 6, to: 22 },
  { id: "night", from: 22, to: 6 },
];
const WEEKS = 13;
const ALL = 2 ** WEEKS - 1;
const ZONES = ["bridge", "harbour", "hill", "market", "mill", "station"];
/** The hours of the week of a Thursday night. */
export const NIGHT = Array.from({ length: 8 }, (_, i) => 3 * 24 + 22 + i);

type Night = { hours: number; seen: number | null; covered?: boolean; visited?: boolean };

/** A quarter of Thursday nights: competent hours behind the rate, needs published (null = withheld), who stays all night. */
export const nights: Record<string, Night> = {
  // 2 an hour over 8 uncovered hours: surely a gap.
  harbour: { hours: 20, seen: 40 },
  // 1 in 10 hours: over 8 hours 0.8, which may or may not be 1.
  hill: { hours: 60, seen: 6 },
  // Somebody competent all night: nothing uncovered.
  market: { hours: 300, seen: 60, covered: true },
  // Nobody was ever there.
  mill: { hours: 0, seen: null, visited: false },
  // Withheld over two hours: 0 … 4, uncertain whatever the prior.
  station: { hours: 2, seen: null },
  // 2 in 400 hours could be: surely little.
  bridge: { hours: 400, seen: null },
};

const view = (by: PublishedView["by"], columns: Partial<PublishedView>): PublishedView =>
  ({ view: by.join("×"), by, value: [], ...columns }) as PublishedView;

export function town(over: Record<string, Night> = nights, visitor = "unit"): GapSource {
  const hour = (zone: string) => over[zone] ?? { hours: 0, seen: null };
  const covered = ZONES.filter((zone) => hour(zone).covered).flatMap((zone) =>
    NIGHT.map((at) => [zone, at % 168] as const),
  );
  const answer: CoverageAnswer = {
    period: "2026-Q1",
    from: "2026-01-05",
    to: "2026-04-05",
    weeks: Array.from({ length: WEEKS }, (_, i) => String(i)),
    days: Array.from({ length: 7 }, () => ALL),
    presence: {
      service: covered.map(() => "unit"),
      zone: covered.map(([zone]) => zone),
      hour: covered.map(([, at]) => at),
      planned: covered.map(() => ALL),
      seen: covered.map(() => ALL),
    },
    visits: {
      zone: ZONES.filter((zone) => hour(zone).visited !== false),
      slot: ZONES.filter((zone) => hour(zone).visited !== false).map(() => "night"),
      service: ZONES.map(() => visitor),
      last: ZONES.map(() => "2026-04-02"),
    },
    hours: {
      zone: ZONES,
      slot: ZONES.map(() => "night"),
      weekpart: ZONES.map(() => "weekday"),
      service: ZONES.map(() => "unit"),
      planned: ZONES.map(() => 0),
      seen: ZONES.map((zone) => hour(zone).hours),
      hours: ZONES.map((zone) => hour(zone).hours),
    },
    reliability: { service: ["unit"], recorded: [true], confirmed: [8], declared: [8], rho: [0.9] },
  };
  const chain: PublishedPeriod[] = [
    {
      id: "2026-Q1",
      kind: "quarter",
      from: answer.from,
      to: answer.to,
      closed_at: "2026-04-08T04:00:00Z",
      views: [
        view(["zone", "slot", "need"], {
          zone: ZONES,
          slot: ZONES.map(() => "night"),
          need: ZONES.map(() => "health"),
          value: ZONES.map((zone) => hour(zone).seen),
        }),
        // Withheld together with every other need: surely under five.
        view(["zone", "slot"], {
          zone: ZONES,
          slot: ZONES.map(() => "night"),
          value: ZONES.map((zone) => hour(zone).seen),
        }),
      ],
    },
  ];
  const rules = { zones: ZONES, services: ["unit", "police"], slots: SLOTS, dayStart: 6, shelfLifeWeeks: 8 };
  return {
    coverage: coverageOf(answer, rules, (from, to) => (Date.parse(to) - Date.parse(from)) / 86_400_000),
    chain,
    hours: new Map([["2026-Q1", answer]]),
    services: [
      { id: "unit", needs: ["health"] },
      { id: "police", needs: ["conflict"] },
    ],
    rules: {
      needs: [
        { id: "health", sensitive: false },
        { id: "conflict", sensitive: false },
      ],
      ...{ threshold: 5, sensitiveThreshold: 10, variance: 4, sensitiveVariance: 6 },
    },
    gapThreshold: 1,
  };
}
