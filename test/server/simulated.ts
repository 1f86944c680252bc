import { cp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";
import { z } from "zod";
import { Reading } from "../../domain/emerging/reading.ts";
import type { Network } from "../../domain/network.ts";
import { createApp } from "../../server/app.ts";
import { root } from "../../server/config.ts";
import { closeDb, type Db, rows, run, sql } from "../../server/db.ts";
import { closePeriods } from "../../server/gate/closePeriods.ts";
import { importObservations } from "../../server/ingest/importObservations.ts";
import { importOutings } from "../../server/ingest/importOutings.ts";
import { loadNetwork } from "../../server/network/loadNetwork.ts";
import { refreshPresence } from "../../server/presence.ts";
import { readCloses, unreadCloses } from "../../server/readings/readCloses.ts";
import { Truths } from "../../server/simulate/truths.ts";
import { writeSimulation } from "../../server/simulate/writeSimulation.ts";
import { openPublished, openVault } from "../../server/store.ts";
import { copyOf } from "./madeOnce.ts";
import { firstDay, lastDay, twoYears } from "./simulate/reading.ts";
import { asSupervisor } from "./visitors.ts";

/** `chance`: which random changes the gate makes; `unvisited`: a zone where nobody is planned, and so nobody ever goes. */
type Asked = { seed: number; chance?: number; unvisited?: string };

/**
 * Two simulated years of Cesena, made as the demo makes them and at its rate, behind a real app; `truths` as truths.json
 * tells them. The same seed and chance publish the same cells in every run.
 */
export async function openSimulated({ seed, chance = 7, unvisited }: Asked) {
  const cesena = await loadNetwork(join(root, "data", "cesena"));
  const schedules = cesena.schedules.filter(({ zones }) => !zones.some((zone) => zone === unvisited));
  const network = { ...cesena, schedules };
  const shared = inject("shared");
  const town = `${seed}-${unvisited ?? "all"}`;
  const data = await copyOf({
    shared,
    name: `${town}-${chance}`,
    make: async (closed) => {
      const imported = await copyOf({ shared, name: town, make: (made) => simulated(made, network, seed) });
      await cp(imported, closed, { recursive: true });
      await rm(imported, { recursive: true });
      await close(closed, network, chance);
    },
  });
  const truths = Truths.parse(JSON.parse(await readFile(join(data, "truths.json"), "utf8")));
  const published = await openPublished(data, network);
  const app = createApp({ network, published, basemap: {} }, asSupervisor);
  return {
    network,
    truths,
    /** What every close says, oldest first. */
    readings: async (): Promise<Reading[]> => {
      const unread = await unreadCloses({ network, published, data });
      if (unread) await readCloses({ network, published }, unread);
      const stored = await rows(
        published,
        z.object({ reading: z.string() }),
        sql`SELECT reading FROM emerging ORDER BY epoch`,
      );
      return stored.map(({ reading }) => Reading.parse(JSON.parse(reading)));
    },
    ask: async (path: string) => (await app.request(path)).json(),
    close: async () => {
      await closeDb(published);
      await rm(data, { recursive: true });
    },
  };
}

/** Two years of a network, simulated and imported; truths.json beside the databases. */
async function simulated(data: string, network: Network, seed: number): Promise<void> {
  const out = join(data, "simulated");
  await writeSimulation(network, { ...twoYears, seed, out });
  const to = { network, data, mapping: {}, values: {}, dryRun: false, today: twoYears.until };
  await importOutings({ ...to, file: join(out, "outings.csv") });
  await importObservations({ ...to, file: join(out, "observations.csv") });
  await rename(join(out, "truths.json"), join(data, "truths.json"));
  await rm(out, { recursive: true });
}

async function close(data: string, network: Network, chance: number): Promise<void> {
  const published = await openPublished(data, network);
  const vault = await openVault(data, network);
  await keysByContent(vault);
  const secret = Buffer.alloc(32, chance);
  await writeFile(join(data, "secret"), secret);
  await closePeriods({ published, vault, secret, network, now: Date.parse(`${twoYears.until}T12:00:00Z`) });
  await closeDb(vault);
  await refreshPresence(published, network, { from: firstDay, to: lastDay });
  await closeDb(published);
}

/** Record keys are random in every import; here they follow from what was observed, so that a run can be had again. */
const keysByContent = (vault: Db) =>
  run(
    vault,
    sql`UPDATE observation SET record_key = keyed.key FROM (
          SELECT rowid AS at, md5_number_lower(concat_ws('|', day, slot, "zone", service, need, band, outcome, handover,
            row_number() OVER (PARTITION BY day, slot, "zone", service, need, band, outcome, handover))) AS key
          FROM observation) keyed
        WHERE observation.rowid = keyed.at`,
  );

/** The hours of a slot on every day, as the address writes them. */
export function everyDay({ from, to }: { from: number; to: number }): string {
  const two = (hour: number) => String(hour).padStart(2, "0");
  const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  return days.map((day) => `${day}-${two(from)}-${two(to)}`).join(",");
}
