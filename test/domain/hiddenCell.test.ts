import { expect, test } from "vitest";
import { hiddenCellSd, treeAxis } from "../../domain/hiddenCell.ts";
import { balanced, combine, everyLeaf, unbalanced } from "./everyLeaf.ts";

/** Every margin of at most `most` of the first three of four axes, at a level of the fourth. */
function margins(most: number, period: number): { levels: number[]; V: number }[] {
  const all = Array.from({ length: 8 }, (_, bits) => [0, 1, 2].map((d) => (bits & (1 << d) ? 0 : 1)));
  const chosen = all.filter((levels) => levels.filter((level) => level === 0).length <= most);
  return chosen.map((levels) => ({ levels: [...levels, period], V: 4 }));
}

const sd = (fanOuts: number[][], views: { levels: number[]; V: number }[], target: number[]) =>
  hiddenCellSd(
    fanOuts.map((fanOut, d) => treeAxis(fanOut, target[d] ?? 0)),
    views,
  );

// 12 zones, 4 slots, 8 needs, 3 months a quarter, V = 4: the table of methods C5 (numpy least squares).
const CITY = [[12], [4], [8], [3]];
const recommended = [...margins(3, 1), ...margins(2, 0)];

test("every margin of a 12 × 4 × 8 table published: a hidden leaf keeps sd 2.76", () => {
  const views = margins(3, 0).map(({ levels, V }) => ({ levels: levels.slice(0, 3), V }));
  expect(sd(CITY.slice(0, 3), views, [0, 0, 0])).toBeCloseTo(2.76, 2);
});

test("the recommended list: quarter leaf 2.69, month zone × need 2.46, month zone × slot 2.19", () => {
  expect(sd(CITY, recommended, [0, 0, 0, 1])).toBeCloseTo(2.69, 2);
  expect(sd(CITY, recommended, [0, 1, 0, 0])).toBeCloseTo(2.46, 2);
  expect(sd(CITY, recommended, [0, 0, 1, 0])).toBeCloseTo(2.19, 2);
});

test("a month leaf with the full lattice keeps 1.97 only", () => {
  expect(sd(CITY, [...margins(3, 1), ...margins(3, 0)], [0, 0, 0, 0])).toBeCloseTo(1.97, 2);
});

test("crossed with weekday or weekend, a month's zone keeps 1.80 if its parts are shown, more when they are withheld with it", () => {
  const twoWay = margins(2, 0).map(({ levels }) => levels.slice(0, 3));
  const views = twoWay.flatMap((levels) =>
    [0, 1].map((weekpart) => ({ levels: [...levels, weekpart], V: 4 })),
  );
  const axes = [[12], [4], [8], [2]];
  // Weekday and weekend of a zone at month level; the table's 1.80 counts zone × slot and zone × need of it as shown.
  expect(closedForm(axes, views, [0, 1, 1, 0])).toBeCloseTo(1.8, 2);
  expect(sd(axes, views, [0, 1, 1, 0])).toBeGreaterThan(1.8);
});

test("where nothing is published inside a cell, the equations give methods' v/(1 − v/V)", () => {
  for (const target of [
    [0, 0, 0, 1],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [1, 0, 0, 0],
  ]) {
    expect(sd(CITY, recommended, target)).toBeCloseTo(closedForm(CITY, recommended, target), 4);
  }
});

test("cell by cell the classes give what least squares over every leaf gives", () => {
  const fanOuts = [[3], [2], [2, 2], [2, 2]];
  const levels = [
    [0, 0, 0, 1],
    [0, 1, 1, 0],
    [0, 1, 0, 1],
    [1, 1, 0, 0],
    [1, 0, 2, 1],
    [1, 1, 2, 2],
    [0, 0, 2, 2],
    [1, 1, 1, 2],
  ];
  const views = levels.map((level, i) => ({ levels: level, V: 4 + (i % 2) * 2 }));
  for (const target of [
    [0, 0, 0, 1],
    [0, 1, 1, 0],
    [1, 1, 0, 0],
    [1, 0, 2, 1],
    [1, 1, 2, 2],
    [0, 1, 0, 2],
    [0, 0, 2, 2],
  ]) {
    const exact = everyLeaf(
      fanOuts.map(balanced),
      views,
      target.map((level) => ({ level, node: 0 })),
    );
    expect(sd(fanOuts, views, target)).toBeCloseTo(exact, 4);
  }
});

test.each([
  { groups: [2, 3, 4], balancedBy: [[2, 3]] },
  {
    groups: [1, 2, 3],
    balancedBy: [
      [2, 3],
      [1, 3],
    ],
  },
  {
    groups: [1, 1, 4, 2],
    balancedBy: [
      [2, 4],
      [1, 4],
    ],
  },
])("the smallest fan-out never promises more than groups of $groups needs keep", ({ groups, balancedBy }) => {
  const needs = unbalanced(groups);
  const views = combine([
    [0, 1],
    [0, 1, 2],
  ]).map((levels) => ({ levels, V: 4 }));
  for (const levels of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [0, 2],
  ]) {
    for (const node of new Set(needs[levels[1] ?? 0])) {
      const target = levels.map((level, d) => ({ level, node: d === 1 ? node : 0 }));
      const exact = everyLeaf([balanced([4]), needs], views, target);
      const promised = Math.min(...balancedBy.map((fanOuts) => sd([[4], fanOuts], views, levels)));
      expect(promised).toBeLessThanOrEqual(exact + 1e-6);
    }
  }
});

test("what nobody can compute has no finite sd", () => {
  expect(sd([[3], [2]], [{ levels: [1, 1], V: 4 }], [0, 0])).toBe(Number.POSITIVE_INFINITY);
});

/** Methods C5: components of the averaging projections, then the cell's own number taken away. For balanced trees. */
function closedForm(fanOuts: number[][], views: { levels: number[]; V: number }[], target: number[]): number {
  const size = (d: number, level: number) => (fanOuts[d] ?? []).slice(0, level).reduce((a, b) => a * b, 1);
  const projected = (d: number, j: number) => {
    const [own, above] = [target[d] ?? 0, size(d, j)];
    if (j > (fanOuts[d] ?? []).length) return 0;
    return j < own ? size(d, own) : size(d, own) ** 2 / above;
  };
  let variance = 0;
  for (const component of combine(fanOuts.map((fanOut) => [...fanOut.keys(), fanOut.length]))) {
    const norm = component.reduce(
      (product, j, d) => product * (j < (target[d] ?? 0) ? 0 : projected(d, j) - projected(d, j + 1)),
      1,
    );
    const eigenvalue = views.reduce((sum, { levels, V }) => {
      const seen = levels.every((level, d) => level <= (component[d] ?? 0));
      return sum + (seen ? levels.reduce((product, level, d) => product * size(d, level), 1) / V : 0);
    }, 0);
    if (norm > 1e-12) variance += norm / eigenvalue;
  }
  return Math.sqrt(variance / (1 - variance / 4));
}
