import { clockStretches, dayAndNight } from "../../../domain/compare/hourSets.ts";
import type { PeriodKind } from "../../../domain/period.ts";
import type { Slot } from "../../../domain/week.ts";
import { clockRange, formats, periodName } from "../../format.ts";
import { capital, type Lang, nameOf, type Words } from "../../words.ts";

export type NamedSlot = Slot & Parameters<typeof nameOf>[0];
type Days = { kind: PeriodKind; from: string; to: string };

/** One side of the comparison, hours or a period, and how it is called. */
export type HoursSet = {
  slots: string[];
  name: string;
  /** "di notte", "nelle fasce sera e notte", "prima" */
  when: string;
  /** The same where there is little room: "di notte", "18–06". */
  brief: string;
  /** "22–06", "ogni ora" */
  clock: string;
  /** The name of its period, when periods are compared. */
  period: string | null;
};

/** What the words are about: two sets of hours, or the same hours before and after (`periods`). */
export type Telling = { t: Words; lang: Lang; a: HoursSet; b: HoursSet; periods: boolean };

/** Two sets of hours of one period. */
export function hoursSets(
  { t, lang }: { t: Words; lang: Lang },
  slots: readonly NamedSlot[],
  chosen: { a: readonly string[]; b: readonly string[] },
): { a: HoursSet; b: HoursSet; periods: boolean } {
  const set = (ids: readonly string[]): HoursSet => ({
    ...{ slots: [...ids], clock: clockOf(t, slots, ids), period: null },
    ...setName({ t, lang }, slots, ids),
  });
  return { a: set(chosen.a), b: set(chosen.b), periods: false };
}

/** The same hours in two periods. */
export function periodSets(
  { t, lang }: { t: Words; lang: Lang },
  slots: readonly NamedSlot[],
  { hours, before, after }: { hours: readonly string[]; before: Days; after: Days },
): { a: HoursSet; b: HoursSet; periods: boolean } {
  const base = { slots: [...hours], clock: clockOf(t, slots, hours) };
  const set = (name: string, when: string, days: Days): HoursSet => ({
    ...base,
    ...{ name, when, brief: when, period: periodName(t, lang, days) },
  });
  return {
    a: set(t("night.beforeName"), t("night.inBefore"), before),
    b: set(t("night.afterName"), t("night.inAfter"), after),
    periods: true,
  };
}

/** "di notte", "nella fascia sera"; nothing for every hour. */
export const whenOf = (
  words: { t: Words; lang: Lang },
  slots: readonly NamedSlot[],
  ids: readonly string[],
): string | null => (ids.length === slots.length ? null : setName(words, slots, ids).when);

/** "notte", or the hours of a set that has no name of its own. */
export const shortName = ({ name, when, brief, clock }: HoursSet): string =>
  brief === when ? name.toLocaleLowerCase() : clock;

function setName({ t, lang }: { t: Words; lang: Lang }, slots: readonly NamedSlot[], ids: readonly string[]) {
  const usual = dayAndNight(slots);
  const named = (name: string, when: string) => ({ name, when, brief: when });
  if (ids.join() === usual.b.join()) return named(t("night.night"), t("night.inNight"));
  if (ids.join() === usual.a.join()) return named(t("night.day"), t("night.inDay"));
  const chosen = slots.filter(({ id }) => ids.includes(id)).map((slot) => nameOf(slot, lang));
  const names = formats(lang).list(chosen.map((name) => name.toLocaleLowerCase(lang)));
  const when = t("night.inSlots", { count: chosen.length, names });
  return { name: capital(names), when, brief: clockOf(t, slots, ids) };
}

function clockOf(t: Words, slots: readonly NamedSlot[], ids: readonly string[]): string {
  if (ids.length === slots.length) return t("night.everyHour");
  return clockStretches(slots, ids)
    .map(({ from, to }) => clockRange(from, to))
    .join(", ");
}
