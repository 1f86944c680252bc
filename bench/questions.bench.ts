import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, bench, describe } from "vitest";
import { createApp } from "../server/app.ts";
import { closeDb, type Db, type Query, sql } from "../server/db.ts";
import { closePeriods } from "../server/gate/closePeriods.ts";
import { importObservations } from "../server/ingest/importObservations.ts";
import { importOutings } from "../server/ingest/importOutings.ts";
import { refreshPresence } from "../server/presence.ts";
import { openPublished, openSecret, openVault } from "../server/store.ts";
import { asSupervisor } from "../test/server/visitors.ts";
import { median, simulatedCesena } from "./cesena.ts";

const [warm, some] = [3, 20];
const how = { iterations: some, warmupIterations: warm, time: 0, warmupTime: 0 };
const [quarter, year] = [["2026-07-01", "2026-09-30"] as const, ["2025-01-01", "2025-12-31"] as const];

const presence = ([from, to]: readonly [string, string]): Query[] => [
  sql`SELECT * FROM coverage(${from}::DATE, ${to}::DATE)`,
  sql`SELECT * FROM visits(${to}::DATE)`,
  sql`SELECT * FROM presence_hours(${from}::DATE, ${to}::DATE)`,
];
const cells = (period: string): Query =>
  sql`SELECT view, "zone", parent, slot, weekpart, need, need_group, aim, value FROM published_cell
      WHERE period = ${period} ORDER BY ALL`;
const gapsOf = (period: string, days: readonly [string, string]) => [...presence(days), cells(period)];

/** A question over HTTP, and everything it asks of DuckDB. */
const questions: [name: string, path: string, bare: Query[]][] = [
  ["coverage, a quarter", "coverage?period=2026-Q3", presence(quarter)],
  ["coverage, a year", "coverage?period=2025", presence(year)],
  ["gaps, a quarter", "gaps?period=2026-Q3&hours=fri-22-06", gapsOf("2026-Q3", quarter)],
  ["gaps, a year", "gaps?period=2025&hours=fri-22-06", gapsOf("2025", year)],
  [
    "compare",
    "compare?period=2026-Q3&a=mattina,pomeriggio,sera&b=notte",
    [...presence(quarter).slice(2), cells("2026-Q3")],
  ],
  ["overlaps", "overlaps?period=2026-Q3", gapsOf("2026-Q3", quarter)],
  ["advice, 10 hours", "advice?period=2026-Q3&hours=10", gapsOf("2026-Q3", quarter)],
];
const times = new Map<string, { http: number[]; bare: number[] }>();

let cesena: Awaited<ReturnType<typeof simulatedCesena>>;
let published: Db;
let server: ReturnType<typeof serve>;
let url = "";

beforeAll(async () => {
  cesena = await simulatedCesena();
  const { network, into, outings, observations, folder } = cesena;
  const data = join(folder, "data");
  await importOutings(into(data, outings));
  await importObservations(into(data, observations));
  published = await openPublished(data, network);
  const vault = await openVault(data, network);
  const secret = await openSecret(data, { vault, published });
  await closePeriods({ published, vault, secret, network, now: Date.parse("2026-11-23T12:00:00Z") });
  closeDb(vault);
  await refreshPresence(published, network, { from: "2024-11-17", to: "2027-01-18" });
  const { fetch } = createApp({ network, published, basemap: {} }, asSupervisor);
  url = await new Promise((listening) => {
    server = serve({ fetch, port: 0, hostname: "127.0.0.1" }, ({ port }: AddressInfo) =>
      listening(`http://127.0.0.1:${port}/api/`),
    );
  });
}, 180_000);

afterAll(async () => {
  for (const [name, { http, bare }] of times) {
    const [asked, query] = [median(http.slice(warm)), median(bare.slice(warm))];
    console.info(
      `${name}: ${(asked / query).toFixed(1)} × its bare queries (${asked.toFixed(0)} ms beside ${query.toFixed(0)} ms).`,
    );
  }
  server.close();
  closeDb(published);
  await cesena.remove();
});

for (const [name, path, bare] of questions) {
  const taken = { http: [] as number[], bare: [] as number[] };
  times.set(name, taken);
  describe(name, () => {
    bench(
      "the question over HTTP, read whole",
      async () => {
        const start = performance.now();
        const answer = await fetch(url + path);
        const text = await answer.text();
        taken.http.push(performance.now() - start);
        if (!answer.ok) throw new Error(text);
      },
      how,
    );

    bench(
      "DuckDB: the bare queries it rests on",
      async () => {
        const start = performance.now();
        for (const { text, values } of bare) await published.connection.runAndReadAll(text, values);
        taken.bare.push(performance.now() - start);
      },
      how,
    );
  });
}
