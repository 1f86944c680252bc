import { beforeAll, describe, expect, test } from "vitest";
import type { Draw } from "../../domain/disclosure/cubeCell.ts";
import { balancedExact, type Guess } from "../../domain/disclosure/score.ts";
import { countedCells, drawBy } from "../../server/disclosure/countedCells.ts";
import { type Outcome, passed } from "../../server/disclosure/outcome.ts";
import {
  byEquals,
  byInsider,
  byWholeNumbers,
  overCells,
  smallCells,
} from "../../server/disclosure/overCells.ts";
import { perturbed, ruleOf } from "../../server/gate/perturbed.ts";
import { closeCity, openCity, randomFrom } from "./city.ts";
import { cubeCity, rowsOf, truths } from "./cube.ts";
import { byThreshold, drawOver, published, thresholded, truthOf } from "./drawn.ts";

const SEEDS = [11, 12, 13, 14, 15];
const figure = ({ figures }: Outcome, name: string) =>
  figures.find((one) => one.name === name)?.value ?? null;

describe("everything five cities publish, with every margin of zone × slot × need", () => {
  let draws: Draw[];
  let weak: Draw[];
  beforeAll(async () => {
    draws = [];
    for (const seed of SEEDS) draws.push(await drawOver(truths(seed), seed));
    weak = draws.map(byThreshold);
  });
  const pair = (id: string) => {
    const of = (outcomes: Outcome[]) => outcomes.find((one) => one.id === id) as Outcome;
    return { ours: of(overCells(published(draws))), weak: of(overCells(thresholded(weak))) };
  };

  test("A03: averaging every union with and without a cell is right at most 55 times in 100; two in three by a plain threshold", () => {
    const { ours, weak } = pair("A03");
    expect(ours.tried).toBeGreaterThan(200);
    expect(passed(ours)).toBe(true);
    expect(figure(ours, "exact")).toBeLessThanOrEqual(0.55);
    expect(figure(weak, "exact")).toBeGreaterThan(0.6);
  });

  test("A06: a total less its shown parts is right at most half of the time, and always by a plain threshold", () => {
    const { ours, weak } = pair("A06");
    expect(ours.tried).toBeGreaterThan(80);
    expect(passed(ours)).toBe(true);
    expect(figure(ours, "exact")).toBeLessThanOrEqual(0.5);
    expect(figure(weak, "exact")).toBe(1);
  });

  test("A07b: non-negative least squares over all numbers is right at most half of the time, sure and right hardly ever", () => {
    const { ours, weak } = pair("A07b");
    expect(ours.tried).toBeGreaterThan(200);
    expect(passed(ours)).toBe(true);
    expect(figure(ours, "exact")).toBeLessThanOrEqual(0.5);
    expect(figure(weak, "exact")).toBeGreaterThan(0.8);
    expect(figure(weak, "sure")).toBeGreaterThan(0.3);
  });

  test("A07: no whole numbers are forced upon a small cell: each may hold 0 and may hold 2", async () => {
    const ours = await byWholeNumbers(published(draws), (draw) => smallCells(draw, 60));
    expect(ours.tried).toBeGreaterThan(200);
    expect(ours).toMatchObject({ figures: [{ value: 0 }, { value: 0 }, { value: 1 }, { value: 0 }] });
    expect(passed(ours)).toBe(true);
    const caught = await byWholeNumbers(thresholded(weak.slice(0, 1)), (draw) => smallCells(draw, 12));
    expect(figure(caught, "found")).toBeGreaterThan(0.5);
    expect(figure(caught, "proven")).toBeGreaterThan(0.2);
    expect(passed(caught)).toBe(false);
  });

  test("A07: a gate that does not keep its documented rule is found out, as no numbers fit", async () => {
    const wrong = weak.slice(0, 1).map(({ cells, truth }) => ({
      truth,
      cells: cells.map((cell) =>
        cell.view === "total" ? { ...cell, value: (cell.value ?? 0) + 500 } : cell,
      ),
    }));
    const found = await byWholeNumbers(published(wrong), (draw) => smallCells(draw, 5));
    expect(figure(found, "infeasible")).toBe(1);
    expect(passed(found)).toBe(false);
  });
});

describe("five cities in which one service recorded nearly all there is", () => {
  test("A17: taking its own records off, it learns the others’ right at most half of the time; always by a plain threshold", async () => {
    const ours: Guess[] = [];
    const weak: Guess[] = [];
    for (const seed of SEEDS) {
      const random = randomFrom(seed);
      const others = truths(seed).map((leaf) => ({ ...leaf, n: Math.floor(random() * 3) }));
      const own = others.map((leaf) => ({ ...leaf, n: random() < 0.3 ? 0 : 3 + Math.floor(random() * 15) }));
      const seen = [
        ...rowsOf(others, seed).map((row) => ({ ...row, service: "BB" })),
        ...rowsOf(own, seed + 50).map((row) => ({ ...row, service: "AA" })),
      ];
      const all = others.map((leaf, i) => ({ ...leaf, n: leaf.n + (own[i]?.n ?? 0) }));
      const draw = await drawOver(all, seed, seen);
      const mine = draw.cells.map((cell) => truthOf(cell, own));
      ours.push(...byInsider(published([draw]), mine));
      weak.push(...byInsider(thresholded([byThreshold(draw)]), mine));
    }
    expect(ours.length).toBeGreaterThan(100);
    expect(balancedExact(ours)).toBeLessThanOrEqual(0.5);
    expect(balancedExact(weak)).toBe(1);
  });
});

describe("five cities in which often nothing but one need is in a place and slot, the noise drawn forty times", () => {
  test("A08: a total shows the number of its only part no more often than chance, and equal numbers tell no empty remainder; always by a plain threshold", async () => {
    const draws: Draw[] = [];
    const rule = ruleOf(cubeCity.disclosure);
    for (const seed of SEEDS) {
      const leaves = truths(seed).map((leaf) => ({
        ...leaf,
        n: leaf.need === "n0" ? leaf.n + 12 : leaf.need === "n1" ? (leaf.n % 4) % 3 : 0,
      }));
      const open = await openCity(cubeCity, rowsOf(leaves, seed));
      const counted = await countedCells({ vault: open.vault, network: cubeCity, periods: ["2026-Q2"] });
      await closeCity(open);
      for (let i = 0; i < 40; i++) {
        const secret = Buffer.alloc(32, `${seed} ${i}`);
        draws.push(drawBy(counted, (cell) => (cell.n === 0 ? null : perturbed(secret, cell, rule))));
      }
    }
    const [ours, weak] = [byEquals(published(draws)), byEquals(thresholded(draws.map(byThreshold)))];
    expect(ours.tried).toBeGreaterThan(2000);
    expect(figure(ours, "equal")).toBeLessThan(0.35);
    expect(figure(ours, "emptied")).toBeLessThan(0.6);
    expect([figure(weak, "equal"), figure(weak, "emptied")]).toEqual([1, 1]);
    expect(passed(weak)).toBe(false);
  });
});
