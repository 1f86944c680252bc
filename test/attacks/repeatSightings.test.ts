import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cubeCells, cubeRule, type Draw } from "../../domain/disclosure/cubeCell.ts";
import { latticeOf } from "../../domain/lattice.ts";
import type { Network } from "../../domain/network.ts";
import { countedCells, drawBy, gateBy } from "../../server/disclosure/countedCells.ts";
import { passed } from "../../server/disclosure/outcome.ts";
import { byWholeNumbers } from "../../server/disclosure/overCells.ts";
import { toldApart } from "../../server/disclosure/overWire.ts";
import { city, closeBy, keyFrom, type Observation, openCity, randomFrom, SECRET } from "./city.ts";
import { CLOSED, rowsOf, truths } from "./cube.ts";
import { behindPort, goOut, type Served } from "./served.ts";

const leaves = [
  ["zone", "slot", "need"],
  ["zone", "slot", "group"],
  ["parent", "slot", "need"],
];
const made = city({
  views: { quarter: [...leaves, ["zone", "need"], ["zone", "slot"], ["zone"], []] as never },
});
/** The first zone is a district of its own: a second name for each of its cells. */
const network: Network = {
  ...made,
  zones: made.zones.map((zone) => ({ ...zone, parent: zone.id === "z0" ? "north" : "south" })),
};

/** `n` records of one person, seen alone by one service on four days, in a place where nothing else is seen at that hour. */
function cityWith(n: number): Observation[] {
  const others = rowsOf(
    truths(71).filter(({ zone, slot }) => zone !== "z0" || slot !== "night"),
    71,
  );
  const random = randomFrom(72);
  const again = Array.from({ length: n }, (_, i) => ({
    ...{ zone: "z0", slot: "night", need: "n0", service: "AA", band: "1" },
    ...{ day: `2026-05-1${i % 4}`, key: keyFrom(random) },
  }));
  return [...others, ...again];
}

const OF_THE_CELL = [
  "/api/why?period=2026-Q2&zone=z0&slot=night&need=n0",
  "/api/why?period=2026-Q2&zone=z0&slot=night&group=g0",
];

describe("sixty records that are one person, in the place and slot of nothing else", () => {
  const cities: Served[] = [];
  beforeAll(async () => {
    for (const n of [0, 60]) {
      const open = await openCity(network, cityWith(n));
      await closeBy(open, CLOSED);
      await goOut(open, ["2026-04-01", "2026-06-30"]);
      cities.push(await behindPort(open));
    }
  });
  afterAll(async () => {
    for (const served of cities) await served.close();
  });
  const finest = async ({ json }: Served) =>
    cubeCells((await json("/api/cells?period=2026-Q2")).chain).filter(
      ({ view, nodes }) => leaves.some((by) => by.join("×") === view) && nodes.slot === "night",
    );

  test("A01: the cell answers as an empty one does, under each of its names", async () => {
    const [none, sixty] = cities;
    if (!none || !sixty) throw new Error("no city");
    expect(await finest(sixty)).toEqual(await finest(none));
    expect(passed(await toldApart("A01", [none.ask, sixty.ask], OF_THE_CELL))).toBe(true);
    expect((await sixty.ask(OF_THE_CELL[0] ?? "")).status).toBe(200);
  });

  test("A01: a gate without this rule shows the sixty, in all three views", async () => {
    const [, sixty] = cities;
    if (!sixty) throw new Error("no city");
    const counted = await countedCells({ vault: sixty.open.vault, network, periods: ["2026-Q2"] });
    const documented = gateBy(SECRET, network);
    const shown = ({ cells, truth }: Draw) =>
      cells.flatMap(({ view, value }, i) =>
        value !== null && truth[i] === 60 && counted[i]?.repeated ? [view] : [],
      );
    expect(shown(drawBy(counted, documented))).toEqual([]);
    const without = drawBy(counted, (cell) => documented({ ...cell, repeated: false }));
    expect(shown(without).sort()).toEqual(leaves.map((by) => by.join("×")).sort());
  });

  test("A07: a count of sixty behind a withheld cell contradicts nothing that is documented", async () => {
    const [, sixty] = cities;
    if (!sixty) throw new Error("no city");
    const counted = await countedCells({ vault: sixty.open.vault, network, periods: ["2026-Q2"] });
    const lattice = latticeOf(network);
    const draws = [drawBy(counted, gateBy(SECRET, network))];
    const repeated = () => counted.flatMap(({ repeated, n }, i) => (repeated && n === 60 ? [i] : []));
    const rule = (cell: Parameters<typeof cubeRule>[1]) => cubeRule({ ...network, lattice }, cell);
    const whole = { draws, lattice, quarter: "2026-Q2" };
    const ours = await byWholeNumbers({ ...whole, rule }, repeated);
    expect(ours.tried).toBe(3);
    expect(ours.figures.find(({ name }) => name === "infeasible")?.value).toBe(0);
    const forgetful = await byWholeNumbers(
      { ...whole, rule: (cell) => ({ ...rule(cell), repeats: false }) },
      repeated,
    );
    expect(forgetful.figures.find(({ name }) => name === "infeasible")?.value).toBe(1);
  });
});
