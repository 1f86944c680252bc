import type { Told } from "./emergingRuns.ts";
import type { Change, Scenario } from "./simulatedCity.ts";

/** A scenario and what was told of each of its cities. */
export type Row = { scenario: Scenario; told: readonly Told[] };

type Method = Exclude<keyof Told, "lit">;

/** Hits of methods A4: 12 zones with 0.5 and 2 a week, 30 zones with 0.5 and 2; 60 cities each. */
const A4: Partial<Record<Change, { e1: number[]; e2: number[] }>> = {
  three: { e1: [0.57, 0.93, 0.5, 0.87], e2: [0.45, 0.93, 0.33, 0.88] },
  one: { e1: [0.18, 0.67, 0.22, 0.53], e2: [0.18, 0.48, 0.15, 0.38] },
};
const CITIES_OF_A4 = 60;
const MOST_FALSE = 0.05;
/** So many standard errors away, a share is another one. */
const ERRORS = 2;

const WORDS: Record<Change, string> = {
  even: "nothing",
  surge: "a service goes out 2.5 times as much in 3 zones",
  surge_keen: "the same, by one that records twice as much",
  surge_busy: "the same, all at the hours of most need",
  three: "three times the need in 3 zones",
  one: "three times the need in 1 zone",
  cold: "1.8 times the need everywhere",
};
const HEAD = ["weeks", "what happens", "zones", "a week", "E1", "E2", "the page", "A4: E1", "A4: E2"];
const MORE = ["E2', no hours", "places told", "city told", "zones lit"];

/** Shares of the cities, a line for each row: found, where a need truly grew somewhere; told falsely, elsewhere. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ scenario, told }) => {
    const { base, change, zones, weekly } = scenario;
    const known = ofA4(scenario);
    return [
      ...[`${base} + 3`, WORDS[change], `${zones}`, `${weekly}`],
      ...(["e1", "e2", "page"] as const).map((method) => written(share(told, method))),
      ...[known?.e1, known?.e2].map((value) => (value === undefined ? "" : written(value))),
      ...(["blind", "places", "city"] as const).map((method) => written(share(told, method))),
      written(litIn(told)),
    ];
  });
  const all = [[...HEAD, ...MORE], ...lines];
  const width = (i: number) => Math.max(...all.map((line) => line[i]?.length ?? 0));
  const text = all.map((line) => line.map((cell, i) => cell.padEnd(width(i))).join("  "));
  return [`${rows[0]?.told.length} cities a line`, ...text].join("\n");
}

/** Lines that tell too much where nothing grew, or find less than methods A4, beyond two standard errors. */
export function faults(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => [...toldFalsely(row), ...missed(row)]);
}

function toldFalsely({ scenario, told }: Row): string[] {
  const { change } = scenario;
  const most = MOST_FALSE + ERRORS * Math.sqrt((MOST_FALSE * (1 - MOST_FALSE)) / told.length);
  const claims: [string, number][] =
    change === "cold"
      ? [["zones lit", litIn(told)]]
      : falsely(change).map((method) => [method, share(told, method)]);
  return claims.flatMap(([what, found]) =>
    found > most ? [`${nameOf(scenario)}: ${what} ${found.toFixed(3)} (at most ${most.toFixed(3)})`] : [],
  );
}

/** The methods by themselves know nothing of how much a service records; without hours, only even effort is fair. */
function falsely(change: Change): Method[] {
  if (change === "even") return ["e1", "e2", "page", "blind"];
  if (change === "surge") return ["e1", "e2", "page"];
  return change.startsWith("surge") ? ["page"] : [];
}

function missed({ scenario, told }: Row): string[] {
  const known = ofA4(scenario);
  if (!known) return [];
  const least = { e1: known.e1, e2: known.e2, page: Math.max(known.e1, known.e2) };
  return (["e1", "e2", "page"] as const).flatMap((method) => {
    const p = least[method];
    const bound = p - ERRORS * Math.sqrt(p * (1 - p) * (1 / CITIES_OF_A4 + 1 / told.length));
    const found = share(told, method);
    return found < bound
      ? [`${nameOf(scenario)}: ${method} ${found.toFixed(3)} (at least ${bound.toFixed(3)})`]
      : [];
  });
}

function ofA4({ change, zones, weekly }: Scenario): { e1: number; e2: number } | null {
  const i = (zones === 12 ? 0 : 2) + (weekly === 0.5 ? 0 : 1);
  const [e1, e2] = [A4[change]?.e1[i], A4[change]?.e2[i]];
  return e1 === undefined || e2 === undefined ? null : { e1, e2 };
}

const share = (told: readonly Told[], method: Method): number =>
  told.filter((one) => one[method]).length / told.length;

const litIn = (told: readonly Told[]): number => told.reduce((sum, { lit }) => sum + lit, 0) / told.length;

const nameOf = ({ zones, weekly, base, change }: Scenario): string =>
  `${base} + 3 weeks, ${zones} zones, ${weekly} a week, ${WORDS[change]}`;

const written = (value: number): string => value.toFixed(3);
