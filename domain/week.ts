/** Hours in a week: an hour of the week is 0 (Monday 00–01, local time) … 167 (Sunday 23–24). */
export const HOURS = 168;

/** A named part of the day, set per network; `from` and `to` are local hours, `to <= from` crosses midnight. */
export type Slot = { id: string; from: number; to: number };

/**
 * The operational weekday (0 = Monday … 6 = Sunday) an hour of the week belongs to: a night belongs to the day it began.
 * @param hour hour of the week, 0 … 167
 * @param dayStart local hour at which the operational day starts (Cesena: 6)
 * @throws RangeError when `hour` is not 0 … 167
 */
export function weekdayOf(hour: number, dayStart: number): number {
  return Math.floor(stripPlace(hour, dayStart) / 24);
}

/**
 * The place of an hour on the week strip, 0 … 167: days run from `dayStart` to `dayStart`, Monday first.
 * @throws RangeError when `hour` is not 0 … 167
 */
export function stripPlace(hour: number, dayStart: number): number {
  if (!Number.isInteger(hour) || hour < 0 || hour >= HOURS) throw new RangeError(`hour of the week: ${hour}`);
  return (hour - dayStart + HOURS) % HOURS;
}

/**
 * The hour of the week at a place of the strip: the inverse of `stripPlace`.
 * @throws RangeError when `place` is not 0 … 167
 */
export function hourAtPlace(place: number, dayStart: number): number {
  if (!Number.isInteger(place) || place < 0 || place >= HOURS)
    throw new RangeError(`place on the strip: ${place}`);
  return (place + dayStart) % HOURS;
}

/** Whether a local hour of the day (0 … 23) falls in the slot. */
export function inSlot(slot: Slot, hourOfDay: number): boolean {
  return slot.from < slot.to
    ? hourOfDay >= slot.from && hourOfDay < slot.to
    : hourOfDay >= slot.from || hourOfDay < slot.to;
}

/**
 * The slot of an hour of the week.
 * @throws RangeError when no slot of the network holds it (a checked network always has one)
 */
export function slotOf<S extends Slot>(hour: number, slots: readonly S[]): S {
  const slot = slots.find((candidate) => inSlot(candidate, hour % 24));
  if (!slot) throw new RangeError(`no slot holds hour ${hour % 24}`);
  return slot;
}

/** Weekday or weekend by the operational day: `feriale` Monday … Friday, `festivo` Saturday and Sunday. */
export function weekpartOf(hour: number, dayStart: number): Weekpart {
  return weekdayOf(hour, dayStart) < 5 ? "weekday" : "weekend";
}

/** By operational day: a Friday night is a weekday. */
export type Weekpart = "weekday" | "weekend";
