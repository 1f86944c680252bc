import type { SlotEntry } from "../draft.ts";

/**
 * Slots in the order of the day, each ending where the next begins, so that together they fill the 24 hours once.
 * @throws nothing: two slots that begin at the same hour leave one of them without any, which `sameStart` tells
 */
export function tiled(slots: readonly SlotEntry[], dayStart: number): SlotEntry[] {
  const sorted = [...slots].sort((a, b) => place(a.from, dayStart) - place(b.from, dayStart));
  return sorted.map((slot, i) => ({ ...slot, to: sorted[(i + 1) % sorted.length]?.from ?? slot.from }));
}

/** The hours at which more than one slot begins. */
export const sameStart = (slots: readonly SlotEntry[]): number[] =>
  slots.map(({ from }) => from).filter((from, i, all) => all.indexOf(from) !== i);

/** Hours of a slot; one that ends where it begins is the whole day. */
export const lengthOf = ({ from, to }: Pick<SlotEntry, "from" | "to">): number => (to - from + 24) % 24 || 24;

/** The middle of the longest slot, to cut it in two. */
export function freeStart(slots: readonly SlotEntry[]): number {
  const longest = [...slots].sort((a, b) => lengthOf(b) - lengthOf(a))[0];
  return longest ? (longest.from + Math.ceil(lengthOf(longest) / 2)) % 24 : 6;
}

const place = (hour: number, dayStart: number) => (hour - dayStart + 24) % 24;
