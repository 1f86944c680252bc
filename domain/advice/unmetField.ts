import type { GapField } from "../gaps/gapField.ts";
import { gapSize } from "../stats/gap.ts";
import { type NeedRate, posteriorQuantile } from "../stats/needRate.ts";
import { HOURS, weekdayOf } from "../week.ts";
import type { Purpose } from "./crewPlan.ts";
import type { Field, FieldPlace } from "./field.ts";

/** A need's unmet episodes in an hour of the week: middle, and between which most likely (10 … 90 %). */
export type Unmet = { middle: number; interval: [number, number] };

/** The field advice goes by, and the uncertainty of what an hour would meet (`null` = not known). */
export type UnmetField = Field & { unmet: (place: FieldPlace) => Unmet | null };

/**
 * What more hours would meet and teach. `act`: where a need's rate is known, the median rate by the share of weeks in which
 * nobody competent is there. `look`: where its gap over that slot of that day is *uncertain* or *unknown*, the width from
 * the 20 % to the 80 % quantile by the same share; where there is not even a prior, as wide as the widest (1 if there is none).
 * @see methods B2, "Rank"
 */
export function unmetField(field: GapField): UnmetField {
  const cells = cellsOf(field);
  const { zones } = field.coverage;
  const place = indexer(field.needs);
  const zoneAt = indexer(zones);
  const cellAt = ({ zone, hour, need }: FieldPlace): { cell: Cell; share: number } | null => {
    const [n, z] = [place(need), zoneAt(zone)];
    if (n === undefined || z === undefined || field.open[hour] !== 1) return null;
    const cell = cells[(n * zones.length + z) * SLOT_DAYS + slotDay(field, hour)];
    const share = field.uncovered[(n * zones.length + z) * HOURS + hour] ?? 0;
    return cell ? { cell, share } : null;
  };
  const value = (asked: FieldPlace, of: Purpose) => {
    const found = cellAt(asked);
    return found ? found.cell[of] * found.share : 0;
  };
  return {
    act: (asked) => value(asked, "act"),
    look: (asked) => value(asked, "look"),
    unmet: (asked) => {
      const found = cellAt(asked);
      if (!found?.cell.interval) return null;
      const { cell, share } = found;
      const [low, high] = found.cell.interval;
      return { middle: cell.act * share, interval: [low * share, high * share] };
    },
  };
}

/** Of one need in one zone, slot and day: worth of an hour nobody competent covers. */
type Cell = { act: number; look: number; interval: [number, number] | null };

/** Slots of a network stand in fewer bits than this. */
const MOST_SLOTS = 24;
const SLOT_DAYS = 7 * MOST_SLOTS;

const slotDay = ({ slotAt, coverage }: GapField, hour: number) =>
  weekdayOf(hour, coverage.dayStart) * MOST_SLOTS + (slotAt[hour] ?? 0);

function cellsOf(field: GapField): Cell[] {
  const { needs, coverage, rates } = field;
  const hours = hoursBySlotDay(field);
  const widest = widestOf(field);
  const cells: Cell[] = [];
  needs.forEach((_, n) => {
    coverage.zones.forEach((_zone, z) => {
      const first = (n * coverage.zones.length + z) * HOURS;
      const made = new Map<string, Cell>();
      hours.forEach((own, at) => {
        const slot = at % MOST_SLOTS;
        const rate = rates[n]?.[z]?.[slot]?.rate;
        if (!rate) return;
        const uncovered = own.reduce((sum, hour) => sum + (field.uncovered[first + hour] ?? 0), 0);
        const key = `${slot} ${uncovered}`;
        const cell = made.get(key) ?? cellOf(rate, { uncovered, threshold: field.gapThreshold, widest });
        made.set(key, cell);
        cells[(n * coverage.zones.length + z) * SLOT_DAYS + at] = cell;
      });
    });
  });
  return cells;
}

function cellOf(
  rate: NeedRate,
  { uncovered, threshold, widest }: { uncovered: number; threshold: number; widest: number },
): Cell {
  const { posterior, state } = rate;
  if (uncovered === 0) return { act: 0, look: 0, interval: null };
  const { class: sure } = gapSize(rate, { uncovered, threshold });
  const unsure = sure === "uncertain" || sure === "unknown";
  if (!posterior) return { act: 0, look: unsure ? widest : 0, interval: null };
  const at = (p: number) => posteriorQuantile(posterior, p);
  const look = unsure ? at(0.8) - at(0.2) : 0;
  if (state !== "known") return { act: 0, look, interval: null };
  return { act: at(0.5), look, interval: [at(0.1), at(0.9)] };
}

function hoursBySlotDay(field: GapField): Map<number, number[]> {
  const hours = new Map<number, number[]>();
  for (let hour = 0; hour < HOURS; hour++) {
    if (field.open[hour] !== 1) continue;
    const at = slotDay(field, hour);
    hours.set(at, [...(hours.get(at) ?? []), hour]);
  }
  return hours;
}

function widestOf({ rates }: GapField): number {
  const widths = rates.flat(2).flatMap(({ rate: { posterior } }) => {
    return posterior ? [posteriorQuantile(posterior, 0.8) - posteriorQuantile(posterior, 0.2)] : [];
  });
  return widths.length > 0 ? Math.max(...widths) : 1;
}

function indexer(ids: readonly string[]): (id: string) => number | undefined {
  const places = new Map(ids.map((id, i) => [id, i]));
  return (id) => places.get(id);
}
