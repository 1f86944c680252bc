import { PARAMETERS } from "../../../../domain/emerging/parameters.ts";
import type { Finding, Reading } from "../../../../domain/emerging/reading.ts";
import { addDays } from "../../../../domain/period.ts";
import type { NeedRules } from "../../../../domain/published.ts";
import type { EmergingAnswer } from "../../../emergingAnswer.ts";
import type { Point } from "./point.ts";

type Values = { need: string; values: (number | null)[]; hours: number[] };

/** Published figures closed by an epoch: whole-city series in their own step, those of zones by month. `null` = withheld. */
export type Series = {
  weeks: { id: string; from: string }[];
  city: (Values & { step: "week" | "month"; from: string[] })[];
  months: { id: string; from: string }[];
  zones: (Values & { zone: string })[];
};

/** What the charts need of a reading. `to` is the last day of its week. */
export type Emerged = Pick<Reading, "states" | "findings"> & {
  to: string;
  series: Series;
  parameters: { windowWeeks?: number; sensitiveWindowWeeks?: number };
  evidence: { need: string; zone: string | null; hours_now: number }[];
};

/** A close has been read: there is something to draw. */
export const isRead = (answer: EmergingAnswer): answer is EmergingAnswer & Emerged => answer.to !== null;

/** How many weeks a reading looks at as the last ones. */
export const windowOf = ({ parameters }: Pick<Emerged, "parameters">, sensitive: boolean): number =>
  sensitive
    ? (parameters.sensitiveWindowWeeks ?? PARAMETERS.sensitiveWindowWeeks)
    : (parameters.windowWeeks ?? PARAMETERS.windowWeeks);

/** Under which count a published cell is withheld, and the variance of the random change of one that is shown. */
export type CellRule = Pick<NeedRules, "threshold" | "variance">;

type Disclosing = Record<"threshold" | "sensitive_threshold", number> &
  Record<"perturbation" | "sensitive_perturbation", { V: number }>;

/** The rule a need is published under. */
export const ruleOf = (network: Disclosing, sensitive: boolean): CellRule =>
  sensitive
    ? { threshold: network.sensitive_threshold, variance: network.sensitive_perturbation.V }
    : { threshold: network.threshold, variance: network.perturbation.V };

/** The series a finding is of: its zones together, or the whole city. */
export const findingPoints = (series: Series, { need, zones }: Finding, rule: CellRule): Point[] =>
  zones.length > 0 ? zonePoints(series, { need, zones }, rule) : cityPoints(series, need, rule);

/** How finely the series of a finding is published: of zones never by week. */
export const stepOf = (
  { city }: Series,
  { need, zones }: Pick<Finding, "need" | "zones">,
): "week" | "month" =>
  zones.length > 0 ? "month" : (city.find((one) => one.need === need)?.step ?? "month");

/** A need in the whole city, week by week or (sensitive ones) month by month; spans never closed are unknown. */
export function cityPoints({ city }: Series, need: string, rule: CellRule): Point[] {
  const found = city.find((one) => one.need === need);
  if (!found) return [];
  const spans = calendar(found.from, found.step);
  return spans.map((span) => {
    const at = found.from.indexOf(span.from);
    return at < 0 ? nothing(span) : pointOf(span, [cellAt(found, at)], rule);
  });
}

/** A need in some zones together, month by month: never finer. */
export function zonePoints(
  { months, zones }: Series,
  asked: { need: string; zones: readonly string[] },
  rule: CellRule,
): Point[] {
  const found = zones.filter(({ need, zone }) => need === asked.need && asked.zones.includes(zone));
  if (found.length === 0) return [];
  const from = months.map((month) => month.from);
  return calendar(from, "month").map((span) => {
    const at = from.indexOf(span.from);
    const cells = found.map((one) => cellAt(one, at));
    return at < 0 ? nothing(span) : pointOf(span, cells, rule);
  });
}

type Span = Pick<Point, "from" | "to">;
type Cell = { value: number | null; hours: number };

const cellAt = ({ values, hours }: Values, at: number): Cell => ({
  value: values[at] ?? null,
  hours: hours[at] ?? 0,
});

const nothing = (span: Span): Point => ({
  ...span,
  seen: "unknown",
  shown: 0,
  upTo: 0,
  variance: 0,
  hours: 0,
});

/** Sums published cells; a withheld one adds a range, and none where nobody could have seen anything. */
function pointOf(span: Span, cells: readonly Cell[], { threshold, variance }: CellRule): Point {
  const told = cells.filter(({ value, hours }) => value !== null || hours > 0);
  const hours = told.reduce((sum, cell) => sum + cell.hours, 0);
  if (hours === 0) return nothing(span);
  const shown = told.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const withheld = told.filter(({ value }) => value === null).length;
  const unsure = withheld * (threshold - 1);
  return {
    ...span,
    seen: unsure <= shown ? "known" : "withheld",
    shown,
    upTo: shown + unsure,
    variance: variance * (told.length - withheld),
    hours,
  };
}

/** Every week or month from the first to the last of those named. */
function calendar(named: readonly string[], step: "week" | "month"): Span[] {
  const last = named.at(-1);
  const spans: Span[] = [];
  for (let from = named[0]; from !== undefined && last !== undefined && from <= last; ) {
    const to = after(from, step);
    spans.push({ from, to });
    from = to;
  }
  return spans;
}

function after(from: string, step: "week" | "month"): string {
  if (step === "week") return addDays(from, 7);
  return `${addDays(`${from.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
}
