import { behindCell, type Family, familyOf } from "./behindCell.ts";
import type { HoursHeld } from "./coverage.ts";
import type { Dimension, Need } from "./network.ts";
import type { PeriodKind } from "./period.ts";
import type { Weekpart } from "./week.ts";

/** Published cells of one view, columnar: `value` null = withheld. `sensitive:` views hold sensitive needs only. */
export type PublishedView = { view: string; by: Dimension[]; value: (number | null)[] } & {
  [D in Dimension]?: string[] | undefined;
};

/** A closed period with its published views. */
export type PublishedPeriod = {
  id: string;
  kind: PeriodKind;
  from: string;
  to: string;
  closed_at: string;
  views: PublishedView[];
};

/** What a need figure is about; what is not named is summed over. `needs` null = all ordinary ones. */
export type NeedQuestion = {
  zone?: string | undefined;
  slot?: string | undefined;
  weekpart?: Weekpart | undefined;
  needs: readonly string[] | null;
};

/**
 * A published count, at least `shown`, at most `upTo` and likeliest `middle` (they differ when a part of the sum is
 * withheld); `noise` is the variance of the gate's random change, over all cells shown.
 */
export type NeedFigure = {
  shown: number;
  upTo: number;
  middle: number;
  noise: number;
  period: string;
  view: string;
};

/**
 * A figure or why there is none: *small* = withheld, and then surely less than `under` (`null`: it may also be repeat
 * sightings, of any number); *no_view* = not published so finely (`under` null).
 */
export type NeedAnswer =
  | { figure: NeedFigure; missing: null; under: null }
  | { figure: null; missing: "small"; under: number | null }
  | { figure: null; missing: "no_view"; under: null };

/**
 * What the rules of the network say about needs: which are sensitive, under which count either kind is withheld, the
 * variance of the random change of a published cell, and the dimensions of one node, where there are any.
 */
export type NeedRules = {
  needs: readonly Pick<Need, "id" | "sensitive">[];
  threshold: number;
  sensitiveThreshold: number;
  variance: number;
  sensitiveVariance: number;
  single?: readonly Dimension[];
  sensitiveSingle?: readonly Dimension[];
};

/**
 * The finest published count that answers a question: the chosen period first, then the coarser ones that hold it.
 * A sum with withheld parts is given as a range, and only while the withheld part cannot outweigh the shown one.
 * @see methods.md C4 ("unions = sum of published nodes, with n_censored shown as a range")
 */
export function needFigure(
  chain: readonly PublishedPeriod[],
  question: NeedQuestion,
  rules: NeedRules,
): NeedAnswer {
  let small: { under: number | null } | null = null;
  for (const period of chain) {
    const found = publishedSum(period, question, rules);
    if (!found) continue;
    const { upTo, under, ...figure } = found;
    if (upTo !== null && isKnown(found)) {
      const { shown, middle, noise, view } = figure;
      return { figure: { shown, upTo, middle, noise, view, period: period.id }, missing: null, under: null };
    }
    small ??= { under };
  }
  if (small === null) return { figure: null, missing: "no_view", under: null };
  return { figure: null, missing: "small", under: small.under };
}

/**
 * What one period publishes of a question, summed: as in a figure, but `upTo` null = nobody can tell; `under` as in an
 * answer; `cells`: how many were summed.
 */
export type NeedSum = Omit<NeedFigure, "period" | "upTo"> & {
  upTo: number | null;
  under: number | null;
  cells: number;
};

/** The cells of one period whose sum answers a question; `null` when a part of it is published nowhere in that period. */
export function publishedSum(
  period: PublishedPeriod,
  question: NeedQuestion,
  rules: NeedRules,
): NeedSum | null {
  const parts = partsOf(period, question, rules);
  return parts.some(({ held }) => held.length > 0) ? sum(parts) : null;
}

/** Whether what is withheld of a sum cannot outweigh what is shown. */
export const isKnown = ({ shown, upTo }: Pick<NeedSum, "shown" | "upTo">): boolean =>
  upTo !== null && upTo - shown <= shown;

/** Hours really spent by the services named (null = all), in a zone, slot and weekpart where named. */
export function presenceHours(
  { hours }: HoursHeld,
  { zone, slot, weekpart }: Omit<NeedQuestion, "needs">,
  services: ReadonlySet<string> | null,
): number {
  return hours.hours.reduce((total, spent, i) => {
    const counts =
      (zone === undefined || hours.zone[i] === zone) &&
      (slot === undefined || hours.slot[i] === slot) &&
      (weekpart === undefined || hours.weekpart[i] === weekpart) &&
      (services === null || services.has(hours.service[i] ?? ""));
    return counts ? total + spent : total;
  }, 0);
}

/** Published count per 10 hours of presence; `null` when nobody was there to see (no hours is not no need). */
export function per10Hours(count: number, hours: number): number | null {
  return hours > 0 ? (count / hours) * 10 : null;
}

/** What one view holds of a question: the places of its cells. */
type Part = { view: PublishedView; held: number[]; family: Family };

/** The views that together hold the question in one period; none when a part of it is published nowhere. */
function partsOf({ views }: PublishedPeriod, question: NeedQuestion, rules: NeedRules): Part[] {
  const { needs: chosen } = question;
  if (chosen === null) return part(familyOf(views, rules, false), question) ?? [];
  const isSensitive = (id: string) => rules.needs.find((need) => need.id === id)?.sensitive ?? false;
  const parts = [false, true].flatMap((sensitive) => {
    const needs = chosen.filter((id) => isSensitive(id) === sensitive);
    return needs.length > 0 ? [part(familyOf(views, rules, sensitive), { ...question, needs })] : [];
  });
  return parts.some((found) => found === null) ? [] : parts.flatMap((found) => found ?? []);
}

/** The view with the fewest dimensions to sum over. */
function part(family: Family, { needs, ...place }: NeedQuestion): Part[] | null {
  const named = Object.entries(place).filter(([, node]) => node !== undefined) as [Dimension, string][];
  const wanted: Dimension[] = [
    ...named.map(([dimension]) => dimension),
    ...(needs ? (["need"] as const) : []),
  ];
  const able = family.from.filter(
    ({ by }) => wanted.every((dimension) => by.includes(dimension)) && !leavesOut(by, needs),
  );
  const [view] = able.sort((a, b) => a.by.length - b.by.length);
  if (!view) return null;
  const held = (i: number) =>
    named.every(([dimension, node]) => view[dimension]?.[i] === node) &&
    (!needs || needs.includes(view.need?.[i] ?? ""));
  return [{ view, held: [...view.value.keys()].filter(held), family }];
}

/** Not everything is in the sum of such a view: zones may have no parent; and all needs have a view without needs, or none. */
const leavesOut = (by: readonly Dimension[], needs: readonly string[] | null) =>
  by.includes("parent") || (needs === null && (by.includes("need") || by.includes("group")));

function sum(parts: readonly Part[]): NeedSum {
  const cells = parts.flatMap(({ view, held, family }) => held.map((at) => behindCell(view, at, family)));
  const total = (of: (cell: ReturnType<typeof behindCell>) => number) =>
    cells.reduce((all, cell) => all + of(cell), 0);
  const upTo = cells.some(({ most }) => most === null) ? null : total(({ most }) => most ?? 0);
  const threshold = Math.max(...parts.map(({ family }) => family.threshold));
  return {
    shown: total(({ value }) => value ?? 0),
    upTo,
    middle: total(({ middle }) => middle),
    noise: total(({ noise }) => noise),
    cells: cells.length,
    under: cells.some(({ repeats }) => repeats) ? null : Math.max(threshold, (upTo ?? 0) + 1),
    view: parts.map((found) => found.view.view).join(" + "),
  };
}
