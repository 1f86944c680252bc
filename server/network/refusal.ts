import type { z } from "zod";
import { oneLine } from "../oneLine.ts";
import type { Problem } from "./NetworkRefused.ts";

type Issue = z.core.$ZodIssue;
type Place = { file: string; where: string };

const EXPECTED: Record<string, string> = {
  byday: 'weekdays like "MO,TU" (or "1SA" with MONTHLY)',
  dtstart: "a date like 2026-03-29",
  until: "a date like 2026-03-29, or nothing",
  valid_from: "a date like 2026-03-29, or nothing",
  valid_to: "a date like 2026-03-29, or nothing",
  exceptions: "dates like 2026-08-15;2026-12-24",
  interval: "a whole number from 1",
  sensitive: "true or false",
  retired: "true or false",
  approximate: "true or false",
  population: "a whole number, or nothing when it is not known",
};

/** The problems zod found in one record, in words for whoever keeps the folder. `raw` is the record as it was written. */
export function refusals(issues: readonly Issue[], place: Place, raw: unknown): Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(issue, place, key));
    const written = valueAt(raw, issue.path);
    const missing = written === undefined;
    const field = fieldOf(issue.path);
    return {
      ...place,
      kind: missing ? "missing" : "malformed",
      field,
      value: missing ? "" : oneLine(written),
      problem: missing ? "is missing" : `is not ${expectation(issue)}`,
      remedy: missing ? `Fill it in: ${expectation(issue)}.` : `Write ${expectation(issue)}.`,
    };
  });
}

/** A path in a record as people write it: slots[2].from */
function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

function unknownKey(issue: Issue, place: Place, key: string): Problem {
  return {
    ...place,
    kind: "unknown_name",
    field: fieldOf([...issue.path, key]),
    value: "",
    problem: "is a name Sguardo does not know",
    remedy: "Correct its spelling, or take it out.",
  };
}

function expectation(issue: Issue): string {
  const field = issue.path.filter((key) => typeof key === "string").at(-1);
  return (field === undefined ? undefined : EXPECTED[field]) ?? (bound(issue) || kind(issue));
}

function kind(issue: Issue): string {
  if (issue.code === "invalid_type") return `of type ${issue.expected}`;
  if (issue.code === "invalid_value") return `one of: ${issue.values.map(String).join(", ")}`;
  return issue.message.replace(/^not /, "");
}

function bound(issue: Issue): string {
  if (issue.code === "too_small")
    return `${issue.inclusive ? "at least" : "more than"} ${size(issue.origin, issue.minimum)}`;
  if (issue.code === "too_big")
    return `${issue.inclusive ? "at most" : "less than"} ${size(issue.origin, issue.maximum)}`;
  return "";
}

function size(origin: string, bound: number | bigint): string {
  if (origin === "string") return `${bound} character long`;
  return origin === "array" ? `${bound} in the list` : String(bound);
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : value),
    raw,
  );
}
