import type { Schedule } from "../../domain/network.ts";
import type { Problem } from "./NetworkRefused.ts";
import type { Located } from "./readTable.ts";

type Rule = Pick<Problem, "kind" | "problem" | "remedy"> & {
  field: keyof Schedule;
  broken: (row: Schedule) => boolean;
};

const RULES: Rule[] = [
  {
    kind: "turn_never",
    field: "until",
    problem: "is before dtstart: the turn never happens",
    remedy: "Set it after dtstart, or remove the row.",
    broken: ({ until, dtstart }) => until !== null && until < dtstart,
  },
  {
    kind: "turn_never",
    field: "valid_to",
    problem: "is before valid_from: the turn never happens",
    remedy: "Swap them, or remove the row.",
    broken: ({ valid_from, valid_to }) => valid_from !== null && valid_to !== null && valid_to < valid_from,
  },
  {
    kind: "turn_never",
    field: "valid_to",
    problem: "is before dtstart: the turn never happens",
    remedy: "Set it after dtstart, or remove the row.",
    broken: ({ dtstart, valid_to }) => valid_to !== null && valid_to < dtstart,
  },
  {
    kind: "turn_never",
    field: "until",
    problem: "is before valid_from: the turn never happens",
    remedy: "Set it after valid_from, or remove the row.",
    broken: ({ until, valid_from }) => until !== null && valid_from !== null && until < valid_from,
  },
  {
    kind: "weekday_numbered",
    field: "byday",
    problem: "numbers a weekday, which only MONTHLY can do",
    remedy: "Set freq to MONTHLY, or write the weekday without a number.",
    broken: ({ freq, byday }) => freq !== "MONTHLY" && byday !== null && /\d/.test(byday),
  },
  {
    kind: "weekday_count",
    field: "byday",
    problem: "counts weekdays a month does not have",
    remedy: "Count from 1 to 5, or from -1 to -5 from the end of the month.",
    broken: ({ byday }) =>
      (byday?.match(/\d+/g) ?? []).some((count) => Number(count) < 1 || Number(count) > 5),
  },
  {
    kind: "month_days",
    field: "bymonthday",
    problem: "is not a list of days of the month",
    remedy: "Write days from 1 to 31 (or -1 for the last) separated by commas.",
    broken: ({ bymonthday }) => bymonthday !== null && !bymonthday.split(",").every(isMonthDay),
  },
  {
    kind: "month_day_weekly",
    field: "bymonthday",
    problem: "is a day of the month, which only MONTHLY can have",
    remedy: "Set freq to MONTHLY, or leave it empty.",
    broken: ({ freq, bymonthday }) => freq !== "MONTHLY" && bymonthday !== null,
  },
];

/** Schedules that read well one cell at a time and make no sense together. */
export function checkSchedules(schedules: readonly Located<Schedule>[]): Problem[] {
  return schedules.flatMap(({ value, where }) =>
    RULES.filter(({ broken }) => broken(value)).map(({ kind, field, problem, remedy }) => ({
      kind,
      file: "schedules.csv",
      where,
      field,
      value: String(value[field] ?? ""),
      problem,
      remedy,
    })),
  );
}

function isMonthDay(day: string): boolean {
  return /^-?\d{1,2}$/.test(day) && Math.abs(Number(day)) >= 1 && Math.abs(Number(day)) <= 31;
}
