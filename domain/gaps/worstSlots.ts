import type { GapField } from "./gapField.ts";
import { type Part, partsOf } from "./gapParts.ts";
import { type SlotDay, slotDays } from "./gapPlaces.ts";

/** When a zone lacks most: a slot (its id) on some days of the week, with the episodes expected on the worst of them. */
export type WorstSlot = { slot: string; days: number[]; expected: number };

/** Days on which hardly less is expected than on the worst belong to it too. */
const HARDLY_LESS = 0.9;

/**
 * For every zone the slot and days on which most episodes of known needs are expected with nobody there: the one to begin
 * with when a whole week lacks. Days of the same slot with at least nine tenths of it stand together, ascending.
 * @param hours those chosen
 * @returns by zone; a zone of which nothing is known, or where nothing is missing, is not in it
 */
export function worstSlots(field: GapField, hours: readonly number[]): ReadonlyMap<string, WorstSlot> {
  const chosen = new Set(hours);
  const groups = slotDays(field)
    .map((group) => ({ ...group, hours: group.hours.filter((hour) => chosen.has(hour)) }))
    .filter((group) => group.hours.length > 0);
  return new Map(
    field.coverage.zones.flatMap((id, zone): [string, WorstSlot][] => {
      const found = worstOf(field, zone, groups);
      return found ? [[id, found]] : [];
    }),
  );
}

function worstOf(field: GapField, zone: number, groups: readonly SlotDay[]): WorstSlot | null {
  const sized = groups.map((group) => ({
    ...group,
    expected: expectedIn(partsOf(field, zone, group.hours)),
  }));
  const worst = sized.reduce<(typeof sized)[number] | null>(
    (most, one) => (one.expected > (most?.expected ?? 0) ? one : most),
    null,
  );
  if (!worst) return null;
  const days = sized
    .filter(({ slot, expected }) => slot === worst.slot && expected >= HARDLY_LESS * worst.expected)
    .map(({ day }) => day)
    .sort((a, b) => a - b);
  return { slot: field.coverage.slots[worst.slot]?.id ?? "", days, expected: worst.expected };
}

/** Mean episodes of the needs of which something was seen. */
const expectedIn = (parts: readonly Part[]): number =>
  parts
    .filter(({ rate }) => rate.state === "known")
    .reduce((total, { rate: { posterior }, uncovered }) => {
      const middle = posterior?.middle;
      return total + (middle ? (middle.shape / middle.rate) * uncovered : 0);
    }, 0);
