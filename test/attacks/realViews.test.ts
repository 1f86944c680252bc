import { join } from "node:path";
import { expect, test } from "vitest";
import { cubeRule } from "../../domain/disclosure/cubeCell.ts";
import { latticeOf } from "../../domain/lattice.ts";
import { addDays } from "../../domain/period.ts";
import { root } from "../../server/config.ts";
import { countedCells, drawBy, gateBy } from "../../server/disclosure/countedCells.ts";
import { passed } from "../../server/disclosure/outcome.ts";
import { byWholeNumbers, overCells, type Published, smallCells } from "../../server/disclosure/overCells.ts";
import { loadNetwork } from "../../server/network/loadNetwork.ts";
import { closeCity, keyFrom, type Observation, openCity, randomFrom } from "./city.ts";

/** A quarter of the demo network as thin as real ones: most of zone × slot × need is under five. */
function thinQuarter(network: Awaited<ReturnType<typeof loadNetwork>>): Observation[] {
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

test("A07, A07b, A03, A06: the demo network’s own view list, quarter and months together, gives no small cell away", async () => {
  const network = await loadNetwork(join(root, "data", "cesena"));
  const open = await openCity(network, thinQuarter(network));
  const periods = ["2026-Q3", "2026-07", "2026-08", "2026-09"];
  const counted = await countedCells({ vault: open.vault, network, periods });
  await closeCity(open);
  const published = (seeds: number[]): Published => ({
    draws: seeds.map((seed) => drawBy(counted, gateBy(Buffer.alloc(32, seed), network))),
    ...{ lattice: latticeOf(network), quarter: "2026-Q3" },
    rule: (cell) => cubeRule(network.disclosure, cell),
  });
  const whole = await byWholeNumbers(published([1]), (draw) =>
    smallCells(draw, { quarter: "2026-Q3", most: 16 }),
  );
  expect(whole.tried).toBe(16);
  expect(passed(whole), JSON.stringify(whole)).toBe(true);
  for (const outcome of overCells(published([1, 2, 3, 4, 5])))
    expect([outcome.id, passed(outcome)], JSON.stringify(outcome)).toEqual([outcome.id, true]);
});
