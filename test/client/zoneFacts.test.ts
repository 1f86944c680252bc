import { expect, test } from "vitest";
import { daysBetween } from "../../client/format.ts";
import { contrastsIn, serviceRows, shiftsOf } from "../../client/zoneFacts.ts";
import { coverageOf } from "../../domain/coverage.ts";
import { Schedule, Service } from "../../domain/network.ts";
import { noHours } from "../domain/noHours.ts";

const FRI_22 = 4 * 24 + 22;
const SAT_00 = 5 * 24;
const ten = 2 ** 10 - 1;
const coverage = coverageOf(
  {
    period: "2026-Q3",
    from: "2026-07-01",
    to: "2026-09-08",
    weeks: Array.from({ length: 10 }, (_, i) => `week ${i}`),
    days: [ten, ten, ten, ten, ten, ten, ten],
    presence: {
      service: ["vs", "ps", "ps", "pg"],
      zone: ["Q1", "Q1", "Q1", "Q1"],
      hour: [FRI_22, FRI_22, SAT_00, FRI_22],
      planned: [ten, ten, ten, ten],
      seen: [ten - 2 ** 7, 2 ** 9 + 2 ** 8 + 2 ** 7 + 2 ** 6 + 2 ** 5, ten, 1],
    },
    visits: { zone: ["Q1"], slot: ["notte"], service: ["ps"], last: ["2026-09-05"] },
    ...noHours,
  },
  {
    zones: ["Q1"],
    services: ["pg", "ps", "vs"],
    slots: [
      { id: "giorno", from: 6, to: 22 },
      { id: "notte", from: 22, to: 6 },
    ],
    dayStart: 6,
    shelfLifeWeeks: 8,
  },
  daysBetween,
);
const schedule = (row: object) =>
  Schedule.parse({
    id: "x",
    service: "vs",
    zones: ["Q1"],
    freq: "WEEKLY",
    dtstart: "2024-01-01",
    byday: "FR,SA",
    ...row,
  });
const schedules = [
  schedule({ opens_at: "21:00", closes_at: "01:30" }),
  schedule({ opens_at: "09:00", closes_at: "12:00" }),
  schedule({ service: "ps", opens_at: "19:00", closes_at: "01:00" }),
  schedule({ opens_at: "22:00", closes_at: "24:00", valid_to: "2026-06-30" }),
];
const place = { zone: "Q1", hours: [FRI_22], services: ["pg", "ps", "vs"] };

test("rows show the last eight weeks, usual services first, by their shift", () => {
  const rows = serviceRows(coverage, { ...place, occasions: [[FRI_22]] }, schedules);
  expect(rows.map(({ service, standing, shifts }) => [service, standing, shifts.join()])).toEqual([
    ["ps", "seen", "19–01"],
    ["vs", "seen", "21–01:30"],
    ["pg", "rare", ""],
  ]);
  const [police, street] = rows;
  expect(police?.dots).toEqual([false, false, false, true, true, true, true, true]);
  expect(street?.dots.filter(Boolean)).toHaveLength(7);
  expect(street?.inPeriod).toEqual({ seen: 9, of: 10 });
});

test("a shift after midnight belongs to the evening it began", () => {
  const at = (hour: number) =>
    shiftsOf(schedules, { zone: "Q1", service: "vs" }, { coverage, hours: [hour] });
  expect(at(SAT_00)).toEqual(["21–01:30"]);
  expect(at(SAT_00 + 2)).toEqual([]);
  expect(at(4 * 24 + 10)).toEqual(["09–12"]);
});

test("contrasting aims count the weeks in which both were there in the same hour", () => {
  const service = (id: string, aims: string[]) =>
    Service.parse({ id, name: id, initials: "AA", aims, needs: ["x"], color: "#6baed6" });
  const services = [service("ps", ["ordine"]), service("vs", ["prevenzione"]), service("pg", ["giovani"])];
  const relations = [{ a: "prevenzione", b: "ordine", relation: "contrasting" as const }];
  expect(contrastsIn(coverage, { ...place, services }, relations)).toEqual([
    { a: "ps", b: "vs", together: 4, of: 8 },
  ]);
  const midnight = { zone: "Q1", hours: [SAT_00], services };
  expect(contrastsIn(coverage, midnight, relations)).toEqual([]);
});
