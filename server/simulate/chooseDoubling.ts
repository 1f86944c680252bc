import { localOf, operationalDay } from "../../domain/civilTime.ts";
import type { Network } from "../../domain/network.ts";
import { addDays, mondayOf } from "../../domain/period.ts";
import type { Interval } from "../../domain/presence.ts";
import { daysLater, isHouse, overlap, type Span, type Turn } from "./roster.ts";
import type { Planned } from "./survey.ts";

/** A service that goes to a zone twice as often from a Monday until another; `twins`: each turn's second, unplanned one. */
export type ChosenDoubling = {
  service: string;
  zone: string;
  from: string;
  until: string;
  twins: ReadonlyMap<Turn, Interval>;
};

type Field = { span: Span; turns: readonly Turn[]; planned: readonly Planned[]; taken: readonly string[] };

/** Doubled in the last weeks, so that the newest figures are those a naive count would get wrong. */
const WEEKS = 6;

/** The service and zone where doubling would raise a naive count most, and whose turns can all have a second one. */
export function chooseDoubling(network: Network, field: Field): ChosenDoubling | null {
  const { span, planned, taken } = field;
  const from = addDays(span.until, -7 * Math.min(WEEKS, Math.floor(span.weeks / 2)));
  const sum = (rows: readonly Planned[]) => rows.reduce((total, { hours }) => total + hours, 0);
  const candidates = network.services.flatMap(({ id: service }) =>
    network.zones.map(({ id: zone }) => {
      const all = sum(planned.filter((row) => row.zone === zone));
      const own = sum(planned.filter((row) => row.zone === zone && row.service === service));
      return { service, zone, score: all > 0 ? own * Math.sqrt(own / all) : 0 };
    }),
  );
  const ranked = candidates.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  const free = ranked.filter(({ zone }) => !taken.includes(zone));
  for (const { service, zone } of [...free, ...ranked]) {
    const own = field.turns.filter((turn) => turn.service === service && turn.zones.includes(zone));
    const twins = twinsOf(own, network, { from, span });
    if (twins) return { service, zone, from, until: span.until, twins };
  }
  return null;
}

/** A second turn for each one, on a day of the same kind when it can be; null when one has no free day. */
function twinsOf(own: readonly Turn[], network: Network, { from, span }: { from: string; span: Span }) {
  const taken: Interval[] = [...own];
  const twins = new Map<Turn, Interval>();
  for (const turn of own) {
    const day = dayOf(turn, network);
    if (day < from) continue;
    if (isHouse(turn)) return null;
    const free = [1, -1, 2, -2, 3, -3]
      .map((days) => daysLater(turn, days, network.timezone))
      .filter((twin) => dayOf(twin, network) >= from && twin.end <= span.end)
      .filter((twin) => !taken.some((other) => overlap(twin, other)));
    const twin = free.find((candidate) => isWeekend(dayOf(candidate, network)) === isWeekend(day)) ?? free[0];
    if (!twin) return null;
    taken.push(twin);
    twins.set(turn, twin);
  }
  return twins.size > 0 ? twins : null;
}

const isWeekend = (day: string): boolean => day >= addDays(mondayOf(day), 5);

function dayOf({ start }: Interval, { timezone, day_start }: Network): string {
  const { date, hour } = localOf(start, timezone);
  return operationalDay(date, hour, day_start);
}
