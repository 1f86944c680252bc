import type { Network, Service } from "../../domain/network.ts";
import { hoursOf, type Interval, union } from "../../domain/presence.ts";
import { isHouse, type Span, type Turn } from "./roster.ts";
import { greatest } from "./survey.ts";

/** Two services with contrasting aims in one zone and at the same hours; `joined`: turns the second one joins, unplanned. */
export type ChosenContrast = {
  services: [string, string];
  aims: [string, string];
  zone: string;
  hours: number[];
  minutes_per_week: number;
  planned: boolean;
  joined: readonly Turn[];
};

type Pair = { services: [string, string]; aims: [string, string] };

/** The pair that shares most time by its schedules; when none shares any, one of the second's kind joins the first. */
export function chooseContrast(network: Network, span: Span, turns: readonly Turn[]): ChosenContrast | null {
  const pairs = contrastingPairs(network);
  const places = pairs.flatMap((pair) => network.zones.map(({ id: zone }) => ({ ...pair, zone })));
  const candidates = places.map((place): ChosenContrast => {
    const [first, second] = place.services.map((service) => turnsIn(turns, service, place.zone));
    const shared = intersection(first ?? [], second ?? []);
    return { ...place, ...summary(network, span, shared), planned: true, joined: [] };
  });
  const usual = candidates.filter(({ hours }) => hours.length > 0);
  return greatest(usual, (shared) => shared.minutes_per_week) ?? joinOne(network, span, { pairs, turns });
}

function joinOne(
  network: Network,
  span: Span,
  { pairs, turns }: { pairs: readonly Pair[]; turns: readonly Turn[] },
): ChosenContrast | null {
  for (const pair of pairs)
    for (const schedule of network.schedules.filter(({ service }) => service === pair.services[0])) {
      const joined = turns.filter((turn) => turn.schedule === schedule.id && !isHouse(turn));
      const [zone] = schedule.zones;
      const shared = summary(network, span, joined);
      if (zone && shared.hours.length > 0) return { ...pair, zone, ...shared, planned: false, joined };
    }
  return null;
}

function contrastingPairs({ services, relations }: Network): Pair[] {
  const contrasting = relations.filter(({ relation }) => relation === "contrasting");
  const pairOf = (first: Service, second: Service): Pair[] =>
    contrasting
      .filter(({ a, b }) => first.aims.includes(a) && second.aims.includes(b))
      .slice(0, 1)
      .map(({ a, b }) => ({ services: [first.id, second.id], aims: [a, b] }));
  return services.flatMap((first) =>
    services.filter(({ id }) => id !== first.id).flatMap((second) => pairOf(first, second)),
  );
}

const turnsIn = (turns: readonly Turn[], service: string, zone: string): Interval[] =>
  union(turns.filter((turn) => turn.service === service && turn.zones.includes(zone)));

/** The time in both of two unions. */
function intersection(first: readonly Interval[], second: readonly Interval[]): Interval[] {
  const both: Interval[] = [];
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    const [a, b] = [first[i], second[j]];
    if (!a || !b) break;
    const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)];
    if (start < end) both.push({ start, end });
    if (a.end < b.end) i++;
    else j++;
  }
  return both;
}

function summary(network: Network, { weeks }: Span, shared: readonly Interval[]) {
  const cells = hoursOf(shared, network.timezone, network.day_start);
  const times = new Map<number, number>();
  for (const { hour } of cells) times.set(hour, (times.get(hour) ?? 0) + 1);
  const usual = [...times].filter(([, count]) => count >= weeks / 2).map(([hour]) => hour);
  return {
    hours: usual.sort((a, b) => a - b),
    minutes_per_week: Math.round(cells.reduce((sum, { minutes }) => sum + minutes, 0) / weeks),
  };
}
