import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { closeDb, type Db, run, sql } from "../../../server/db.ts";
import { openDesk } from "../../../server/editions/openDesk.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { openPublished } from "../../../server/store.ts";
import { townFolder } from "../town.ts";
import type { Row } from "./openTownDesk.ts";

type Folders = { network: string; data: string };

/**
 * Makes a town, no demo, whose harbour became the port, and whose night began at 21, on 1 January 2026; a quarter closed on
 * either side.
 */
export async function makeTwoLattices({ network, data }: Folders): Promise<void> {
  await cp(townFolder, network, { recursive: true });
  await mkdir(data, { recursive: true });
  const file = join(network, "network.json");
  await writeFile(file, (await readFile(file, "utf8")).replace('"simulated": true', '"simulated": false'));
  const published = await openPublished(data, await loadNetwork(network));
  await quarter(published, { id: "2025-Q4", from: "2025-10-01", to: "2025-12-31", zone: "harbour" });
  await quarter(published, { id: "2026-Q3", from: "2026-07-01", to: "2026-09-30", zone: "port" });
  await redraw({ network, data });
  await closeDb(published);
  await writeFile(join(data, "secret"), "the secret of a town in a test …");
}

type Quarter = { id: string; from: string; to: string; zone: string };

/** A closed quarter in which the night unit was out on Thursdays at 21, and met the same need in every slot. */
async function quarter(published: Db, { id, from, to, zone }: Quarter): Promise<void> {
  await run(
    published,
    sql`INSERT INTO closed_period VALUES (${id}, 'quarter', ${from}::DATE, ${to}::DATE, '2026-11-01')`,
  );
  await run(
    published,
    sql`INSERT INTO outing SELECT 'night', ${zone}, timezone('UTC', timezone('Europe/Rome', day + INTERVAL 21 HOUR)),
          timezone('UTC', timezone('Europe/Rome', day + INTERVAL 22 HOUR)), 'i'
        FROM (SELECT unnest(generate_series(${from}::TIMESTAMP, ${to}::TIMESTAMP, INTERVAL 7 DAY)) AS day)`,
  );
  await run(
    published,
    sql`INSERT INTO published_cell SELECT ${id}, view, "zone", NULL, slot, NULL, 'health', NULL, NULL, 40
        FROM (VALUES ('zone×slot×need', ${zone}), ('zone×slot×need', 'market'), ('zone×slot×need', 'hill'),
          ('zone×slot×need', 'fields'), ('slot×need', NULL)) AS v(view, "zone"), (SELECT unnest(['mattina', 'pomeriggio', 'sera', 'notte']) AS slot)`,
  );
}

async function redraw({ network, data }: Folders): Promise<void> {
  const desk = await openDesk({
    ...{ data, seed: network, timezone: "Europe/Rome", now: () => Date.UTC(2025, 11, 1) },
    used: () => ({ services: new Set<string>(), needs: new Set<string>(), any: true }),
    checkLists: async () => undefined,
    onPublished: async () => undefined,
  });
  const change = async (part: Parameters<typeof desk.part>[0], edit: (row: Row) => Row) => {
    const { revision, rows } = await desk.part(part);
    const saved = await desk.put(part, { revision, rows: rows.map(edit), by: "somebody" });
    return saved;
  };
  const renamed = (text: unknown) => String(text).replace("harbour", "port");
  await change("zones", (row) =>
    JSON.parse(
      JSON.stringify(row)
        .replace('"id":"harbour"', '"id":"port"')
        .replace('"name_it":"Porto"', '"name_it":"Porto nuovo"'),
    ),
  );
  await change("schedules", (row) => ({ ...row, zones: renamed(row["zones"]) }));
  const hours = { sera: { to: 21 }, notte: { from: 21 } } as Record<string, Row>;
  const { revision, problems } = await change("slots", (row) => ({ ...row, ...hours[String(row["id"])] }));
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const said = { revision, note: "A port", by: "somebody", noted: async () => undefined };
  await desk.publish(said);
}
