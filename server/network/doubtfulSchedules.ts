import { localOf } from "../../domain/civilTime.ts";
import { publicHolidays } from "../../domain/holidays.ts";
import type { NetworkFile, Schedule } from "../../domain/network.ts";
import { addDays } from "../../domain/period.ts";
import { occurrences } from "../../domain/recurrence.ts";
import type { Warning } from "./NetworkRefused.ts";
import type { Located } from "./readTable.ts";

type Place = Pick<NetworkFile, "timezone" | "country">;
type Row = Located<Schedule>;

/** Schedules that can be planned by and probably say something else than was meant. */
export const doubtfulSchedules = (rows: readonly Row[], place: Place): Warning[] => [
  ...overlapping(rows, place),
  ...idleHolidays(rows, place),
];

/** Rows of one service in one zone that cover the same minutes; said once a pair, at the later row. */
function overlapping(rows: readonly Row[], place: Place): Warning[] {
  return rows.flatMap((row, i) =>
    rows.slice(0, i).flatMap((before): Warning[] => {
      const zone = row.value.zones.find((id) => before.value.zones.includes(id));
      if (row.value.service !== before.value.service || zone === undefined) return [];
      const date = firstShared(before.value, row.value, place);
      if (date === null) return [];
      const { opens_at, closes_at, service } = row.value;
      return [
        {
          ...{ kind: "overlap", file: "schedules.csv", where: row.where, field: "opens_at, closes_at" },
          value: `${opens_at}–${closes_at}`,
          problem: `covers minutes that ${before.where} covers too (${service} in ${zone}, first on ${date}); they count once`,
          remedy: "Join the two rows, or correct the times.",
          said: { service, zone, date, other: lineOf(before) },
        },
      ];
    }),
  );
}

/** The first local date, in the first year both are valid, on which two schedules cover the same minutes; `null` = none. */
function firstShared(a: Schedule, b: Schedule, place: Place): string | null {
  if (!mayMeet(a, b)) return null;
  const from = [startOf(a), startOf(b)].sort().at(-1) ?? "";
  const to = [endOf(a), endOf(b), addDays(from, 370)].sort()[0] ?? "";
  if (to < from) return null;
  const holidays = publicHolidays(place.country, addDays(from, -2), to);
  const [first, second] = [a, b].map((one) =>
    occurrences(one, { from, to, timezone: place.timezone, holidays }),
  );
  for (const { start, end } of first ?? []) {
    const shared = second?.find((other) => other.start < end && other.end > start);
    if (shared) return localOf(Math.max(start, shared.start), place.timezone).date;
  }
  return null;
}

/** Told from the clock alone, so that few pairs need to be laid out day by day. */
function mayMeet(a: Schedule, b: Schedule): boolean {
  const [first, second] = [minutesOf(a), minutesOf(b)];
  return [-1440, 0, 1440].some((shift) => first.from < second.to + shift && second.from + shift < first.to);
}

function minutesOf({ opens_at, closes_at }: Schedule): { from: number; to: number } {
  const [from, to] = [opens_at, closes_at].map(
    (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
  );
  return { from: from ?? 0, to: (to ?? 0) <= (from ?? 0) ? (to ?? 0) + 1440 : (to ?? 0) };
}

/** `holidays: closed` where no public holiday is known, or none ever falls on a day of the schedule. */
function idleHolidays(rows: readonly Row[], place: Place): Warning[] {
  const closed = rows.filter(({ value }) => value.holidays === "closed");
  const at = (row: Row) => ({ file: "schedules.csv", where: row.where, field: "holidays", value: "closed" });
  const [first] = closed;
  if (first && place.country !== "IT") {
    return [
      {
        ...at(first),
        kind: "holiday_unknown",
        problem: `closes nothing, here and in ${closed.length - 1} more rows: public holidays are known for Italy only`,
        remedy: 'Write "country": "IT" in network.json, or the days in exceptions.',
        said: { rows: String(closed.length) },
      },
    ];
  }
  return closed
    .filter(({ value }) => !everCloses(value, place))
    .map((row) => ({
      ...at(row),
      kind: "holiday_never",
      problem: "never closes: no public holiday falls on a day of this row",
      remedy: "Write open, or correct its days.",
      said: { service: row.value.service },
    }));
}

/** Years looked at: by then every holiday with a fixed date has fallen on every weekday. */
const YEARS = 12;

function everCloses(schedule: Schedule, { timezone, country }: Place): boolean {
  const open = { ...schedule, holidays: "open" as const };
  const end = endOf(schedule);
  let from = startOf(schedule);
  for (let year = 0; year < YEARS && from <= end; year++) {
    const to = [addDays(from, 364), end].sort()[0] ?? end;
    const holidays = publicHolidays(country, from, to);
    const times = holidays.size > 0 ? occurrences(open, { from, to, timezone }) : [];
    if (times.some(({ start }) => holidays.has(localOf(start, timezone).date))) return true;
    from = addDays(to, 1);
  }
  return false;
}

const startOf = ({ dtstart, valid_from }: Schedule): string =>
  [dtstart, valid_from ?? ""].sort().at(-1) ?? "";

const endOf = ({ until, valid_to }: Schedule): string =>
  [until ?? "9999-12-31", valid_to ?? "9999-12-31"].sort()[0] ?? "";

const lineOf = ({ where }: Row): string => where.replace("line ", "");
