import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  cellKey,
  cellMessage,
  perturbation,
  perturbationTable,
  publishedValue,
} from "../../domain/cellKey.ts";

type Line = { i: number; v: number; p: number; ub: number };
type Fixture = {
  meta: { produced_by: string };
  parameters: { D: number; V: number; js: number };
  ptable: { rows: Line[] };
  microdata: { rows: [number, string, string, string, number][] };
  expected_cube: {
    zone: string;
    slot: string;
    need: string;
    n: number;
    perturbation: number;
    published: number;
  }[];
  lookup_probe: { cell_key: number[]; n: number[]; perturbation: number[] };
};

// Made by R 4.2.2, ptable 1.0.0 and the lookup of cellKey 80bb032 (see `meta` of each file).
const fixture = (name: string): Fixture =>
  JSON.parse(readFileSync(new URL(`../fixtures/reference/cellkey_${name}.json`, import.meta.url), "utf8"));
const tableOf = ({ ptable }: Fixture) => {
  const rows: { v: number; p: number; ub: number }[][] = [];
  for (const { i, v, p, ub } of ptable.rows) rows[i] = [...(rows[i] ?? []), { v, p, ub }];
  return rows;
};
const recommended = fixture("D6_V4_js0_recommended");

/** Every level of zone × slot × need; record keys have 8 digits, summed as integers mod 1e8. */
function cellsOf({ microdata }: Fixture) {
  const cells = new Map<string, { n: number; key: number }>();
  for (const [, zone, slot, need, key] of microdata.rows) {
    for (let margin = 0; margin < 8; margin++) {
      const id = [zone, slot, need].map((node, d) => (margin & (1 << d) ? "*" : node)).join("|");
      const cell = cells.get(id) ?? { n: 0, key: 0 };
      cells.set(id, { n: cell.n + 1, key: (cell.key + Math.round(key * 1e8)) % 1e8 });
    }
  }
  return cells;
}

test("the table D = 6, V = 4 is ptable's, row for row, also where the variance cannot be reached", () => {
  const table = perturbationTable({ D: 6, V: 4 });
  const expected = tableOf(recommended);
  expect(table.map((row) => row.map(({ v }) => v))).toEqual(expected.map((row) => row.map(({ v }) => v)));
  let largest = 0;
  for (const [i, row] of table.entries()) {
    for (const [k, line] of row.entries()) {
      largest = Math.max(largest, Math.abs(line.p - (expected[i]?.[k]?.p ?? Number.NaN)));
      largest = Math.max(largest, Math.abs(line.ub - (expected[i]?.[k]?.ub ?? Number.NaN)));
    }
  }
  expect(largest).toBeLessThan(1e-6);
});

test("the last row does not depend on blocked counts: D = 2, V = 1.05 is ptable's own example", () => {
  const last = perturbationTable({ D: 2, V: 1.05 }).at(-1) ?? [];
  const expected = tableOf(fixture("D2_V1_js1_ptable_example")).at(-1) ?? [];
  for (const [k, line] of last.entries()) expect(line.p).toBeCloseTo(expected[k]?.p ?? Number.NaN, 6);
});

test.each([
  [6, 4],
  [8, 6],
  [5, 3],
  [1, 0.5],
  [20, 30],
])("every row of D = %i, V = %d sums to 1, has mean 0, variance at most V, and keeps its bounds", (D, V) => {
  const table = perturbationTable({ D, V });
  for (const [n, row] of table.entries()) {
    expect(row.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 6);
    expect(row.reduce((sum, { v, p }) => sum + v * p, 0)).toBeCloseTo(0, 6);
    expect(row.reduce((sum, { v, p }) => sum + v * v * p, 0)).toBeLessThanOrEqual(V + 1e-5);
    expect(row.every(({ v }) => Math.abs(v) <= D && n + v >= 0)).toBe(true);
    expect(row.at(-1)?.ub).toBe(1);
  }
  const variance = (table[D] ?? []).reduce((sum, { v, p }) => sum + v * v * p, 0);
  if (D > 1) expect(variance).toBeCloseTo(V, 4);
});

test("sensitive counts over their floor are perturbed with the whole variance, D = 8, V = 6", () => {
  for (const row of perturbationTable({ D: 8, V: 6 }).slice(5)) {
    expect(row.reduce((sum, { v, p }) => sum + v * v * p, 0)).toBeCloseTo(6, 4);
  }
});

test.each(["D6_V4_js0_recommended", "D5_V3_js2", "D2_V1_js1_ptable_example"])(
  "the lookup perturbs every cell and probe of %s as cellKey does",
  (name) => {
    const reference = fixture(name);
    const table =
      name === "D6_V4_js0_recommended" ? perturbationTable(reference.parameters) : tableOf(reference);
    const cells = cellsOf(reference);
    for (const { zone, slot, need, ...expected } of reference.expected_cube) {
      const cell = cells.get([zone, slot, need].map((node) => node.replace(/^Total$/i, "*")).join("|"));
      expect(cell?.n).toBe(expected.n);
      expect(perturbation(table, expected.n, (cell?.key ?? 0) / 1e8)).toBe(expected.perturbation);
    }
    for (const [k, key] of reference.lookup_probe.cell_key.entries()) {
      const n = reference.lookup_probe.n[k] ?? 0;
      expect(perturbation(table, n, key)).toBe(reference.lookup_probe.perturbation[k]);
    }
  },
);

test("the cell key is the first 52 bits of the digest", () => {
  expect(cellKey("8000000000000fff")).toBe(0.5);
  expect(cellKey("fffffffffffff000")).toBe(1 - 2 ** -52);
  expect(cellMessage("v1|x", 18446744073709551615n, 7)).toBe("v1|x|18446744073709551615|7");
  expect(() => cellKey("not hex")).toThrow(RangeError);
});

test("0, 1 and 2 are one answer, and so is everything published under five", () => {
  const rule = { table: perturbationTable({ D: 6, V: 4 }), floor: 2, threshold: 5 };
  const answers = [0, 1, 2].flatMap((n) =>
    [0, 0.25, 0.5, 0.75, 0.999].map((u) => publishedValue(n, u, rule)),
  );
  expect(new Set(answers)).toEqual(new Set([null]));
  expect(publishedValue(20, 0, rule)).toBe(14);
  expect(publishedValue(6, 0, rule)).toBeNull();
});

test("nonsense is refused with the value", () => {
  const table = perturbationTable({ D: 2, V: 1 });
  expect(() => perturbation(table, -1, 0.5)).toThrow("count: -1");
  expect(() => perturbation(table, 1, 1)).toThrow("cell key: 1");
  expect(() => perturbationTable({ D: 0, V: 1 })).toThrow("D: 0");
  expect(() => perturbationTable({ D: 3, V: 0 })).toThrow("V: 0");
});
