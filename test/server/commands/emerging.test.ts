import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Finding, Reading } from "../../../domain/emerging/reading.ts";
import { closeDb, run, sql } from "../../../server/db.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { openPublished } from "../../../server/store.ts";
import { townFolder } from "../town.ts";
import { sguardo } from "./commandLine.ts";

const growth: Finding = {
  ...{ id: "health-2026-W46-1", kind: "cluster", need: "health", zones: ["harbour", "hill"] },
  ...{ grade: "confirmed", ratio: 2, since: "2026-11-02", weeks: 3, strength: "strong", services: "two" },
  corrected: true,
};
const slow: Finding = {
  ...{ id: "food-2026-W40-1", kind: "trend", need: "food", zones: [], grade: "slow", ratio: null },
  ...{ since: "2025-11-01", weeks: null, strength: "fair", services: null, corrected: true },
};
const reading: Reading = {
  epoch: "2026-W47",
  states: {
    zone: [null, "harbour", "hill", "fields"],
    need: ["health", "health", "health", "health"],
    state: ["norm", "confirmed", "few", "unknown"],
    trend: ["flat", "few", "few", "few"],
  },
  hot_spots: { zone: [], need: [], spot: [] },
  findings: [growth, slow],
  news: [
    { change: "confirmed", finding: growth, before: { ...growth, grade: "to_confirm" }, why: null },
    { change: "ended", finding: slow, before: slow, why: "few" },
  ],
};

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "sguardo-emerging-"));
  const published = await openPublished(data, await loadNetwork(townFolder));
  await run(
    published,
    sql`INSERT INTO closed_period VALUES ('2026-W47', 'week', '2026-11-16', '2026-11-22', '2026-11-25 05:00:00')`,
  );
  await run(
    published,
    sql`INSERT INTO emerging VALUES ('2026-W47', 1, '{}', '0.1.0', ${JSON.stringify(reading)})`,
  );
  await closeDb(published);
});
afterAll(() => rm(data, { recursive: true }));

const ask = (...args: string[]) => sguardo("emerging", ...args, "--network", townFolder, "--data", data);

test("a close is told in sentences: what grows, what is new, and what it cannot see", async () => {
  const { code, out } = await ask("--lang", "it");
  expect(code).toBe(0);
  expect(out).toMatch(/^Il borgo · periodo 2026-W47 /);
  expect(out).toContain("Dati simulati: nessuna osservazione è vera.");
  expect(out).toMatch(
    /1\. Porto e \S+: salute circa ×2 da 3 settimane; 2 servizi concordi; evidenza forte, confermato\.\n/,
  );
  expect(out).toContain("2. Tutta la rete: cibo cresce piano da 12 mesi; evidenza discreta, lento.");
  expect(out).toMatch(
    /Che cosa è nuovo\n +1\. Porto e .+; è confermato\.\n +2\. .+; è finito: non si può più dire/,
  );
  expect(out).toContain("pochi dati in 1 casi su 3 (bisogno per zona), nessuna presenza in 1.");
});

test("the table has a row for each need in each place, with what is found there", async () => {
  const { out } = await ask("--csv");
  const lines = out.trimEnd().split("\n");
  expect(lines.filter((line) => line.startsWith("# ")).join("\n")).toContain("no observation is real");
  expect(lines.filter((line) => !line.startsWith("#")).slice(1)).toEqual([
    ",The whole network,health,norm,flat,,,,,,,,,",
    "harbour,Harbour,health,confirmed,few,health-2026-W46-1,cluster,confirmed,2,2026-11-02,3,strong,two,yes",
    "hill,Hill,health,few,few,health-2026-W46-1,cluster,confirmed,2,2026-11-02,3,strong,two,yes",
    "fields,Fields,health,unknown,few,,,,,,,,,",
  ]);
});

test("only the needs asked for are told, and a close that was not read is refused in words", async () => {
  const { out } = await ask("--needs", "food");
  expect(out).toContain("food has grown slowly for 12 months");
  expect(out).not.toContain("health");
  const { code, err } = await ask("--epoch", "2026-W03");
  expect([code, err.trim()]).toEqual([
    1,
    "--epoch: no such close was read: those from 2026-W47 to 2026-W47 were.",
  ]);
});
