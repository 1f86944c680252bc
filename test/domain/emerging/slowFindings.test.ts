import { expect, test } from "vitest";
import type { EpochInput } from "../../../domain/emerging/needSeries.ts";
import { readEpoch } from "../../../domain/emerging/readEpoch.ts";
import { grown, plainGate, steady, town } from "./inventedTown.ts";

const read = (input: EpochInput) => readEpoch(input, plainGate(input));

/** Twenty-four months in which a zone shows what `value` says and every other the same as ever, over twenty hours. */
function withMonths(input: EpochInput, value: (month: number) => number): EpochInput {
  const months = Array.from({ length: 24 }, (_, i) => {
    const id = `${2024 + Math.floor((i + 10) / 12)}-${String(((i + 10) % 12) + 1).padStart(2, "0")}`;
    return { id, from: `${id}-01` };
  });
  const of = (zone: string | null, values: number[]) => ({
    ...{ need: "n0", zone, values, hours: months.map(() => 20) },
    ...{ sensitive: false, threshold: 5, variance: 4 },
  });
  const cells = input.zones.map(({ id }, zone) =>
    of(
      id,
      months.map((_, i) => (zone === 1 ? value(i) : 20 + ((i * 7) % 5))),
    ),
  );
  return { ...input, months: { months, cells } };
}

const calm = town({ needs: [steady()] });

test("a need that rises month by month is a slow finding, without a ratio and after all others", () => {
  const reading = read(withMonths(calm, (i) => 15 + i));
  expect(reading.findings).toEqual([
    {
      ...{ id: "n0-2026-W47-1", kind: "trend", need: "n0", zones: ["z1"], grade: "slow", ratio: null },
      ...{ since: "2024-11-01", weeks: null, strength: "fair", services: null, corrected: true },
    },
  ]);
  expect(reading.states.trend[reading.states.zone.indexOf("z1")]).toBe("rising");
});

test("a need that falls is no finding", () => {
  const reading = read(withMonths(calm, (i) => 40 - i));
  expect(reading.findings).toEqual([]);
  expect(reading.states.trend[reading.states.zone.indexOf("z1")]).toBe("falling");
});

test("a slow rise where the need also emerges is told once, and has not ended", () => {
  const before = read(withMonths(calm, (i) => 15 + i));
  const next = town({
    needs: [steady({ counts: grown([1], 6) })],
    ...{ epochMonday: "2026-11-23", previous: [before] },
  });
  const now = read(withMonths(next, (i) => 15 + i));
  expect(now.findings.map(({ kind, zones }) => [kind, zones])).toEqual([
    [expect.not.stringMatching("trend"), ["z1"]],
  ]);
  expect(now.news.map(({ change }) => change)).toEqual(["appeared"]);
});

test("a slow rise that is no longer one has ended, for too little data or because it is level again", () => {
  const previous = [read(withMonths(calm, (i) => 15 + i))];
  const next = town({ needs: [steady()], epochMonday: "2026-11-23", previous });
  expect(read(withMonths(next, (i) => 20 + ((i * 7) % 5))).news).toMatchObject([
    { change: "ended", why: "norm", finding: { kind: "trend", zones: ["z1"] } },
  ]);
  expect(read(next).news).toMatchObject([{ change: "ended", why: "few" }]);
});
