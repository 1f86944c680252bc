import { afterEach, beforeEach, expect, test } from "vitest";
import { run, sql } from "../../../server/db.ts";
import { listImports, undoImport } from "../../../server/ingest/undoImport.ts";
import { type Bench, openBench, townFile } from "./openBench.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const night = "2026-09-01,notte,harbour,night,health,1,contact,";
const outing = "service,zones,from,to\nNU,harbour,2026-09-04T21:00,2026-09-05T01:00\n";

test("an undone import is gone whole, the others stay, and its file can come in again", async () => {
  const first = await bench.write("first.csv", townFile(night, night));
  const { id } = await bench.observations(first);
  await bench.observations(await bench.write("second.csv", townFile(night)));
  expect(await undoImport(bench.data, bench.network, id ?? "")).toEqual({
    ...{ id, kind: "observations", removed: 2, notes: [] },
  });
  expect(await bench.counts()).toEqual({ kept: 1, seen: 1, imports: 1 });
  expect(await bench.observations(first)).toMatchObject({ accepted: 2, duplicates: 0 });
});

test("imports of both kinds are listed, and an import of outings is undone the same way", async () => {
  await bench.observations(await bench.write("obs.csv", townFile(night)));
  const { id } = await bench.outings(await bench.write("out.csv", outing), { today: "2026-11-02" });
  expect(await listImports(bench.data, bench.network)).toMatchObject([
    {
      kind: "observations",
      file: "obs.csv",
      imported_on: "2026-11-01",
      accepted: 1,
      refused: 0,
      duplicate: 0,
    },
    { id, kind: "outings", file: "out.csv", imported_on: "2026-11-02", accepted: 1 },
  ]);
  expect(await undoImport(bench.data, bench.network, id ?? "")).toMatchObject({
    kind: "outings",
    removed: 1,
  });
  expect(await bench.keptOutings()).toEqual([]);
  expect(await listImports(bench.data, bench.network)).toHaveLength(1);
});

test("an id nobody knows is said, and nothing changes", async () => {
  await bench.observations(await bench.write("obs.csv", townFile(night)));
  await expect(undoImport(bench.data, bench.network, "nope")).rejects.toThrow(/import "nope": there is none/);
  expect(await bench.counts()).toMatchObject({ kept: 1, imports: 1 });
});

test("undoing rows of a closed period says that published cells stay as they are", async () => {
  const { id } = await bench.observations(await bench.write("obs.csv", townFile(night)));
  await bench.inPublished((published) =>
    run(
      published,
      sql`INSERT INTO closed_period VALUES ('2026-W36', 'week', '2026-08-31', '2026-09-06', '2026-09-09')`,
    ),
  );
  const { notes } = await undoImport(bench.data, bench.network, id ?? "");
  expect(notes).toEqual([
    expect.stringMatching(/Published cells do not change.* 1 closed period \(2026-W36\)/),
  ]);
});

test("rows that come after their week closed are taken, and said to be late", async () => {
  const file = await bench.write(
    "late.csv",
    townFile(night, "2026-10-30,notte,harbour,night,health,1,contact,"),
  );
  await bench.observations(await bench.write("early.csv", townFile(night)));
  const report = await bench.inPublished(async (published) => {
    await run(
      published,
      sql`INSERT INTO closed_period VALUES ('2026-W36', 'week', '2026-08-31', '2026-09-06', '2026-09-09')`,
    );
    return bench.observations(file, { published });
  });
  expect(report.accepted).toBe(2);
  expect(report.warnings.join()).toContain("1 row comes after a period of its day in 2026 was closed");
});
