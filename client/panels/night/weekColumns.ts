import { HOURS, hourAtPlace, slotOf } from "../../../domain/week.ts";
import type { Night } from "./useNight.ts";

/** The hours of a day that begins at the network's hour. */
export const COLUMNS = Array.from({ length: 24 }, (_, i) => i);

/** The slots along the columns. */
export function slotRuns({ screen }: Night) {
  const { slots, day_start: dayStart } = screen.known.network;
  const runs: { slot: (typeof slots)[number]; from: number; to: number }[] = [];
  for (const column of COLUMNS) {
    const slot = slotOf(hourAtPlace(column % HOURS, dayStart), slots);
    const last = runs.at(-1);
    if (last?.slot.id === slot.id) last.to = column + 1;
    else runs.push({ slot, from: column, to: column + 1 });
  }
  return runs;
}

/** Stretches of columns of the first set and of the second; of two periods, of the hours compared. */
export function framesOf(night: Night): { from: number; to: number; of: "a" | "b" }[] {
  const { a, b, periods } = night.telling;
  const runs = slotRuns(night);
  const second = joined(runs.filter(({ slot }) => b.slots.includes(slot.id)));
  const first = periods ? [] : joined(runs.filter(({ slot }) => a.slots.includes(slot.id)));
  return [
    ...first.map((frame) => ({ ...frame, of: "a" as const })),
    ...second.map((frame) => ({ ...frame, of: "b" as const })),
  ];
}

function joined(runs: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const frames: { from: number; to: number }[] = [];
  for (const { from, to } of runs) {
    const last = frames.at(-1);
    if (last?.to === from) last.to = to;
    else frames.push({ from, to });
  }
  return frames;
}
