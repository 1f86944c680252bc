import type { PeriodKind } from "../domain/period.ts";
import type { Lang, Words } from "./words.ts";

const LOCALES: Record<Lang, string> = { it: "it-IT", en: "en-GB" };
/** A Monday, to name weekdays by. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** Numbers, dates and lists as the language of the page writes them. ISO dates are calendar days, in no time zone. */
export const formats = keep((lang: Lang) => {
  const locale = LOCALES[lang];
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const day = dates({ day: "numeric", month: "short" });
  const range = dates({ day: "numeric", month: "short", year: "numeric" });
  const quarter = dates({ month: "short", year: "numeric" });
  const month = dates({ month: "long", year: "numeric" });
  const [long, short] = [dates({ weekday: "long" }), dates({ weekday: "short" })];
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const clock = keep((timeZone: string) =>
    dates({ day: "numeric", month: "short", year: "numeric", timeZone }),
  );
  const minute = keep((timeZone: string) =>
    dates({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone }),
  );
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    rate: (n: number) => one.format(n),
    count: (n: number) => whole.format(n),
    list: (items: readonly string[]) => list.format(items),
    day: (date: string) => day.format(at(date)),
    date: (date: string) => range.format(at(date)),
    range: (from: string, to: string) => range.formatRange(at(from), at(to)),
    months: (from: string, to: string) => quarter.formatRange(at(from), at(to)),
    month: (date: string) => month.format(at(date)),
    weekday: (n: number) => long.format(MONDAY + n * DAY),
    weekdayShort: (n: number) => short.format(MONDAY + n * DAY).replace(".", ""),
    weekdayLetter: (n: number) =>
      long
        .format(MONDAY + n * DAY)
        .charAt(0)
        .toLocaleUpperCase(locale),
    minute: (instant: string | number, timeZone: string) => minute(timeZone).format(new Date(instant)),
    /** Where whoever reads is, when the network's time zone is not known yet. */
    time: (instant: number) => time.format(instant),
    moment: (instant: string, timeZone: string) => clock(timeZone).format(new Date(instant)),
  };
});

/** "lug – set 2026", "settembre 2026", "7–13 set 2026", "anno 2026". */
export function periodName(
  t: Words,
  lang: Lang,
  period: { kind: PeriodKind; from: string; to: string },
): string {
  const { months, month, range } = formats(lang);
  if (period.kind === "year") return t("period.short.year", { range: period.from.slice(0, 4) });
  if (period.kind === "quarter") return months(period.from, period.to);
  return period.kind === "month" ? month(period.from) : range(period.from, period.to);
}

/** Two-digit clock hours, "22–24". */
export const clockRange = (from: number, to: number): string =>
  `${String(from).padStart(2, "0")}–${String(to).padStart(2, "0")}`;

const at = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** Days from the first ISO date to the second. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / DAY);

function keep<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const before = made.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
