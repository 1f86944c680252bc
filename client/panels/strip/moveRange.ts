import type { Stretch } from "../../../domain/chosenHours.ts";
import { HOURS, hourAtPlace, type Slot, slotOf } from "../../../domain/week.ts";

/** What a pointer or a key does to the chosen stretch. */
export type Grip = "new" | "move" | "start" | "end";

/** The stretch after a drag from place `from` to place `to`, beginning with `range`. It stays on the week and keeps an hour. */
export function dragged(grip: Grip, range: Stretch, { from, to }: { from: number; to: number }): Stretch {
  if (grip === "new") return { from: Math.min(from, to), to: Math.max(from, to) + 1 };
  if (grip === "start") return { from: Math.min(to, range.to - 1), to: range.to };
  if (grip === "end") return { from: range.from, to: Math.max(to + 1, range.from + 1) };
  return shifted(range, to - from);
}

/** The stretch moved by hours, stopped at the ends of the week. */
export function shifted({ from, to }: Stretch, by: number): Stretch {
  const step = Math.max(-from, Math.min(HOURS - to, by));
  return { from: from + step, to: to + step };
}

/** The stretch made longer (or shorter) at one end by hours. */
export function resized({ from, to }: Stretch, end: "start" | "end", by: number): Stretch {
  return end === "start"
    ? { from: Math.max(0, Math.min(to - 1, from + by)), to }
    : { from, to: Math.min(HOURS, Math.max(from + 1, to + by)) };
}

/**
 * The stretch a key makes of the chosen one: arrows move it, with Shift left and right move its end, up and down its
 * start; `null` = the whole week; `undefined` = the key means nothing here.
 */
export function keyed(
  range: Stretch | null,
  { key, shiftKey }: { key: string; shiftKey: boolean },
): Stretch | null | undefined {
  if (key === "Escape") return null;
  const step = STEPS[key];
  if (step === undefined) return undefined;
  if (range === null) return TO_FIRST.has(key) ? { from: 0, to: 1 } : { from: HOURS - 1, to: HOURS };
  if (!shiftKey || Math.abs(step) !== 1) return shifted(range, step);
  return key === "ArrowUp" || key === "ArrowDown"
    ? resized(range, "start", -step)
    : resized(range, "end", step);
}

/** Where a slot stands on one day of the strip. */
export function slotStretch(
  slot: Slot,
  day: number,
  { slots, dayStart }: { slots: readonly Slot[]; dayStart: number },
): Stretch {
  const places = Array.from({ length: 24 }, (_, i) => day * 24 + i);
  const held = places.filter((place) => slotOf(hourAtPlace(place, dayStart), slots).id === slot.id);
  return { from: held[0] ?? day * 24, to: (held.at(-1) ?? day * 24) + 1 };
}

const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: 24,
  PageUp: -24,
  End: Number.POSITIVE_INFINITY,
  Home: Number.NEGATIVE_INFINITY,
};

/** From the whole week these go to its first hour, the others to its last. */
const TO_FIRST = new Set(["ArrowRight", "ArrowUp", "PageDown", "Home"]);
