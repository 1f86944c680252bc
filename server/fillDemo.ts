import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localOf } from "../domain/civilTime.ts";
import type { Network } from "../domain/network.ts";
import { mondayOf } from "../domain/period.ts";
import { importObservations } from "./ingest/importObservations.ts";
import { importOutings } from "./ingest/importOutings.ts";
import { progress } from "./progress.ts";
import { writeSimulation } from "./simulate/writeSimulation.ts";

/** Two simulated years, up to last week, brought in by the door every file uses. */
export async function fillDemo(demo: { network: Network; data: string; now: number }): Promise<void> {
  await mkdir(demo.data, { recursive: true });
  const out = await mkdtemp(join(tmpdir(), "sguardo-demo-"));
  const today = localOf(demo.now, demo.network.timezone).date;
  try {
    process.stderr.write("First start: simulating two years of a network …\n");
    await writeSimulation(demo.network, { weeks: 104, seed: 7, rate: 400, until: mondayOf(today), out });
    const bar = progress("Importing", "bytes");
    const to = { ...demo, mapping: {}, values: {}, dryRun: false, today };
    await importOutings({ ...to, file: join(out, "outings.csv") });
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
