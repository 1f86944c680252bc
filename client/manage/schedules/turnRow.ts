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
  const { id = "", service = "", freq, dtstart = "", opens_at = "", closes_at = "" } = row;
  const pattern = patternOf(row);
  const days = pattern === "weekly" || pattern === "monthly" ? row["byday"] : row["bymonthday"];
  const whole = DATE.test(dtstart) && TIME.test(opens_at) && TIME.test(closes_at);
  if (!whole || (pattern !== "daily" && !days)) return null;
  return {
    id,
    service,
    zones: listOf(row["zones"]),
    freq: freq as Schedule["freq"],
    interval: Math.max(1, Number.parseInt(row["interval"] ?? "1", 10) || 1),
    byday: row["byday"] || null,
    bymonthday: row["bymonthday"] || null,
    wkst: (row["wkst"] || "MO") as Schedule["wkst"],
    dtstart,
    until: row["until"] || null,
    valid_from: row["valid_from"] || null,
    valid_to: row["valid_to"] || null,
    opens_at,
    closes_at,
    holidays: row["holidays"] === "closed" ? "closed" : "open",
    exceptions: listOf(row["exceptions"]).filter((day) => DATE.test(day)),
  };
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d\d:\d\d$/;
