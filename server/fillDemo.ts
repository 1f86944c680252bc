import { rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { localOf } from "../domain/civilTime.ts";
import type { Network } from "../domain/network.ts";
import { mondayOf } from "../domain/period.ts";
import { closeDb, rows, sql } from "./db.ts";
import { importObservations } from "./ingest/importObservations.ts";
import { importOutings } from "./ingest/importOutings.ts";
import { listImports, undoImport } from "./ingest/undoImport.ts";
import { progress } from "./progress.ts";
import { writeSimulation } from "./simulate/writeSimulation.ts";
import { type Lang, startWords } from "./startWords.ts";
import { openVault } from "./store.ts";

const OUTINGS = "outings.csv";

type Demo = { network: Network; data: string; now: number; lang: Lang };

/** Fills a demo that never was: two simulated years, up to last week, brought in by the door every file uses. */
export async function fillDemo(demo: Demo): Promise<void> {
  const filled = await wasFilled(demo);
  const out = join(demo.data, "simulating");
  await rm(out, { recursive: true, force: true });
  if (filled) return;
  await takeBackOutings(demo);
  const { filling, importing, bytes } = startWords[demo.lang];
  const today = localOf(demo.now, demo.network.timezone).date;
  try {
    process.stderr.write(`${filling}\n`);
    await writeSimulation(demo.network, { weeks: 104, seed: 7, rate: 400, until: mondayOf(today), out });
    const bar = progress(importing, bytes);
    const to = { ...demo, mapping: {}, values: {}, dryRun: false, today };
    await importOutings({ ...to, file: join(out, OUTINGS) });
    await importObservations({
      ...to,
      file: join(out, "observations.csv"),
      onProgress: ({ bytes, totalBytes }) => bar.to(bytes, totalBytes),
    });
    bar.end();
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function wasFilled({ data, network }: Demo): Promise<boolean> {
  const vault = await openVault(data, network);
  const imports = rows(vault, z.object({ id: z.string() }), sql`SELECT id FROM import LIMIT 1`);
  return (await imports.finally(() => closeDb(vault))).length > 0;
}

/** A first start killed half-way and taken up again in another week must not mix the outings of two simulations. */
async function takeBackOutings({ data, network }: { network: Network; data: string }): Promise<void> {
  for (const { id, kind, file } of await listImports(data, network))
    if (kind === "outings" && file === OUTINGS) await undoImport(data, network, id);
}
