import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localOf } from "../domain/civilTime.ts";
import type { Network } from "../domain/network.ts";
import { mondayOf } from "../domain/period.ts";
import { importObservations } from "./ingest/importObservations.ts";
import { importOutings } from "./ingest/importOutings.ts";
import { listImports, undoImport } from "./ingest/undoImport.ts";
import { progress } from "./progress.ts";
import { writeSimulation } from "./simulate/writeSimulation.ts";

const OUTINGS = "outings.csv";

/** Two simulated years, up to last week, brought in by the door every file uses. */
export async function fillDemo(demo: { network: Network; data: string; now: number }): Promise<void> {
  await mkdir(demo.data, { recursive: true });
  await takeBackOutings(demo);
  const out = await mkdtemp(join(tmpdir(), "sguardo-demo-"));
  const today = localOf(demo.now, demo.network.timezone).date;
  try {
    process.stderr.write("First start: simulating two years of a network …\n");
    await writeSimulation(demo.network, { weeks: 104, seed: 7, rate: 400, until: mondayOf(today), out });
    const bar = progress("Importing", "bytes");
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

/** A first start killed half-way and taken up again in another week must not mix the outings of two simulations. */
async function takeBackOutings({ data, network }: { network: Network; data: string }): Promise<void> {
  for (const { id, kind, file } of await listImports(data, network))
    if (kind === "outings" && file === OUTINGS) await undoImport(data, network, id);
}
