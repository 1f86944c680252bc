import { hoursAt, runsOf } from "../chosenHours.ts";
import { stripPlace } from "../week.ts";
import { type Ground, leaving, type Move, movesFor } from "./moves.ts";
import type { Overlap } from "./overlaps.ts";

/**
 * Why a service had better stay where it is: a *hole* would open behind it (of `need`), or *maybe* (its rate is not known),
 * or there is *nowhere* it would win more than it loses.
 */
export type Obstacle = { service: string; why: "hole" | "maybe" | "nowhere"; need: string | null };

/** Who of an overlap could move, best first; and of whom cannot at all, why. */
export type Partings = { moves: Move[]; obstacles: Obstacle[] };

/**
 * Who of an overlap could go where, looked at turn by turn (the hours of one day that hang together), since services move
 * turns and not weeks. Turns of the same clock hours on several days are one move; others are alternatives: they do not add
 * up, and what is said of holes holds for each by itself.
 * @see movesFor
 */
export function partings(overlap: Overlap, ground: Ground, dayStart: number): Partings {
  if (overlap.verdict !== "redundant" && overlap.verdict !== "contrasting")
    return { moves: [], obstacles: [] };
  const turns = turnsOf(overlap.hours, dayStart).map((hours) => ({ ...overlap, hours }));
  const byPlace = new Map<string, Move>();
  for (const move of turns.flatMap((turn) => movesFor(turn, ground))) {
    const key = `${move.service} ${move.to} ${move.hours.map((hour) => hour % 24)}`;
    const before = byPlace.get(key);
    byPlace.set(key, before ? joined(before, move) : move);
  }
  const moves = [...byPlace.values()].sort((a, b) => b.gain - b.loss - (a.gain - a.loss));
  const stuck = overlap.services.filter((id) => !moves.some(({ service }) => service === id));
  return { moves, obstacles: stuck.flatMap((id) => obstacleOf(id, turns, ground) ?? []) };
}

/** The hours of an overlap by day and stretch, in the order of the week. */
function turnsOf(hours: readonly number[], dayStart: number): number[][] {
  const places = hours.map((hour) => stripPlace(hour, dayStart)).sort((a, b) => a - b);
  const days = [...new Set(places.map((place) => Math.floor(place / 24)))];
  return days.flatMap((day) =>
    runsOf(places.filter((place) => Math.floor(place / 24) === day)).map(({ from, to }) =>
      hoursAt(
        Array.from({ length: to - from }, (_, i) => from + i),
        dayStart,
      ),
    ),
  );
}

const joined = (a: Move, b: Move): Move => ({
  ...a,
  hours: [...a.hours, ...b.hours],
  gain: a.gain + b.gain,
  loss: a.loss + b.loss,
  needs: [...new Set([...a.needs, ...b.needs])],
});

const WORST = ["hole", "maybe", "nowhere"] as const;

function obstacleOf(service: string, turns: readonly Overlap[], ground: Ground): Obstacle | null {
  const mover = ground.services.find(({ id }) => id === service);
  if (!mover) return null;
  const found = turns.map((turn): Obstacle => {
    const { loss, need } = leaving(mover, turn, ground);
    if (loss !== null || !need) return { service, why: "nowhere", need: null };
    return { service, why: need.known ? "hole" : "maybe", need: need.id };
  });
  return found.toSorted((a, b) => WORST.indexOf(a.why) - WORST.indexOf(b.why))[0] ?? null;
}
