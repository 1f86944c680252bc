import { expect, test } from "vitest";
import { PARAMETERS } from "../../../domain/emerging/parameters.ts";
import {
  Finding,
  HotSpot,
  News,
  Reading,
  RoundedRatio,
  State,
  Trend,
} from "../../../domain/emerging/reading.ts";

const finding = {
  id: "loneliness-2026-W45-1",
  kind: "cluster",
  need: "loneliness",
  zones: ["harbour", "market"],
  grade: "confirmed",
  ratio: 2,
  since: "2026-11-02",
  weeks: 3,
  strength: "strong",
  services: "several",
  corrected: true,
} as const;

test("a reading holds classes and nothing that counts or weighs chances", () => {
  const reading = {
    epoch: "2026-W47",
    states: {
      zone: ["harbour", null],
      need: ["loneliness", "loneliness"],
      state: ["confirmed", "norm"],
      trend: ["few", "flat"],
    },
    hot_spots: { zone: [], need: [], spot: [] },
    findings: [finding],
    news: [{ change: "confirmed", finding, before: { ...finding, grade: "to_confirm" }, why: null }],
  };
  expect(Reading.parse(reading)).toEqual(reading);
  expect(() => Finding.parse({ ...finding, p: 0.004 })).toThrow(/unrecognized/i);
  expect(() => Finding.parse({ ...finding, ratio: 2.31 })).toThrow();
  expect(() => News.parse({ change: "forgotten", finding, before: null, why: null })).toThrow();
});

test("states, trends, ratios and hot spots have the words of the field and no others", () => {
  expect(State.options).toEqual(["emerging", "confirmed", "norm", "few", "unknown"]);
  expect(Trend.options).toHaveLength(4);
  expect(HotSpot.options).toHaveLength(17);
  expect(RoundedRatio.safeParse(PARAMETERS.rise).success).toBe(true);
});
