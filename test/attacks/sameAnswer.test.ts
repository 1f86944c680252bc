import { expect, test } from "vitest";
import { closeDb } from "../../server/db.ts";
import { countedCells } from "../../server/disclosure/countedCells.ts";
import { openPublished } from "../../server/store.ts";
import {
  type Cell,
  cellsIn,
  city,
  closeBy,
  closeCity,
  keyFrom,
  type Observation,
  openCity,
  randomFrom,
} from "./city.ts";
import { asked, CLOSED, cubeCity, rowsOf, truths } from "./cube.ts";

/** A row without the names of its nodes: what is left must not depend on the truth. */
const unnamed = ({ period, view, value }: Cell) => JSON.stringify({ period, view, value });

test("A01: 0, 1 and 2 are one identical row, at every level of the cube", async () => {
  const leaves = truths(1).map((leaf) => ({
    ...leaf,
    n: leaf.zone < "z3" ? Number(leaf.zone.slice(1)) : leaf.n,
  }));
  const few = leaves.map((leaf) => ({
    ...leaf,
    n: leaf.zone < "z3" && (leaf.slot !== "night" || leaf.need !== "n0") ? 0 : leaf.n,
  }));
  const cells = await asked(few, 1, cellsIn);
  for (const view of ["zone", "zone×slot", "zone×need", "zone×slot×need"]) {
    const hidden = (zone: string) =>
      cells.filter((cell) => cell.view === view && cell.zone === zone).map(unnamed);
    expect(hidden("z0").every((row) => row.endsWith('"value":null}'))).toBe(true);
    expect(hidden("z1")).toEqual(hidden("z0"));
    expect(hidden("z2")).toEqual(hidden("z0"));
  }
});

const byZone = [["zone"], ["zone", "need"], ["zone", "group"], ["zone", "slot"], ["zone", "aim"]];
const leaf = ["zone", "slot", "need"];

test("A01: so they are in the week, the month, the quarter and the year that hold them", async () => {
  const every = city({
    views: {
      week: byZone,
      month: [...byZone, leaf],
      quarter: [...byZone, leaf],
      year: [...byZone, leaf],
    } as never,
    sensitive: { quarter: [["zone", "need"]], year: [["zone", "need"], ["zone"]] },
  });
  const random = randomFrom(8);
  const one = (zone: string, need: string, day: string): Observation => ({
    ...{ zone, need, day, slot: "night", service: "AA", band: "2-4", key: keyFrom(random) },
  });
  const around = ["2026-01-02", "2026-05-13", "2026-12-29"].flatMap((day) =>
    Array.from({ length: 40 }, () => one("z5", "n0", day)),
  );
  const few = [0, 1, 2].flatMap((n) =>
    ["n0", "s0"].flatMap((need) => Array.from({ length: n }, () => one(`z${n}`, need, "2026-05-13"))),
  );
  const open = await openCity(every, [...around, ...few]);
  await closeBy(open, "2027-04-02T05:00:00Z");
  const cells = await cellsIn(open);
  const periods = ["2026-W20", "2026-05", "2026-Q2", "2026"];
  const counted = await countedCells({ vault: open.vault, network: every, periods });
  await closeCity(open);
  for (const period of periods) {
    const [none, one, two] = ["z0", "z1", "z2"].map((zone) =>
      cells.filter((cell) => cell.period === period && cell.zone === zone).map(unnamed),
    );
    expect(none?.length).toBeGreaterThan(5);
    expect(none?.every((row) => row.endsWith('"value":null}'))).toBe(true);
    expect([period, one, two]).toEqual([period, none, none]);
    // Published with their numbers, all three would differ.
    const plain = ["z0", "z1", "z2"].map((zone) =>
      counted
        .filter((cell) => cell.period === period && cell.nodes.zone === zone)
        .map(({ view, n }) => [view, n]),
    );
    expect(new Set(plain.map((told) => JSON.stringify(told))).size).toBe(3);
  }
});

test("A13: a full, a sparse and an empty city publish the same rows, and differ in values only", async () => {
  const names = async (share: number) => {
    const leaves = truths(2).map((leaf, i) => ({ ...leaf, n: i % 2 < share ? leaf.n : 0 }));
    const ends = ["2026-04-01", "2026-06-30"].map((day) => ({ ...rowsOf(truths(2), 2)[0], day }) as never);
    const open = await openCity(cubeCity, [...ends, ...rowsOf(share === 0 ? [] : leaves, 2)]);
    await closeBy(open, CLOSED);
    const cells = await cellsIn(open);
    await closeCity(open);
    return cells.map(({ value: _, ...name }) => name);
  };
  const full = await names(2);
  expect(await names(1)).toEqual(full);
  expect(await names(0)).toEqual(full);
});

test("A02: asked fifty times, after a restart, and closed again from shuffled rows: the same bytes", async () => {
  const rows = rowsOf(truths(3), 3);
  const open = await openCity(cubeCity, rows);
  await closeBy(open, CLOSED);
  const first = JSON.stringify(await cellsIn(open));
  for (let i = 0; i < 50; i++) expect(JSON.stringify(await cellsIn(open)) === first).toBe(true);
  await closeDb(open.published);
  open.published = await openPublished(open.folder, open.network);
  expect(JSON.stringify(await cellsIn(open)) === first).toBe(true);
  await closeCity(open);

  const shuffled = await openCity(cubeCity, rows.toReversed());
  await closeBy(shuffled, CLOSED);
  expect(JSON.stringify(await cellsIn(shuffled)) === first).toBe(true);
  await closeCity(shuffled);
});
