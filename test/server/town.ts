import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "../../server/access.ts";
import { closeAccounts, openAccounts } from "../../server/accounts/openAccounts.ts";
import { createApp } from "../../server/app.ts";
import { closeDb, type Db, run, sql } from "../../server/db.ts";
import { openDesk } from "../../server/editions/openDesk.ts";
import { loadNetwork } from "../../server/network/loadNetwork.ts";
import { ownEntries } from "../../server/ownEntries.ts";
import { openPublished } from "../../server/store.ts";
import { as, asSupervisor } from "./visitors.ts";

export const townFolder = join(import.meta.dirname, "..", "fixtures", "town");

/** Argon2id with the least work it allows. */
export const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** The town behind a real app over a real database in a folder of its own; `fill` puts in what a test needs. */
export async function openTown(
  fill: (published: Db) => Promise<void> = async () => undefined,
  { simulated = true, now = Date.now }: { simulated?: boolean; now?: () => number } = {},
) {
  const data = await mkdtemp(join(tmpdir(), "sguardo-town-"));
  const network = { ...(await loadNetwork(townFolder)), simulated };
  const published = await openPublished(data, network);
  await fill(published);
  const desk = await openDesk({
    ...{ data, seed: townFolder, timezone: network.timezone, now: Date.now },
    used: () => ({ services: new Set<string>(), needs: new Set<string>(), any: false }),
    checkLists: async () => undefined,
    onPublished: async () => undefined,
  });
  await writeFile(join(data, "secret"), "the secret of a town in a test …");
  const accounts = await openAccounts({ data, network, cost: CHEAP, now });
  const sources = {
    network,
    published,
    desk,
    basemap: { roads: '{"type":"FeatureCollection","features":[]}' },
    accounts,
    trail: accounts.trail,
    ownEntries: (service: string) => ownEntries({ data, network, now: now() }, service),
  };
  return {
    data,
    network,
    published,
    accounts,
    sources,
    as: (role: Role) => createApp(sources, as(role)),
    ask: async (path: string) => {
      const answer = await createApp(sources, asSupervisor).request(path);
      return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.json() };
    },
    close: async () => {
      await closeAccounts(accounts);
      await closeDb(published);
      await rm(data, { recursive: true });
    },
  };
}

/** The third quarter of 2026, closed, with one cell shown and one withheld by each view that matters here. */
export async function thirdQuarter(published: Db): Promise<void> {
  await run(
    published,
    sql`INSERT INTO closed_period VALUES
      ('2026-Q3', 'quarter', '2026-07-01', '2026-09-30', '2026-10-05 04:00:00'),
      ('2026-09', 'month', '2026-09-01', '2026-09-30', '2026-10-05 04:00:00')`,
  );
  await run(
    published,
    sql`INSERT INTO published_cell (period, view, "zone", slot, need, value) VALUES
      ('2026-Q3', 'zone×need', 'harbour', NULL, 'housing', 12), ('2026-Q3', 'zone×need', 'hill', NULL, 'housing', NULL),
      ('2026-09', 'zone×need', 'harbour', NULL, 'housing', NULL), ('2026-Q3', 'total', NULL, NULL, NULL, 41),
      ('2026-Q3', 'zone×slot×need', 'harbour', 'notte', 'housing', 7)`,
  );
}

/** Minutes of a service in a zone on a day: `[day, hour of the week, planned, seen]`. */
export async function presence(
  published: Db,
  who: [service: string, zone: string],
  hours: [string, number, number, number][],
) {
  for (const [day, hour, planned, seen] of hours) {
    await run(
      published,
      sql`INSERT INTO presence_hour VALUES (${who[0]}, ${who[1]}, ${day}::DATE, ${hour}, ${planned}, ${seen})`,
    );
  }
}

/** Zones by slot in the third quarter: 30 by night, 8 in every other slot; the hill's are all withheld. */
export async function zonesBySlot(published: Db): Promise<void> {
  await run(
    published,
    sql`INSERT INTO published_cell (period, view, "zone", slot, value)
      SELECT '2026-Q3', 'zone×slot', z, s, CASE WHEN z = 'hill' THEN NULL WHEN s = 'notte' THEN 30 ELSE 8 END
      FROM (SELECT unnest(['harbour', 'market', 'hill', 'fields']) AS z),
           (SELECT unnest(['mattina', 'pomeriggio', 'sera', 'notte']) AS s)`,
  );
}
