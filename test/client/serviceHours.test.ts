import { expect, test } from "vitest";
import { daysBetween } from "../../client/format.ts";
import { serviceGrid } from "../../client/panels/zone/gridMarks.ts";
import { serviceHours } from "../../client/serviceHours.ts";
import { startWords, words } from "../../client/words.ts";
import { coverageOf } from "../../domain/coverage.ts";

await startWords("it");

const answer = {
  ...{ period: "2026-Q1", from: "2026-01-05", to: "2026-04-05" },
  weeks: Array.from({ length: 13 }, (_, i) => String(i)),
  days: Array.from({ length: 7 }, () => 2 ** 13 - 1),
  presence: {
    service: ["ca", "ca", "ca", "ca"],
    zone: ["Q1", "Q1", "Q1", "Q1"],
    hour: [6, 7, 8, 9],
    planned: [2 ** 13 - 1, 2 ** 13 - 1, 0, 1],
    seen: [2 ** 8 - 1, 0, 0b111, 2 ** 13 - 1],
  },
  visits: { zone: [], slot: [], service: [], last: [] },
  hours: {
    zone: ["Q1", "Q2", "Q1"],
    slot: ["giorno", "giorno", "giorno"],
    weekpart: ["weekday", "weekday", "weekday"],
    service: ["ca", "ca", "ps"],
    planned: [26, 4, 10],
    seen: [8, 4, 0],
    hours: [8, 4, 5],
  },
  reliability: {
    ...{ service: ["ca", "ps"], recorded: [true, false], confirmed: [12, 0], declared: [15, 0] },
    rho: [13 / 17, 0.5],
  },
};

test("the hours of a service are summed in a zone or in all, with how it keeps its turns", () => {
  expect(serviceHours(answer, { service: "ca", zone: "Q1" })).toEqual({
    ...{ planned: 26, seen: 8, hours: 8 },
    kept: { recorded: true, share: 0.8, declared: 15, rho: 13 / 17 },
  });
  expect(serviceHours(answer, { service: "ca" })).toMatchObject({ planned: 30, seen: 12 });
  expect(serviceHours(answer, { service: "ps" }).kept).toMatchObject({ recorded: false, share: null });
  expect(serviceHours(answer, { service: "nobody" })).toMatchObject({ hours: 0, kept: { recorded: false } });
});

test("every hour of a service's week says in how many weeks it was on shift and seen", () => {
  const slots = [
    { id: "giorno", from: 6, to: 22 },
    { id: "notte", from: 22, to: 6 },
  ];
  const town = { zones: ["Q1"], services: ["ca"], slots, dayStart: 6, shelfLifeWeeks: 8 };
  const hours = Array.from({ length: 168 }, (_, i) => `ora ${i}`);
  const place = { zone: "Q1", service: "ca", hours };
  const marks = serviceGrid(words.getFixedT("it"), coverageOf(answer, town, daysBetween), place);
  expect(marks.slice(0, 5).map(({ state, label }) => [state, label])).toEqual([
    ["confirmed", "ora 0: visto 8 su 13 settimane di turno"],
    ["declaredOnly", "ora 1: solo in turno, 13 settimane su 13"],
    ["unplanned", "ora 2: fuori turno, visto 3 settimane su 13"],
    ["unplanned", "ora 3: in turno una settimana su 13, visto 1 su 1; fuori turno in altre 12"],
    ["absent", "ora 4: assente"],
  ]);
  expect(marks[0]).toMatchObject({ share: 8 / 13, level: 3 });
});
