import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { closeDb, type Db, rows, sql } from "../../../server/db.ts";
import { importObservations } from "../../../server/ingest/importObservations.ts";
import { importOutings } from "../../../server/ingest/importOutings.ts";
import type { ImportOptions } from "../../../server/ingest/report.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { openPublished, openVault } from "../../../server/store.ts";
import { townFolder } from "../town.ts";

const Counts = z.object({ kept: z.number(), seen: z.number(), imports: z.number() });
const Kept = z.object({
  day: z.string(),
  slot: z.string(),
  zone: z.string(),
  service: z.string(),
  need: z.string(),
  band: z.string(),
  outcome: z.string(),
  handover: z.string().nullable(),
});
const Outing = z.object({ service: z.string(), zone: z.string(), from: z.string(), to: z.string() });

/** The town with an empty data folder, and files made on the spot. "Today" is 1 November 2026. */
export async function openBench() {
  const folder = await mkdtemp(join(tmpdir(), "sguardo-ingest-"));
  const network = await loadNetwork(townFolder);
  const data = join(folder, "data");
  const options = (file: string, more: Partial<ImportOptions>): ImportOptions => ({
    ...{ file, network, data, mapping: {}, values: {}, dryRun: false, today: "2026-11-01" },
    ...more,
  });
  const write = async (name: string, bytes: string | Uint8Array): Promise<string> => {
    await writeFile(join(folder, name), bytes);
    return join(folder, name);
  };
  const inVault = async <T>(ask: (vault: Db) => Promise<T>): Promise<T> => {
    const vault = await openVault(data, network);
    return ask(vault).finally(() => closeDb(vault));
  };
  const inPublished = async <T>(ask: (published: Db) => Promise<T>): Promise<T> => {
    const published = await openPublished(data, network);
    return ask(published).finally(() => closeDb(published));
  };
  return {
    ...{ folder, data, network, write, inVault, inPublished },
    observations: (file: string, more: Partial<ImportOptions> = {}) =>
      importObservations(options(file, more)),
    outings: (file: string, more: Partial<ImportOptions> = {}) => importOutings(options(file, more)),
    read: (name: string) => readFile(join(folder, name), "utf8"),
    files: async () => (await readdir(folder)).sort(),
    counts: () =>
      inVault(async (vault) => {
        const [counts] = await rows(
          vault,
          Counts,
          sql`SELECT (SELECT count(*) FROM observation)::INTEGER AS kept, (SELECT count(*) FROM source_seen)::INTEGER AS seen,
            (SELECT count(*) FROM import)::INTEGER AS imports`,
        );
        return counts;
      }),
    kept: () =>
      inVault((vault) =>
        rows(
          vault,
          Kept,
          sql`SELECT day::VARCHAR AS day, slot, "zone", service, need, band, outcome, handover FROM observation
            ORDER BY ALL`,
        ),
      ),
    keptOutings: () =>
      inPublished((published) =>
        rows(
          published,
          Outing,
          sql`SELECT service, "zone", strftime(started_at, '%Y-%m-%dT%H:%MZ') AS "from",
            strftime(ended_at, '%Y-%m-%dT%H:%MZ') AS "to" FROM outing ORDER BY ALL`,
        ),
      ),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

export type Bench = Awaited<ReturnType<typeof openBench>>;

/** A file of the town with one good row for each line given; the header is the default one. */
export const townFile = (...lines: string[]): string =>
  ["date,slot,zone,service,need,band,outcome,handover", ...lines, ""].join("\n");
