import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { cubeRule } from "../../domain/disclosure/cubeCell.ts";
import { latticeOf } from "../../domain/lattice.ts";
import { addDays, parsePeriod, periodOf, weeksOf } from "../../domain/period.ts";
import { root } from "../../server/config.ts";
import {
  type CountedCell,
  countedCells,
  drawBy,
  type Gate,
  gateBy,
} from "../../server/disclosure/countedCells.ts";
import { passed } from "../../server/disclosure/outcome.ts";
import { byWholeNumbers, overCells, type Published, smallCells } from "../../server/disclosure/overCells.ts";
import { loadNetwork } from "../../server/network/loadNetwork.ts";
import { closeCity, keyFrom, type Observation, openCity, randomFrom } from "./city.ts";

type Network = Awaited<ReturnType<typeof loadNetwork>>;
const QUARTER = "2026-Q3";

/** A quarter of the demo network as thin as real ones: most of zone × slot × need is under five. */
function thinQuarter(network: Network): Observation[] {
  const random = randomFrom(71);
  const { zones, slots, needs } = network;
  const cells = zones.flatMap(({ id: zone }) =>
    slots.flatMap(({ id: slot }) =>
      needs.map(({ id: need, sensitive }) => ({ zone, slot, need, sensitive })),
    ),
  );
  return cells.flatMap(({ sensitive, ...where }) =>
    Array.from({ length: Math.floor(random() ** 3 * (sensitive ? 8 : 30)) }, (_, i) => ({
      ...where,
      day: addDays("2026-07-01", Math.floor(random() * 92)),
      ...{ service: i % 2 ? "AA" : "BB", band: "5-9", key: keyFrom(random) },
    })),
  );
}

let network: Network;
let counted: CountedCell[];
beforeAll(async () => {
  network = await loadNetwork(join(root, "data", "cesena"));
  const open = await openCity(network, thinQuarter(network));
  const weeks = weeksOf(parsePeriod(QUARTER)).map((monday) => periodOf("week", monday).id);
  const periods = [QUARTER, "2026-07", "2026-08", "2026-09", ...weeks];
  counted = await countedCells({ vault: open.vault, network, periods });
  await closeCity(open);
}, 60_000);

function published(gates: Gate[], exactly = false): Published {
  const lattice = latticeOf(network);
  return {
    draws: gates.map((gate) => drawBy(counted, gate)),
    ...{ lattice, quarter: QUARTER },
    rule: (cell) =>
      exactly
        ? { D: 0, V: 0.25, floor: 0, threshold: 5, repeats: false }
        : cubeRule({ ...network, lattice }, cell),
  };
}
const drawn = (...seeds: number[]) => published(seeds.map((seed) => gateBy(Buffer.alloc(32, seed), network)));

test("A07: weeks, months and quarter of the demo network’s own view list force no whole number upon a small cell, sensitive ones among them", async () => {
  const tried = new Set<string>();
  const ours = await byWholeNumbers(drawn(1, 2, 3, 4, 5), (draw) => {
    const targets = smallCells(draw, 48);
    for (const i of targets) tried.add(`${draw.cells[i]?.kind} ${draw.cells[i]?.view}`);
    return targets;
  });
  expect([...tried]).toEqual(
    expect.arrayContaining([
      "week zone×group",
      "month zone×need",
      "month zone×slot",
      "quarter zone×slot×need",
      "quarter sensitive:zone×need",
    ]),
  );
  expect(ours.tried).toBeGreaterThan(150);
  expect(passed(ours), JSON.stringify(ours)).toBe(true);
  const plain = published([({ n }) => (n < 5 ? null : n)], true);
  const weak = await byWholeNumbers(plain, (draw) => smallCells(draw, 12));
  expect(passed(weak), JSON.stringify(weak)).toBe(false);
}, 400_000);

test("A07b, A03, A06: nor do averages, remainders or least squares over weeks, months and quarter tell one", () => {
  const outcomes = overCells(drawn(1, 2, 3, 4, 5));
  for (const outcome of outcomes)
    expect([outcome.id, passed(outcome)], JSON.stringify(outcome)).toEqual([outcome.id, true]);
}, 200_000);
