import { formats } from "../../../format.ts";
import type { Lang, Words } from "../../../words.ts";
import { bandOf, endsOf, type Point, rateOf, weeklyHours } from "./point.ts";

type Telling = { t: Words; lang: Lang };
type Step = "week" | "month";

/** A span, its figure and what it rests on. */
export type PointWords = { when: string; rate: string; likely: string; hours: string };

/** "ottobre 2026 · 1,4 · 1,0–1,9 · 24 h"; withheld and unknown in words, never as zero. */
export function pointWords({ t, lang }: Telling, point: Point, step: Step): PointWords {
  const { rate, count, date, month } = formats(lang);
  const when = step === "week" ? t("emerge.chart.weekOf", { date: date(point.from) }) : month(point.from);
  const hours = t("emerge.chart.hoursWeek", {
    count: Math.round(weeklyHours(point)),
    hours: count(weeklyHours(point)),
  });
  const ends = endsOf(point);
  if (ends === null) return { when, rate: t("emerge.chart.noHours"), likely: "–", hours };
  const figure = rateOf(point);
  if (figure === null)
    return { when, rate: t("emerge.chart.withheld", { upTo: rate(ends.to) }), likely: "–", hours };
  const band = bandOf(point);
  const between = (from: number, to: number) => t("need.upTo", { from: rate(from), to: rate(to) });
  return {
    when,
    rate: point.upTo > point.shown ? between(ends.from, ends.to) : rate(figure),
    likely: band ? t("emerge.chart.between", { from: rate(band.low), to: rate(band.high) }) : "–",
    hours,
  };
}

/** The same in one line, for who points at it. */
export function pointLine(telling: Telling, point: Point, step: Step): string {
  const { when, rate, likely, hours } = pointWords(telling, point, step);
  if (likely === "–") return telling.t("emerge.chart.lineUnsaid", { when, rate, hours });
  return telling.t("emerge.chart.line", { when, rate, likely, hours });
}

/** "29 cifre, da 1,0 a 1,9 ogni 10 ore; 2 trattenute": one sentence for a whole line. */
export function tileWords(
  { t, lang }: Telling,
  { points, step }: { points: readonly Point[]; step: Step },
): string {
  if (points.length === 0) return t("emerge.chart.cityOnly");
  const { rate } = formats(lang);
  const rates = points.map(rateOf).filter((one) => one !== null);
  const unsaid = points.length - rates.length;
  const rest = unsaid > 0 ? t("emerge.chart.unsaid", { count: unsaid }) : "";
  if (rates.length === 0) return rest;
  const ends = { from: rate(Math.min(...rates)), to: rate(Math.max(...rates)) };
  const said = t(step === "week" ? "emerge.chart.saidWeeks" : "emerge.chart.saidMonths", {
    count: rates.length,
    ...ends,
  });
  return [said, rest].filter(Boolean).join("; ");
}

/** "mag" */
export const shortMonth = (lang: Lang, date: string, withYear = false): string =>
  monthName(lang, date, { month: "short", ...(withYear ? { year: "2-digit" } : {}) });

/** "maggio" */
export const longMonth = (lang: Lang, date: string): string => monthName(lang, date, { month: "long" });

const monthName = (lang: Lang, date: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(lang === "it" ? "it-IT" : "en-GB", { timeZone: "UTC", ...options }).format(
    new Date(`${date}T00:00:00Z`),
  );
