import { expect, test } from "vitest";
import { gapIn, type Part } from "../../../domain/gaps/gapParts.ts";
import { type Evidence, needRate } from "../../../domain/stats/needRate.ts";

const prior = { r: 0.5, s2: 0.25, gamma: { shape: 1, rate: 2 } };

/** A part whose rate comes from a count over hours, without anybody for ten hours a week. */
const part = (need: number, slot: number, { count, hours }: { count: number; hours: number }): Part => {
  const evidence: Evidence = { shown: count, upTo: count, variance: 0, hours };
  const rate = needRate(evidence, prior);
  return { rate, hours, origin: null, evidence, instead: false, need, slot, uncovered: 10 };
};

/** A need seen by day a little, and never looked for at night. */
const mostlyUnknown = (need: number) => [
  part(need, 0, { count: 20, hours: 200 }),
  part(need, 1, { count: 0, hours: 0 }),
];

test("needs of which mostly nothing is known do not add up to a sure gap: each is held to the threshold by itself", () => {
  const needs = Array.from({ length: 10 }, (_, need) => mostlyUnknown(need));
  for (const own of needs) expect(gapIn(own, 4)).toMatchObject({ class: "unknown", middle: null });
  expect(gapIn(needs.flat(), 4)).toMatchObject({ class: "unknown", middle: null });
});

test("one need that surely lacks makes its zone lack, whatever is not known of others", () => {
  const parts = [part(0, 0, { count: 100, hours: 100 }), ...mostlyUnknown(1)];
  expect(gapIn(parts, 4)).toMatchObject({ class: "gap", state: "known" });
});
