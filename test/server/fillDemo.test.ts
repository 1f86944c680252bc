import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { closeDb, rows, sql } from "../../server/db.ts";
import { fillDemo } from "../../server/fillDemo.ts";
import { importOutings } from "../../server/ingest/importOutings.ts";
import { loadNetwork } from "../../server/network/loadNetwork.ts";
import { writeSimulation } from "../../server/simulate/writeSimulation.ts";
import { openPublished } from "../../server/store.ts";
import { townFolder } from "./town.ts";

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "sguardo-demo-"));
});
afterEach(() => rm(data, { recursive: true }));

test("a first start killed between outings and observations, taken up next week, holds one simulation only", async () => {
  const network = await loadNetwork(townFolder);
  const out = join(data, "killed");
  await writeSimulation(network, { weeks: 104, seed: 7, rate: 400, until: "2026-10-19", out });
  const to = { network, data, mapping: {}, values: {}, dryRun: false, today: "2026-10-19" };
  await importOutings({ ...to, file: join(out, "outings.csv") });
  await fillDemo({ network, data, lang: "it", now: Date.parse("2026-10-28T12:00:00Z") });
  const published = await openPublished(data, network);
  const held = await rows(
    published,
    z.object({ id: z.string(), on: z.string(), outings: z.number() }),
    sql`SELECT id, imported_on::VARCHAR AS "on", count(*)::INTEGER AS outings FROM import
      JOIN outing ON outing.import_id = import.id GROUP BY ALL`,
  );
  await closeDb(published);
  expect(existsSync(join(data, "simulating"))).toBe(false);
  expect(held).toMatchObject([{ on: "2026-10-28" }]);
});
