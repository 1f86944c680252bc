import { z } from "zod";
import { localOf } from "../domain/civilTime.ts";
import type { Network } from "../domain/network.ts";
import { addDays } from "../domain/period.ts";
import { closeDue } from "./closeDue.ts";
import type { Config } from "./config.ts";
import { closeDb, type Db, rows, sql } from "./db.ts";
import { fillDemo } from "./fillDemo.ts";
import { checkViews } from "./gate/checkViews.ts";
import { scheduleCloses } from "./gate/scheduleCloses.ts";
import { loadBasemap } from "./network/basemap.ts";
import { loadNetwork } from "./network/loadNetwork.ts";
import { refreshPresence } from "./presence.ts";
import type { Sources } from "./sources.ts";
import { openPublished, openVault } from "./store.ts";

/**
 * Opens a network for serving: checks the folder and its view list, fills the demo at its first start, brings presence
 * up to date, closes what is due now and then on time.
 */
export async function openNetwork(config: Config): Promise<{ sources: Sources; close: () => void }> {
  const network = await loadNetwork(config.network);
  checkViews(network);
  const demo = network.simulated;
  if (demo && (await neverFilled(config.data, network)))
    await fillDemo({ network, data: config.data, now: Date.now() });
  const published = await openPublished(config.data, network);
  await bringPresenceUpToDate(published, network);
  await closeDue({ network, published, data: config.data });
  const schedule = scheduleCloses(network, () => closeDue({ network, published, data: config.data }));
  const sources = { network, published, basemap: await loadBasemap(config.network), demo };
  return {
    sources,
    close: () => {
      schedule.stop();
      closeDb(published);
    },
  };
}

/** Presence from the first outing (or today) to eight weeks ahead. */
export async function bringPresenceUpToDate(published: Db, network: Network): Promise<void> {
  const today = localOf(Date.now(), network.timezone).date;
  const [first] = await rows(
    published,
    z.object({ day: z.string().nullable() }),
    sql`SELECT strftime(min(started_at), '%Y-%m-%d') AS day FROM outing`,
  );
  const from = first?.day ? addDays(first.day, -1) : today;
  await refreshPresence(published, network, { from, to: addDays(today, 56) });
}

async function neverFilled(data: string, network: Network): Promise<boolean> {
  const vault = await openVault(data, network);
  const imports = await rows(vault, z.object({ id: z.string() }), sql`SELECT id FROM import LIMIT 1`);
  closeDb(vault);
  return imports.length === 0;
}
