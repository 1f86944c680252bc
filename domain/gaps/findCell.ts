import { behindCell, familyOf } from "../behindCell.ts";
import type { HoursHeld } from "../coverage.ts";
import type { Need, Service } from "../network.ts";
import {
  isKnown,
  type NeedQuestion,
  type NeedRules,
  type PublishedPeriod,
  presenceHours,
  publishedSum,
} from "../published.ts";
import type { Evidence } from "../stats/needRate.ts";

/** Published cells, finest period first, with the presence hours of each, and who can record what. */
export type CellSource = {
  chain: readonly PublishedPeriod[];
  hours: ReadonlyMap<string, HoursHeld>;
  services: readonly Pick<Service, "id" | "needs">[];
  rules: Omit<NeedRules, "needs"> & {
    needs: readonly (Pick<Need, "id" | "sensitive"> & Partial<Pick<Need, "group">>)[];
  };
};

/**
 * Where a rate comes from: the period of its cell, whether that cell is of the slot or of the whole day, and whether it is
 * of the need itself (`group` null) or of the group that holds it, which has at least as many.
 */
export type Origin = { period: string; wholeDay: boolean; group: string | null };

/** A published cell as evidence of a need; `withheld`: the cell says no more than that it is small. */
export type FoundCell = { evidence: Evidence; origin: Origin; withheld: boolean };

type Place = { zone: string; slot?: string; need: string };

/** The services able to record, and so to meet, a need. */
export const competentFor = ({ services }: Pick<CellSource, "services">, need: string): ReadonlySet<string> =>
  new Set(services.filter((service) => service.needs.includes(need)).map(({ id }) => id));

/** Presence hours of the services named in a period; `null` when its presence is not at hand. */
export const hoursIn = (
  { hours }: Pick<CellSource, "hours">,
  period: string,
  { zone, slot, competent }: { zone: string; slot?: string; competent: ReadonlySet<string> },
): number | null => {
  const held = hours.get(period);
  return held ? presenceHours(held, { zone, slot }, competent) : null;
};

/** The need's own cell: the finest shown; else the coarsest withheld of which an upper end is known; `null` = there is none. */
export function ownCell(source: CellSource, place: Place, competent: ReadonlySet<string>): FoundCell | null {
  const { need, ...where } = place;
  const question: NeedQuestion = { ...where, needs: [need] };
  let withheld: FoundCell | null = null;
  for (const { period, hours } of periodsOf(source, place, competent)) {
    const origin = { period: period.id, wholeDay: place.slot === undefined, group: null };
    const found = publishedSum(period, question, source.rules);
    if (!found || found.upTo === null) continue;
    const { shown, upTo, middle, noise } = found;
    if (isKnown(found))
      return { evidence: { shown, upTo, middle, variance: noise, hours }, origin, withheld: false };
    withheld = { evidence: { shown: 0, upTo, middle, variance: 0, hours }, origin, withheld: true };
  }
  return withheld;
}

/**
 * The finest cell of the group that holds a need, in the slot or else in the whole day: of the need it only says "at most".
 * `null` = published nowhere.
 */
export function groupCell(
  source: CellSource,
  { zone, slot, need }: Required<Place>,
  competent: ReadonlySet<string>,
): FoundCell | null {
  const about = source.rules.needs.find(({ id }) => id === need);
  const group = about?.group;
  if (!about || group === undefined) return null;
  for (const where of [{ zone, slot }, { zone }]) {
    for (const { period, hours } of periodsOf(source, { ...where, need }, competent)) {
      const most = groupCount(source, period, { ...where, group, sensitive: about.sensitive });
      if (!most) continue;
      const origin = { period: period.id, wholeDay: !("slot" in where), group };
      return { evidence: { shown: 0, ...most, hours }, origin, withheld: true };
    }
  }
  return null;
}

type GroupPlace = { zone: string; slot?: string; group: string; sensitive: boolean };

function groupCount({ rules }: CellSource, { views }: PublishedPeriod, asked: GroupPlace) {
  const { sensitive, ...place } = asked;
  const family = familyOf(views, rules, sensitive);
  const nodes = Object.entries(place) as ["zone" | "slot" | "group", string][];
  const view = family.from.find(
    ({ by }) => by.length === nodes.length && nodes.every(([dimension]) => by.includes(dimension)),
  );
  const at = view
    ? view.value.findIndex((_, i) => nodes.every(([key, node]) => view[key]?.[i] === node))
    : -1;
  if (!view || at < 0) return null;
  const { value, most, middle, noise } = behindCell(view, at, family);
  return most === null ? null : { upTo: most, middle: value === null ? middle : value / 2, variance: noise };
}

function periodsOf(source: CellSource, { zone, slot }: Place, competent: ReadonlySet<string>) {
  return source.chain.flatMap((period) => {
    const where = slot === undefined ? { zone } : { zone, slot };
    const hours = hoursIn(source, period.id, { ...where, competent });
    return hours === null ? [] : [{ period, hours }];
  });
}
