import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { configure } from "../../../server/config.ts";
import { closeDb, type Db, run, sql } from "../../../server/db.ts";
import { openDesk } from "../../../server/editions/openDesk.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { openNetwork, type Running } from "../../../server/openNetwork.ts";
import { openPublished } from "../../../server/store.ts";
import { townFolder } from "../town.ts";
import { as } from "../visitors.ts";
import type { Row } from "./openTownDesk.ts";

let folder: string;
let running: Running;
let fetch: (request: Request) => Promise<Response>;

/** A town whose harbour became the port, and its night began at 21, on 1 January 2026; a quarter closed on either side. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sguardo-then-"));
  const [seed, data] = [join(folder, "network"), join(folder, "data")];
  await cp(townFolder, seed, { recursive: true });
  const file = join(seed, "network.json");
  await writeFile(file, (await readFile(file, "utf8")).replace('"simulated": true', '"simulated": false'));
  const published = await openPublished(data, await loadNetwork(seed));
  await quarter(published, { id: "2025-Q4", from: "2025-10-01", to: "2025-12-31", zone: "harbour" });
  await quarter(published, { id: "2026-Q3", from: "2026-07-01", to: "2026-09-30", zone: "port" });
  await redraw({ seed, data });
  await closeDb(published);
  await writeFile(join(data, "secret"), "the secret of a town in a test …");
  running = await openNetwork(configure({ network: seed, data }, {}));
  const app = running.live((sources) => createApp(sources, as("coordinator")).fetch);
  fetch = (request) => app.fetch(request, {});
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true });
});

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

async function redraw({ seed, data }: { seed: string; data: string }): Promise<void> {
  const desk = await openDesk({
    ...{ data, seed, timezone: "Europe/Rome", now: () => Date.UTC(2025, 11, 1) },
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
  await change("zones", (row) => JSON.parse(JSON.stringify(row).replace('"id":"harbour"', '"id":"port"')));
  await change("schedules", (row) => ({ ...row, zones: renamed(row["zones"]) }));
  const hours = { sera: { to: 21 }, notte: { from: 21 } } as Record<string, Row>;
  const { revision, problems } = await change("slots", (row) => ({ ...row, ...hours[String(row["id"])] }));
  expect(problems).toEqual([]);
  const said = { revision, note: "A port", by: "somebody", noted: async () => undefined };
  expect(await desk.publish(said)).toMatchObject({ takes_effect: "2026-01-01" });
}

const ask = async (path: string) => {
  const answer = await fetch(new Request(`http://localhost/api/${path}`));
  return { status: answer.status, body: await answer.json() };
};
const zonesOf = async (path: string) =>
  (await ask(path)).body.features.map(({ properties }: Row) => (properties as Row)["id"]);

test("today's zones are answered, and those of a period that was counted in others when it is named", async () => {
  expect(await zonesOf("zones")).toEqual(["port", "market", "hill", "fields"]);
  expect(await zonesOf("zones?period=2026-Q3")).toEqual(["port", "market", "hill", "fields"]);
  expect(await zonesOf("zones?period=2025-Q4")).toEqual(["harbour", "market", "hill", "fields"]);
  const { periods } = (await ask("network")).body;
  const lattices = new Map(periods.map(({ id, lattice }: Row) => [id, lattice]));
  expect(["2026-Q3", "2026-W30", "2025-Q4", "2025-W45"].map((id) => lattices.get(id))).toEqual([
    -1, -1, 0, 0,
  ]);
});

test("a period is asked about in its own zones: none of today's is said to lack what was never counted in it", async () => {
  for (const [period, zone] of [
    ["2025-Q4", "harbour"],
    ["2026-Q3", "port"],
  ]) {
    const gaps = await ask(`gaps?period=${period}&needs=health`);
    expect(gaps.body.zones.map((row: Row) => row["zone"])).toEqual([zone, "market", "hill", "fields"]);
    const compare = await ask(`compare?period=${period}&a=notte&b=mattina&needs=health`);
    expect([period, compare.status]).toEqual([period, 200]);
    const why = await ask(`why?period=${period}&zone=${zone}&slot=notte&need=health`);
    expect([period, why.status, why.body.shown?.value]).toEqual([period, 200, 40]);
  }
  for (const stranger of [
    "why?period=2026-Q3&zone=harbour",
    "why?period=2025-Q4&zone=port",
    "zones?period=2024-Q1",
  ])
    expect([stranger, (await ask(stranger)).status]).toEqual([stranger, 400]);
});

test("an hour belongs to the slot it belonged to then: 21 was evening, and is night", async () => {
  const slots = async (period: string) => {
    const { body } = await ask(`coverage?period=${period}`);
    return body.visits.slot;
  };
  expect(new Set(await slots("2025-Q4"))).toEqual(new Set(["sera"]));
  expect(new Set(await slots("2026-Q3"))).toEqual(new Set(["sera", "notte"]));
});
