import { describe, expect, test } from "vitest";
import type { EpochInput } from "../../../domain/emerging/needSeries.ts";
import { newsOf } from "../../../domain/emerging/news.ts";
import { readEpoch } from "../../../domain/emerging/readEpoch.ts";
import type { Finding, Reading } from "../../../domain/emerging/reading.ts";
import { grown, plainGate, steady, town } from "./inventedTown.ts";

const read = (input: EpochInput) => readEpoch(input, plainGate(input));
const noStates: Reading["states"] = { zone: [], need: [], state: [], trend: [] };
const finding = (patch: Partial<Finding> = {}): Finding => ({
  ...{ id: "food-2026-W46-1", kind: "zone", need: "food", zones: ["harbour"], grade: "to_confirm" },
  ...{ ratio: 1.5, since: "2026-11-02", weeks: 3, strength: "fair", services: "one", corrected: true },
  ...patch,
});
const newsFrom = (before: Finding[], findings: Finding[]) =>
  newsOf(before, { findings, states: noStates, withheld: () => false }).map(({ change }) => change);

describe("since the close before", () => {
  test("what was not there has appeared, what is the same is no news", () => {
    expect(newsFrom([], [finding()])).toEqual(["appeared"]);
    expect(newsFrom([finding()], [finding()])).toEqual([]);
  });

  test("more zones or a greater class is growth, unless it was confirmed at once", () => {
    expect(newsFrom([finding()], [finding({ ratio: 2 })])).toEqual(["grew"]);
    expect(newsFrom([finding()], [finding({ kind: "cluster", zones: ["harbour", "hill"] })])).toEqual([
      "grew",
    ]);
    expect(newsFrom([finding()], [finding({ ratio: 2, grade: "confirmed" })])).toEqual(["confirmed"]);
    expect(newsFrom([finding({ ratio: 3 })], [finding({ ratio: 2 })])).toEqual([]);
  });

  test("two zones that became one cluster have neither appeared nor ended", () => {
    const hill = finding({ id: "food-2026-W46-2", zones: ["hill"] });
    expect(newsFrom([finding(), hill], [finding({ kind: "cluster", zones: ["harbour", "hill"] })])).toEqual([
      "grew",
    ]);
  });

  test("a zone the whole city has caught up with has not ended, the city has appeared", () => {
    const city = finding({ id: "food-2026-W47-1", kind: "city", zones: [] });
    expect(newsFrom([finding()], [city])).toEqual(["appeared"]);
    expect(newsFrom([finding({ need: "health" })], [city])).toEqual(["appeared", "ended"]);
  });
});

test("a growth that was missing at one close appears again by the name it had", () => {
  const needs = [steady({ counts: grown([1], 6) })];
  const first = read(town({ needs, epochMonday: "2026-11-02" }));
  const quiet = { ...read(town({ needs: [steady()], epochMonday: "2026-11-09" })), news: [] };
  const again = read(town({ needs, previous: [quiet, first] }));
  expect(again.findings[0]).toMatchObject({ id: first.findings[0]?.id, since: first.findings[0]?.since });
  expect(again.news.map(({ change }) => change)).toEqual(["appeared"]);
  const later = read(town({ needs, previous: [quiet, quiet, first] }));
  expect(later.findings[0]?.id).toBe("n0-2026-W47-1");
});

test("a city in which fewer than ten were seen is not said to grow", () => {
  const counts = (zone: number, back: number) => (back < 3 ? (zone < 3 ? 1 : 0) : back === 20 ? 1 : 0);
  const nine = read(town({ needs: [steady({ counts })] }));
  expect(nine.findings).toEqual([]);
  const ten = (zone: number, back: number) => (zone === 3 && back === 0 ? 1 : counts(zone, back));
  expect(read(town({ needs: [steady({ counts: ten })] })).findings).toMatchObject([{ kind: "city" }]);
});
