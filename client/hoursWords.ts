import type { HoursFacts } from "../domain/chosenHours.ts";
import { clockRange, formats } from "./format.ts";
import type { Lang, Words } from "./words.ts";

/** Chosen hours as a short label: "ven 22–24", "ogni giorno 22–06", "tutta la settimana". */
export function hoursLabel(t: Words, lang: Lang, facts: HoursFacts): string {
  const { weekdayShort } = formats(lang);
  if (facts.kind === "week") return t("hours.week");
  if (facts.kind === "mixed") return t("hours.mixed", { count: facts.hours });
  if (facts.kind === "span") {
    const { from } = facts;
    const to = endOf(facts.to);
    return t("hours.span", {
      day: weekdayShort(from.day),
      from: two(from.hour),
      toDay: weekdayShort(to.day),
      to: two(to.hour),
    });
  }
  const name = weekdayShort;
  const day = setName(facts.days, t) ?? facts.days.map(name).join(", ");
  if (facts.whole) return day;
  const [from = "", to = ""] = clockRange(facts.from, facts.to).split("–");
  return t(facts.late ? "hours.late" : "hours.one", { day, from, to });
}

/** The same with whole names, as in "venerdì 22–24". */
export function hoursTitle(t: Words, lang: Lang, facts: HoursFacts): string {
  if (facts.kind !== "days" || facts.days.length !== 1) return hoursLabel(t, lang, facts);
  const day = formats(lang).weekday(facts.days[0] ?? 0);
  const [from = "", to = ""] = clockRange(facts.from, facts.to).split("–");
  return facts.whole ? day : t(facts.late ? "hours.late" : "hours.one", { day, from, to });
}

/** Chosen hours as the beginning of a sentence: "Il venerdì tra le 22 e le 24". */
export function whenPhrase(t: Words, lang: Lang, facts: HoursFacts): string {
  const { weekday } = formats(lang);
  if (facts.kind === "week") return t("when.week");
  if (facts.kind === "mixed") return t("when.mixed", { count: facts.hours });
  if (facts.kind === "span") {
    const { from } = facts;
    const to = endOf(facts.to);
    const at = (hour: number) => (hour === 0 ? t("atMidnight") : t("at", { count: hour }));
    return t(to.hour === 24 ? "when.tillMidnight" : "when.span", {
      day: weekday(from.day),
      from: at(from.hour),
      toDay: weekday(to.day),
      to: at(to.hour),
    });
  }
  const days = daysPhrase(t, lang, facts.days);
  if (facts.whole) return days;
  const clock = (hour: number) => (hour === 0 ? t("midnight") : t("clock", { count: hour }));
  const [only, ...others] = facts.days;
  if (facts.late && only !== undefined && others.length === 0) {
    const night = { day: weekday(only), nextDay: weekday((only + 1) % 7) };
    return t("when.night", { ...night, from: clock(facts.from), to: clock(facts.to) });
  }
  return t(facts.late ? "when.late" : "when.between", { days, from: clock(facts.from), to: clock(facts.to) });
}

function daysPhrase(t: Words, lang: Lang, days: readonly number[]): string {
  const [only, ...others] = days;
  if (only !== undefined && others.length === 0) return t(`theDay.${only as 0}`);
  const set = setOf(days);
  if (set) return t(`when.${set}`);
  const { list, weekday } = formats(lang);
  return t("when.days", { days: list(days.map(weekday)) });
}

const setName = (days: readonly number[], t: Words): string | null => {
  const set = setOf(days);
  return set && t(`hours.${set}`);
};

function setOf(days: readonly number[]): "weekdays" | "daily" | "weekend" | null {
  const key = days.join("");
  if (key === "0123456") return "daily";
  if (key === "01234") return "weekdays";
  return key === "56" ? "weekend" : null;
}

/** A span that ends at 0 ends at the midnight of the day before. */
const endOf = ({ day, hour }: { day: number; hour: number }) =>
  hour === 0 ? { day: (day + 6) % 7, hour: 24 } : { day, hour };

const two = (hour: number) => String(hour).padStart(2, "0");
