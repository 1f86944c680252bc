import type { Schedule } from "../domain/network.ts";
import { formats } from "./format.ts";
import { daysList } from "./hoursList.ts";
import type { Lang, Words } from "./words.ts";

type Said = { t: Words; lang: Lang };

/** A planned shift in words: "lun–ven 07:30–13:30", "ogni 2 settimane, mar 09–12, non nei festivi". */
export function scheduleWords(said: Said, schedule: Schedule): string {
  const { t } = said;
  const { interval, opens_at, closes_at, holidays } = schedule;
  const every = schedule.freq === "WEEKLY" && interval > 1 ? [t("schedule.weeks", { count: interval })] : [];
  const times = t("schedule.times", {
    days: daysOf(said, schedule),
    from: short(opens_at),
    to: short(closes_at),
  });
  const season = seasonOf(said, schedule);
  return [...every, times, ...season, ...(holidays === "closed" ? [t("schedule.noHolidays")] : [])].join(
    ", ",
  );
}

function daysOf(said: Said, { freq, byday, bymonthday }: Schedule): string {
  const { t, lang } = said;
  if (freq === "MONTHLY" && !byday)
    return t("schedule.monthday", { days: (bymonthday ?? "1").replaceAll(",", ", ") });
  const codes = byday?.split(",") ?? [];
  if (freq !== "MONTHLY") return daysList(said, codes.length > 0 ? codes.map(dayOf) : [0, 1, 2, 3, 4, 5, 6]);
  const days = codes.map((code) => {
    const day = formats(lang).weekdayShort(dayOf(code));
    const nth = Number.parseInt(code, 10);
    if (Number.isNaN(nth)) return day;
    return nth < 0 ? t("schedule.last", { day }) : t("schedule.nth", { nth, day });
  });
  return t("schedule.month", { days: formats(lang).list(days) });
}

function seasonOf({ t, lang }: Said, { valid_from, valid_to, until }: Schedule): string[] {
  const { date } = formats(lang);
  const end = [valid_to, until].filter((day) => day !== null).sort()[0];
  if (valid_from && end) return [t("schedule.season", { from: date(valid_from), to: date(end) })];
  if (end) return [t("schedule.until", { to: date(end) })];
  return valid_from ? [t("schedule.from", { from: date(valid_from) })] : [];
}

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const dayOf = (code: string) => CODES.indexOf(code.slice(-2));
const short = (time: string) => (time.endsWith(":00") ? time.slice(0, 2) : time);
