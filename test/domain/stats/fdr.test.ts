import { expect, test } from "vitest";
import { benjaminiHochberg, benjaminiYekutieli } from "../../../domain/stats/fdr.ts";
import { reference } from "./reference.ts";

type Table = { p: number | number[]; BH: number | number[]; BY: number | number[] };
const { fdr }: { fdr: Record<string, Table> } = reference("poisson_rate_ratio_and_fdr");
const alarm = reference("alarm_effort_adjusted_14zones");

test.each(Object.entries(fdr))("the q-values of %s agree with R p.adjust", (_, table) => {
  const p = [table.p].flat();
  expect(benjaminiHochberg(p)).toEqual([table.BH].flat().map((q) => expect.closeTo(q, 12)));
  expect(benjaminiYekutieli(p)).toEqual([table.BY].flat().map((q) => expect.closeTo(q, 11)));
});

test("the order of the tests does not matter, and what was not tested does not count", () => {
  const { p, q_bh } = alarm.expected;
  const q = benjaminiHochberg(p);
  expect(q).toEqual(q_bh.map((value: number | null) => value && expect.closeTo(value, 10)));
  expect(benjaminiHochberg([...p].reverse())).toEqual([...q].reverse());
  expect(benjaminiHochberg([null])).toEqual([null]);
  expect(benjaminiHochberg([])).toEqual([]);
});

test("a p that is none is refused", () => {
  expect(() => benjaminiHochberg([0.1, 1.2])).toThrow("p: 1.2");
  expect(() => benjaminiYekutieli([Number.NaN])).toThrow(RangeError);
});
