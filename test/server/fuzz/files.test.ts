import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { closeDb, type Db, rows, sql } from "../../../server/db.ts";
import { ImportRefused } from "../../../server/ingest/ImportRefused.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { NetworkRefused } from "../../../server/network/NetworkRefused.ts";
import { openPublished } from "../../../server/store.ts";
import { type Bench, openBench, townFile } from "../ingest/openBench.ts";
import { withEditedTown } from "../network/editedTown.ts";
import { inputs, seed, spoiled, spoiledBytes } from "./hostile.ts";

const sent = { all: 0, refused: 0 };
let bench: Bench;
let published: Db;

beforeAll(async () => {
  bench = await openBench();
  published = await openPublished(bench.data, bench.network);
});
afterAll(async () => {
  console.log(`${sent.all} files, ${sent.refused} refused (SGUARDO_FUZZ_SEED=${seed})`);
  await closeDb(published);
  await bench.close();
});

/** Resolves, or refuses in words of its own: anything else is a fault of ours. */
async function readOrRefused(work: Promise<unknown>, refusal: typeof ImportRefused | typeof NetworkRefused) {
  sent.all += 1;
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error === null) return false;
  sent.refused += 1;
  if (!(error instanceof refusal)) throw error;
  expect(error.message).not.toMatch(/\n\s+at |node:internal|DuckDB|\bundefined\b|\[object/);
  return true;
}

test.each(["services.csv", "schedules.csv", "needs.csv", "aims.csv", "network.json", "zones.geojson"])(
  "no bytes in %s make a network fail to load in words",
  (file) =>
    withEditedTown({}, async (dir) => {
      const path = join(dir, file);
      const bytes = await readFile(path);
      const shapes = file.includes("json") ? spoiled(JSON.parse(bytes.toString())) : fc.constant(null);
      const bad = fc.oneof(
        spoiledBytes(bytes),
        shapes.map((value) => (value === null ? Buffer.alloc(0) : Buffer.from(JSON.stringify(value)))),
      );
      await fc.assert(
        fc.asyncProperty(bad, async (spoiledFile) => {
          await writeFile(path, spoiledFile);
          await readOrRefused(loadNetwork(dir), NetworkRefused);
        }),
        inputs(200),
      );
    }),
  240_000,
);

const OUTINGS = `service,zone,from,to\n${Array.from(
  { length: 6 },
  (_, i) => `NU,harbour,2026-09-0${i + 1} 20:00,2026-09-0${i + 1} 22:00\n`,
).join("")}`;

const outings = async () =>
  (await rows(published, z.object({ n: z.number() }), sql`SELECT count(*)::INTEGER AS n FROM outing`))[0]?.n;

test("a file of outings comes in whole or not at all, whatever was done to it", async () => {
  await fc.assert(
    fc.asyncProperty(spoiledBytes(Buffer.from(OUTINGS)), fc.boolean(), async (bytes, zipped) => {
      const file = await bench.write("o.csv", zipped ? gzipSync(bytes) : bytes);
      const before = await outings();
      if (await readOrRefused(bench.outings(file, { published }), ImportRefused))
        expect(await outings()).toBe(before);
    }),
    inputs(400),
  );
}, 240_000);

test("a file of observations likewise", async () => {
  const good = Array.from({ length: 5 }, (_, i) => `2026-09-0${i + 1},notte,harbour,night,health,1,contact,`);
  await fc.assert(
    fc.asyncProperty(spoiledBytes(Buffer.from(townFile(...good))), async (bytes) => {
      const file = await bench.write("v.csv", bytes);
      const before = await bench.counts();
      if (await readOrRefused(bench.observations(file), ImportRefused))
        expect(await bench.counts()).toEqual(before);
    }),
    inputs(40),
  );
}, 240_000);

test("a workbook given as it is, or spoiled, is refused in words: only text comes in", async () => {
  // The beginning of every .xlsx: a zip archive whose first entry is [Content_Types].xml.
  const xlsx = Buffer.concat([
    Buffer.from("504b0304140006000800000021006268", "hex"),
    Buffer.from("[Content_Types].xml"),
    Buffer.alloc(200),
    Buffer.from("504b0506000000000100010041000000", "hex"),
  ]);
  const whole = await bench.write("book.xlsx", xlsx);
  await expect(bench.outings(whole, { published })).rejects.toThrow(/book\.xlsx.*(Excel|CSV|text)/i);
  await fc.assert(
    fc.asyncProperty(spoiledBytes(xlsx), async (bytes) => {
      const file = await bench.write("book.xlsx", bytes);
      await readOrRefused(bench.outings(file, { published }), ImportRefused);
    }),
    inputs(300),
  );
}, 240_000);
