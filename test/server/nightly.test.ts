import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { backupsIn } from "../../server/backup/makeBackup.ts";
import { restoreBackup } from "../../server/backup/restoreBackup.ts";
import { closeDb, rows, run, sql } from "../../server/db.ts";
import { nightly } from "../../server/nightly.ts";
import { openVault } from "../../server/store.ts";
import { type Bench, openBench, townFile } from "./ingest/openBench.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

test("each night what is over its time goes first, and the backup made then does not hold it", async () => {
  const rowsOf = (...days: string[]) =>
    townFile(...days.map((day) => `${day},notte,harbour,night,health,1,contact,`));
  await bench.observations(await bench.write("old.csv", rowsOf("2022-05-01", "2026-09-01")));
  const backup = join(bench.folder, "backups");
  await bench.inPublished(async (published) => {
    await run(published, sql`INSERT INTO published_cell (period, view, value) VALUES ('2022', 'total', 41)`);
    const work = nightly({ network: bench.network, published, data: bench.data, backup });
    for (const hour of [3, 4, 23]) await work(Date.UTC(2026, 10, 23, hour));
    await work(Date.UTC(2026, 10, 24, 0));
    expect(await backupsIn(backup, "town")).toEqual(["sguardo-town-2026-11-23T030000"]);
    await work(Date.UTC(2026, 10, 24, 3));
    expect(await backupsIn(backup, "town")).toHaveLength(2);
  });
  expect((await bench.kept()).map(({ day }) => day)).toEqual(["2026-09-01"]);
  const place = join(bench.folder, "place");
  await restoreBackup(join(backup, "sguardo-town-2026-11-23T030000"), place);
  const vault = await openVault(place, bench.network);
  const days = await rows(
    vault,
    z.object({ day: z.string() }),
    sql`SELECT day::VARCHAR AS day FROM observation`,
  );
  await closeDb(vault);
  expect(days).toEqual([{ day: "2026-09-01" }]);
});
