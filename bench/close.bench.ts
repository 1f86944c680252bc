import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, bench, describe } from "vitest";
import { z } from "zod";
import { closeDb, type Db, rows, run, sql } from "../server/db.ts";
import { closePeriods } from "../server/gate/closePeriods.ts";
import { importObservations } from "../server/ingest/importObservations.ts";
import { openPublished, openVault } from "../server/store.ts";
import { simulatedCesena } from "./cesena.ts";

const some = { iterations: 20, warmupIterations: 2, time: 0, warmupTime: 0 };
const secret = randomBytes(32);
const now = Date.parse("2026-11-23T12:00:00Z");

let cesena: Awaited<ReturnType<typeof simulatedCesena>>;
let published: Db;
let vault: Db;
beforeAll(async () => {
  cesena = await simulatedCesena();
  const data = join(cesena.folder, "data");
  await importObservations(cesena.into(data, cesena.observations));
  published = await openPublished(data, cesena.network);
  vault = await openVault(data, cesena.network);
  await closePeriods({ published, vault, secret, network: cesena.network, now });
});
afterAll(async () => {
  closeDb(published);
  closeDb(vault);
  await cesena.remove();
});

describe("a quarter is closed", () => {
  bench(
    "close: every cell of every view counted, perturbed, withheld where small, published",
    async () => {
      await run(published, sql`DELETE FROM published_cell WHERE period = '2026-Q3'`);
      await run(published, sql`DELETE FROM closed_view WHERE period = '2026-Q3'`);
      await run(published, sql`DELETE FROM closed_period WHERE period = '2026-Q3'`);
      await closePeriods({ published, vault, secret, network: cesena.network, now });
    },
    some,
  );

  bench(
    "DuckDB: a plain GROUP BY zone, slot, need over the same quarter",
    async () => {
      await rows(
        vault,
        z.object({ n: z.number() }),
        sql`SELECT "zone", slot, need, count(*)::INTEGER AS n FROM observation
          WHERE day BETWEEN '2026-06-29' AND '2026-09-30' GROUP BY ALL`,
      );
    },
    some,
  );
});
