import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadNetwork } from "../server/network/loadNetwork.ts";
import { writeSimulation } from "../server/simulate/writeSimulation.ts";

/** Two simulated years of Cesena in files, in a folder of their own. */
export async function simulatedCesena() {
  const folder = await mkdtemp(join(tmpdir(), "sguardo-bench-"));
  const network = await loadNetwork(join(import.meta.dirname, "..", "data", "cesena"));
  await writeSimulation(network, { weeks: 104, seed: 7, rate: 400, until: "2026-11-16", out: folder });
  return {
    folder,
    network,
    observations: join(folder, "observations.csv"),
    outings: join(folder, "outings.csv"),
    /** Options of an import of a file into a data folder. */
    into: (data: string, file: string) => ({
      ...{ file, network, data, mapping: {}, values: {}, dryRun: false, today: "2026-11-23" },
    }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The middle one: half take longer. */
export function median(times: readonly number[]): number {
  const ordered = [...times].sort((a, b) => a - b);
  return ordered[Math.floor(ordered.length / 2)] ?? Number.NaN;
}
