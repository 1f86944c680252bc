import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { latticeOf } from "../../../domain/lattice.ts";
import { parsePeriod } from "../../../domain/period.ts";
import { type Db, run, sql } from "../../../server/db.ts";
import { countCells, placeObservations } from "../../../server/gate/countCells.ts";
import { listImports, undoImport } from "../../../server/ingest/undoImport.ts";
import { applyRetention } from "../../../server/retention/applyRetention.ts";
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
    ...{ id, kind: "observations", removed: 2, kept: 0, notes: [] },
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

describe("an import taken back after a week of it closed", () => {
  const rowsOf = ["2026-09-01", "2026-09-02", "2026-09-14"].map(
    (day) => `${day},notte,harbour,night,health,1,contact,`,
  );
  const closeWeek = (published: Db) =>
    run(
      published,
      sql`INSERT INTO closed_period VALUES ('2026-W36', 'week', '2026-08-31', '2026-09-06', '2026-09-09')`,
    );
  const counted = (id: string) =>
    bench.inVault(async (vault) => {
      await placeObservations(vault, bench.network);
      const period = parsePeriod(id);
      const view = { kind: period.kind, by: [], sensitive: false };
      const lattice = latticeOf(bench.network);
      const found = await countCells(vault, period, { views: [view], lattice });
      return found.get(view)?.counts.get("")?.n ?? 0;
    });
  const daysKept = async () => (await bench.kept()).map(({ day }) => day);

  test("goes on counting in what holds the closed days, or the difference would tell it; in the year it does not", async () => {
    const { id } = await bench.observations(await bench.write("obs.csv", townFile(...rowsOf)));
    await bench.observations(await bench.write("other.csv", townFile(night)));
    await bench.inPublished(closeWeek);
    expect([await counted("2026-W36"), await counted("2026-09"), await counted("2026")]).toEqual([3, 4, 4]);
    const undone = await undoImport(bench.data, bench.network, id ?? "");
    expect(undone).toMatchObject({ removed: 1, kept: 2 });
    expect(undone.notes).toEqual([expect.stringMatching(/^2 rows are of days that a closed period holds/)]);
    expect([await counted("2026-W36"), await counted("2026-09"), await counted("2026")]).toEqual([3, 3, 1]);
    expect(await listImports(bench.data, bench.network)).toHaveLength(1);
  });

  test("may come in again, is late then, and counts once in the year", async () => {
    const file = await bench.write("obs.csv", townFile(...rowsOf));
    const { id } = await bench.observations(file);
    await bench.inPublished(closeWeek);
    await undoImport(bench.data, bench.network, id ?? "");
    const again = await bench.inPublished((published) => bench.observations(file, { published }));
    expect(again).toMatchObject({ accepted: 3, duplicates: 0, late: 2 });
    expect([await counted("2026-09"), await counted("2026")]).toEqual([3, 3]);
  });

  test("is deleted from the vault once its year is closed; what came late goes at once", async () => {
    const file = await bench.write("obs.csv", townFile(...rowsOf));
    const { id } = await bench.observations(file);
    await bench.inPublished(closeWeek);
    await undoImport(bench.data, bench.network, id ?? "");
    expect(await daysKept()).toEqual(["2026-09-01", "2026-09-02"]);
    const late = await bench.inPublished((published) => bench.observations(file, { published }));
    await undoImport(bench.data, bench.network, late.id ?? "");
    expect(await daysKept()).toEqual(["2026-09-01", "2026-09-02"]);
    const { data, network } = bench;
    const apply = () =>
      bench.inPublished((published) =>
        applyRetention({ published, network, data, now: Date.UTC(2027, 2, 2) }),
      );
    await apply();
    expect(await daysKept()).toHaveLength(2);
    await bench.inPublished((published) =>
      run(
        published,
        sql`INSERT INTO closed_period VALUES ('2026', 'year', '2026-01-01', '2026-12-31', '2027-03-01')`,
      ),
    );
    expect(await apply()).toEqual({ years: [], weeks: 0 });
    expect(await daysKept()).toEqual([]);
  });
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
