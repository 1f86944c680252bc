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

/** What a need figure is about; what is not named is summed over. `needs` null = all of them. */
export type NeedQuestion = {
  zone?: string | undefined;
  slot?: string | undefined;
  weekpart?: Weekpart | undefined;
  needs: readonly string[] | null;
};

/**
 * A published count, at least `shown` and at most `upTo` (they differ when a part of the sum is withheld); `noise` is
 * the variance of the gate's random change, over all cells shown.
 */
export type NeedFigure = { shown: number; upTo: number; noise: number; period: string; view: string };

/**
 * A figure or why there is none: *small* = withheld, and then surely less than `under`; *no_view* = not published so
 * finely (`under` null).
 */
export type NeedAnswer =
  | { figure: NeedFigure; missing: null; under: null }
  | { figure: null; missing: "small"; under: number }
  | { figure: null; missing: "no_view"; under: null };

/**
 * What the rules of the network say about needs: which are sensitive, under which count either kind is withheld, and
 * the variance of the random change of a published cell.
 */
export type NeedRules = {
  needs: readonly Pick<Need, "id" | "sensitive">[];
  threshold: number;
  sensitiveThreshold: number;
  variance: number;
  sensitiveVariance: number;
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
  let under: number | null = null;
  for (const period of chain) {
    const parts = partsOf(period, question, rules);
    if (parts.length === 0) continue;
    const { known, ...figure } = sum(parts);
    if (known) return { figure: { ...figure, period: period.id }, missing: null, under: null };
    under ??= Math.max(figure.upTo + 1, ...parts.map(({ threshold }) => threshold));
  }
  if (under === null) return { figure: null, missing: "no_view", under };
  return { figure: null, missing: "small", under };
}

/** One published cell; `value` null = withheld, then less than `threshold`; `variance`: of the random change of one shown. */
export type PublishedCell = { value: number | null; threshold: number; variance: number };

/** The cells of one period whose sum answers a question; `null` when a part of it is published nowhere in that period. */
export function publishedCells(
  period: PublishedPeriod,
  question: NeedQuestion,
  rules: NeedRules,
): PublishedCell[] | null {
  const cells = partsOf(period, question, rules).flatMap(({ values, threshold, variance }) =>
    values.map((value) => ({ value, threshold, variance })),
  );
  return cells.length > 0 ? cells : null;
}

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

/** What one view holds of a question; a withheld value of it is less than `threshold`. */
type Part = { view: PublishedView; values: (number | null)[]; threshold: number; variance: number };

/** The views that together hold the question in one period; none when a part of it is published nowhere. */
function partsOf({ views }: PublishedPeriod, question: NeedQuestion, rules: NeedRules): Part[] {
  const plain = views.filter(({ view }) => !view.startsWith("sensitive:"));
  const { needs: chosen } = question;
  const { threshold, sensitiveThreshold, variance, sensitiveVariance } = rules;
  if (chosen === null) return part({ from: plain, threshold, variance }, question) ?? [];
  const hidden = views.filter(({ view }) => view.startsWith("sensitive:"));
  const isSensitive = (id: string) => rules.needs.find((need) => need.id === id)?.sensitive ?? false;
  const families = [
    { from: plain, threshold, variance, ids: chosen.filter((id) => !isSensitive(id)) },
    {
      ...{ from: hidden, threshold: sensitiveThreshold, variance: sensitiveVariance },
      ids: chosen.filter(isSensitive),
    },
  ];
  const parts = families
    .filter(({ ids }) => ids.length > 0)
    .map(({ ids, ...family }) => part(family, { ...question, needs: ids }));
  return parts.some((found) => found === null) ? [] : parts.flatMap((found) => found ?? []);
}

type Family = { from: readonly PublishedView[]; threshold: number; variance: number };

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
  const { threshold, variance } = family;
  return [{ view, values: view.value.filter((_, i) => held(i)), threshold, variance }];
}

/** Not everything is in the sum of such a view: zones may have no parent, and sensitive needs are in no ordinary need. */
const leavesOut = (by: readonly Dimension[], needs: readonly string[] | null) =>
  by.includes("parent") || (needs === null && (by.includes("need") || by.includes("group")));

/** `known`: there is something to sum, and what is withheld of it cannot outweigh what is shown. */
function sum(parts: readonly Part[]): Omit<NeedFigure, "period"> & { known: boolean } {
  const cells = parts.flatMap(({ values, threshold }) => values.map((value) => ({ value, threshold })));
  const shown = cells.reduce((total, { value }) => total + (value ?? 0), 0);
  const unsure = cells.reduce(
    (total, { value, threshold }) => total + (value === null ? threshold - 1 : 0),
    0,
  );
  const noise = parts.reduce(
    (total, { values, variance }) => total + variance * values.filter((value) => value !== null).length,
    0,
  );
  const view = parts.map((found) => found.view.view).join(" + ");
  return { shown, upTo: shown + unsure, noise, view, known: cells.length > 0 && unsure <= shown };
}
