import { expect, test } from "vitest";
import { closeDb } from "../../server/db.ts";
import { openPublished } from "../../server/store.ts";
import { type Cell, cellsIn, closeBy, closeCity, openCity } from "./city.ts";
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
