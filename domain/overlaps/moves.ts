import type { AimRelation } from "../network.ts";
import { type Aimed, aimsRelated, type Overlap } from "./overlaps.ts";

/** What a move goes by. `rate`: episodes an hour, `null` = not known; `usual`: services usually in a zone at an hour. */
export type Ground = {
  zones: readonly string[];
  services: readonly Aimed[];
  relations: readonly AimRelation[];
  usual: (zone: string, hour: number) => readonly string[];
  rate: (place: { zone: string; hour: number; need: string }) => number | null;
  /** The hours of the same day that lie in the slot of an hour. */
  slotHours: (hour: number) => readonly number[];
  /** g*: a need whose expected unmet episodes a week, in the slots touched, reach it is a hole. */
  threshold: number;
};

/** A service that goes to another zone at the same hours: episodes a week met there, and lost where it was. */
export type Move = {
  service: string;
  from: string;
  to: string;
  hours: readonly number[];
  gain: number;
  loss: number;
  needs: string[];
};

/**
 * Who of an overlap could go where at the same hours, most episodes a week won first: only where it wins more than it
 * loses, where nobody of contrasting aims usually is, and without a new hole behind it (a need that nobody else
 * competent meets in those hours, whose rate is not known or whose gap thereby reaches the threshold).
 * Redundant and contrasting overlaps only; others have no reason to part.
 */
export function movesFor(overlap: Overlap, ground: Ground): Move[] {
  if (overlap.verdict !== "redundant" && overlap.verdict !== "contrasting") return [];
  const movers = ground.services.filter(({ id }) => overlap.services.includes(id));
  const moves = movers.flatMap((mover) => {
    const { loss } = leaving(mover, overlap, ground);
    if (loss === null) return [];
    return ground.zones
      .filter((to) => to !== overlap.zone && isWelcome(mover, { to, hours: overlap.hours }, ground))
      .map((to) => moveOf(mover, { overlap, to, loss }, ground))
      .filter(({ gain }) => gain > loss);
  });
  return moves.sort((a, b) => b.gain - b.loss - (a.gain - a.loss));
}

/** Episodes a week lost where a service was; `null` = a new hole: of `need`, or maybe of it when its rate is not known. */
type Leaving = { loss: number | null; need: { id: string; known: boolean } | null };

/** What is lost when a service leaves an overlap for its hours, or the first need of which that opens a hole. */
export function leaving(mover: Aimed, { zone, hours }: Overlap, ground: Ground): Leaving {
  let loss = 0;
  const touched = [...new Set(hours.flatMap((hour) => [...ground.slotHours(hour)]))];
  for (const need of mover.needs) {
    const left = hours.filter((hour) => !met({ zone, hour, need }, ground, mover.id));
    const lost = sumOfRates({ zone, need, hours: left }, ground);
    const open = touched.filter((hour) => !met({ zone, hour, need }, ground));
    const before = sumOfRates({ zone, need, hours: open }, ground);
    if (lost === null || (before === null && lost > 0))
      return { loss: null, need: { id: need, known: false } };
    if (before !== null && before < ground.threshold && before + lost >= ground.threshold)
      return { loss: null, need: { id: need, known: true } };
    loss += lost;
  }
  return { loss, need: null };
}

function moveOf(
  mover: Aimed,
  { overlap, to, loss }: { overlap: Overlap; to: string; loss: number },
  ground: Ground,
): Move {
  const { zone: from, hours } = overlap;
  const gains = mover.needs.map((need) => {
    const unmet = hours.filter((hour) => !met({ zone: to, hour, need }, ground));
    return { need, gain: unmet.reduce((sum, hour) => sum + (ground.rate({ zone: to, hour, need }) ?? 0), 0) };
  });
  const gain = gains.reduce((sum, part) => sum + part.gain, 0);
  const needs = gains.filter((part) => part.gain > 0).map(({ need }) => need);
  return { service: mover.id, from, to, hours, gain, loss, needs };
}

/** Whether somebody competent, other than `but`, is usually there. */
function met(place: { zone: string; hour: number; need: string }, ground: Ground, but?: string): boolean {
  const there = ground.usual(place.zone, place.hour);
  return ground.services.some(
    ({ id, needs }) => id !== but && needs.includes(place.need) && there.includes(id),
  );
}

function sumOfRates(
  { zone, need, hours }: { zone: string; need: string; hours: readonly number[] },
  { rate }: Ground,
): number | null {
  let sum = 0;
  for (const hour of hours) {
    const episodes = rate({ zone, hour, need });
    if (episodes === null) return null;
    sum += episodes;
  }
  return sum;
}

function isWelcome(
  mover: Aimed,
  { to, hours }: { to: string; hours: readonly number[] },
  { services, relations, usual }: Ground,
): boolean {
  const there = new Set(hours.flatMap((hour) => [...usual(to, hour)]));
  const hosts = services.filter(({ id }) => there.has(id) && id !== mover.id);
  return hosts.every((host) => aimsRelated([mover, host], relations, "contrasting") === null);
}
