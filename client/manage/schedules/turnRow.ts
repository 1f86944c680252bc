import type { Schedule } from "../../../domain/network.ts";
import type { Row } from "../draft.ts";

export const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** How a turn comes back, in the words of the form. */
export const PATTERNS = ["weekly", "daily", "monthly", "monthday"] as const;
export type Pattern = (typeof PATTERNS)[number];

export const listOf = (cell: string | undefined): string[] =>
  (cell ?? "").split(/[;,]/).flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));

export const patternOf = ({ freq, byday }: Row): Pattern => {
  if (freq === "DAILY") return "daily";
  if (freq !== "MONTHLY") return "weekly";
  return byday ? "monthly" : "monthday";
};

/** Which weekdays, and of a monthly turn which of the month ("1" the first, "-1" the last). */
export function daysOf({ byday = "" }: Row): { days: string[]; nth: string } {
  const parts = listOf(byday);
  return { days: parts.map((part) => part.slice(-2)), nth: (parts[0] ?? "").slice(0, -2) || "1" };
}

/** Sets which weekdays, in the order of the week. */
export const withDays = (row: Row, days: readonly string[], nth: string): Partial<Row> => ({
  byday: DAYS.filter((day) => days.includes(day))
    .map((day) => (row["freq"] === "MONTHLY" ? `${nth}${day}` : day))
    .join(","),
});

/** Goes over to another pattern, keeping the weekdays where they still mean something. */
export function withPattern(row: Row, pattern: Pattern): Partial<Row> {
  const { days, nth } = daysOf(row);
  const freq = { weekly: "WEEKLY", daily: "DAILY", monthly: "MONTHLY", monthday: "MONTHLY" }[pattern];
  const weekdays = pattern === "weekly" || pattern === "monthly";
  const cells = weekdays ? withDays({ freq }, days.length > 0 ? days : ["MO"], nth) : { byday: "" };
  return { freq, interval: "1", ...cells, bymonthday: pattern === "monthday" ? "1" : "" };
}

/** A turn as it starts in the form: every week from today on, in the morning. */
export const newTurn = (id: string, service: string, today: string): Row => ({
  ...{ id, service, zones: "", freq: "WEEKLY", interval: "1", byday: "", bymonthday: "", wkst: "MO" },
  ...{ dtstart: today, until: "", valid_from: "", valid_to: "" },
  ...{ opens_at: "09:00", closes_at: "13:00", holidays: "closed", exceptions: "" },
});

/** A row of schedules.csv as a schedule; null while it says too little to have dates. */
export function scheduleOf(row: Row): Schedule | null {
  const cell = (field: string) => row[field] || null;
  const { dtstart = "", opens_at = "", closes_at = "" } = row;
  if (!isWhole(row)) return null;
  return {
    id: row["id"] ?? "",
    service: row["service"] ?? "",
    zones: listOf(row["zones"]),
    freq: row["freq"] as Schedule["freq"],
    interval: Math.max(1, Number.parseInt(row["interval"] ?? "", 10) || 1),
    byday: cell("byday"),
    bymonthday: cell("bymonthday"),
    wkst: (cell("wkst") ?? "MO") as Schedule["wkst"],
    dtstart,
    until: cell("until"),
    valid_from: cell("valid_from"),
    valid_to: cell("valid_to"),
    opens_at,
    closes_at,
    holidays: row["holidays"] === "closed" ? "closed" : "open",
    exceptions: listOf(row["exceptions"]).filter((day) => DATE.test(day)),
  };
}

const isWhole = (row: Row): boolean =>
  DATE.test(row["dtstart"] ?? "") &&
  TIME.test(row["opens_at"] ?? "") &&
  TIME.test(row["closes_at"] ?? "") &&
  hasDays(row);

/** Whether a turn says on which days it is held. */
export function hasDays(row: Row): boolean {
  const pattern = patternOf(row);
  return pattern === "daily" || Boolean(pattern === "monthday" ? row["bymonthday"] : row["byday"]);
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d\d:\d\d$/;
