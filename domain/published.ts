import type { CoverageAnswer } from "./coverage.ts";
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

/** A published count, at least `shown` and at most `upTo` (they differ when a part of the sum is withheld). */
export type NeedFigure = { shown: number; upTo: number; period: string; view: string };

/** A figure or why there is none: *small* = withheld, *no_view* = not published so finely. */
export type NeedAnswer =
  | { figure: NeedFigure; missing: null }
  | { figure: null; missing: "small" | "no_view" };

/** What the rules of the network say about needs: which are sensitive, and under which count a value is withheld. */
export type NeedRules = { needs: readonly Pick<Need, "id" | "sensitive">[]; threshold: number };

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
  let missing: "small" | "no_view" = "no_view";
  for (const period of chain) {
    const parts = partsOf(period, question, rules);
    if (parts.length === 0) continue;
    missing = "small";
    const figure = sum(parts, rules.threshold);
    if (figure) return { figure: { ...figure, period: period.id }, missing: null };
  }
  return { figure: null, missing };
}

/** One published cell; `value` null = withheld. */
export type PublishedCell = { value: number | null; sensitive: boolean };

/** The cells of one period whose sum answers a question; `null` when a part of it is published nowhere in that period. */
export function publishedCells(
  period: PublishedPeriod,
  question: NeedQuestion,
  rules: Pick<NeedRules, "needs">,
): PublishedCell[] | null {
  const parts = partsOf(period, question, rules);
  const cells = parts.flatMap(({ view, values }) =>
    values.map((value) => ({ value, sensitive: view.view.startsWith("sensitive:") })),
  );
  return cells.length > 0 ? cells : null;
}

/** Hours really spent by the services named (null = all), in a zone, slot and weekpart where named. */
export function presenceHours(
  { hours }: Pick<CoverageAnswer, "hours">,
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

type Part = { view: PublishedView; values: (number | null)[] };

/** The views that together hold the question in one period; none when a part of it is published nowhere. */
function partsOf(
  { views }: PublishedPeriod,
  question: NeedQuestion,
  { needs }: Pick<NeedRules, "needs">,
): Part[] {
  const plain = views.filter(({ view }) => !view.startsWith("sensitive:"));
  const { needs: chosen } = question;
  if (chosen === null) return part(plain, question) ?? [];
  const hidden = views.filter(({ view }) => view.startsWith("sensitive:"));
  const isSensitive = (id: string) => needs.find((need) => need.id === id)?.sensitive ?? false;
  const families = [
    { from: plain, ids: chosen.filter((id) => !isSensitive(id)) },
    { from: hidden, ids: chosen.filter(isSensitive) },
  ];
  const parts = families
    .filter(({ ids }) => ids.length > 0)
    .map(({ from, ids }) => part(from, { ...question, needs: ids }));
  return parts.some((found) => found === null) ? [] : parts.flatMap((found) => found ?? []);
}

/** The view with the fewest dimensions to sum over. */
function part(views: readonly PublishedView[], { needs, ...place }: NeedQuestion): Part[] | null {
  const named = Object.entries(place).filter(([, node]) => node !== undefined) as [Dimension, string][];
  const wanted: Dimension[] = [
    ...named.map(([dimension]) => dimension),
    ...(needs ? (["need"] as const) : []),
  ];
  const able = views.filter(
    ({ by }) => wanted.every((dimension) => by.includes(dimension)) && !leavesOut(by, needs),
  );
  const [view] = able.sort((a, b) => a.by.length - b.by.length);
  if (!view) return null;
  const held = (i: number) =>
    named.every(([dimension, node]) => view[dimension]?.[i] === node) &&
    (!needs || needs.includes(view.need?.[i] ?? ""));
  return [{ view, values: view.value.filter((_, i) => held(i)) }];
}

/** Not everything is in the sum of such a view: zones may have no parent, and sensitive needs are in no ordinary need. */
const leavesOut = (by: readonly Dimension[], needs: readonly string[] | null) =>
  by.includes("parent") || (needs === null && (by.includes("need") || by.includes("group")));

function sum(parts: readonly Part[], threshold: number): Omit<NeedFigure, "period"> | null {
  const values = parts.flatMap((found) => found.values);
  const shown = values.reduce((total: number, value) => total + (value ?? 0), 0);
  const unsure = values.filter((value) => value === null).length * (threshold - 1);
  if (values.length === 0 || unsure > shown) return null;
  return { shown, upTo: shown + unsure, view: parts.map((found) => found.view.view).join(" + ") };
}
