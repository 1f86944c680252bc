import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { localOf } from "../../domain/civilTime.ts";
import type { Network } from "../../domain/network.ts";
import { bringPresenceUpToDate } from "../bringPresenceUpToDate.ts";
import type { Config } from "../config.ts";
import { counted } from "../counted.ts";
import { closeDb, type Db } from "../db.ts";
import { holdToServed } from "../editions/holdToServed.ts";
import { networkInForce } from "../editions/networkInForce.ts";
import { type ImportReport, importObservations } from "../ingest/importObservations.ts";
import { importOutings } from "../ingest/importOutings.ts";
import { readMapping, recallMapping } from "../ingest/rememberMapping.ts";
import { listImports, undoImport } from "../ingest/undoImport.ts";
import { progress } from "../progress.ts";
import { openPublished } from "../store.ts";
import { configOf, type Folders, networkCommand, say } from "./options.ts";
import { days, pairs, values } from "./pairs.ts";
import { servedNetwork } from "./servedNetwork.ts";
import { tellImport } from "./tellImport.ts";
import { noteDone } from "./trail.ts";

type Options = Folders & {
  map: string[];
  value: string[];
  mapping?: string;
  remember?: string;
  recall?: string;
  covers?: { from: string; to: string };
  dryRun?: boolean;
};

/** `import observations FILE` and `import outings FILE`. */
export const importCommand = (): Command =>
  networkCommand("import")
    .description("bring in a CSV (or CSV.gz) of observations or outings, all or nothing")
    .argument("<kind>", "observations or outings")
    .argument("<file>", "the file")
    .option(
      "--map <field=column...>",
      "which column holds a field: --map time=created --map lat=latitude",
      [],
    )
    .option("--value <field:from=to...>", "what a value means: --value need:Casa=abitare", [])
    .option("--mapping <file>", 'the same, as JSON: { "map": {…}, "values": {…} }')
    .option("--remember <name>", "keep this mapping under a name, in the data folder")
    .option("--recall <name>", "use a mapping kept under a name")
    .option("--covers <from..to>", "observations: the days the file is of, when its rows do not tell", days)
    .option("--dry-run", "check everything, write nothing")
    .action(async (kind: string, file: string, options: Options) => {
      const report = await importAs(kindOf(kind), file, options);
      await noteImport(report, options);
      await tellImport(report, options);
    });

async function noteImport({ id, kind }: ImportReport, options: Options): Promise<void> {
  if (!id) return;
  const config = configOf(options);
  const { network } = await networkInForce(config, Date.now());
  const made = { action: "import.made", object: `import/${id}`, detail: { kind } };
  await noteDone(config.data, network, made);
}

async function importAs(kind: ImportReport["kind"], file: string, options: Options): Promise<ImportReport> {
  const config = configOf(options);
  const { data } = config;
  const { network: served, networkOn, everyZone } = await servedNetwork(config);
  const network = { ...served, zones: everyZone };
  const dryRun = options.dryRun ?? false;
  const published = await openFor(network, { config, dryRun });
  const bar = progress("Importing", "bytes");
  try {
    if (published && !dryRun) await holdToServed({ config, network: served, published });
    const known = await knownMapping(options, { data, network });
    const report = await importers[kind]({
      file,
      network,
      networkOn,
      ...(published ? { published } : {}),
      data,
      mapping: { ...known.map, ...pairs(options.map) },
      values: { ...known.values, ...values(options.value) },
      dryRun,
      today: localOf(Date.now(), network.timezone).date,
      onProgress: ({ bytes, totalBytes }) => bar.to(bytes, totalBytes),
      ...(options.remember === undefined ? {} : { remember: options.remember }),
      ...(options.covers === undefined ? {} : { covers: options.covers }),
    });
    if (published && kind === "outings" && report.id)
      await bringPresenceUpToDate(published, served, networkOn);
    return report;
  } finally {
    bar.end();
    if (published) await closeDb(published);
  }
}

/** A dry run makes no folder: where there is no data yet, it reads into memory. */
async function openFor(
  network: Network,
  { config, dryRun }: { config: Config; dryRun: boolean },
): Promise<Db | undefined> {
  const made = existsSync(join(config.data, "published.duckdb"));
  return dryRun && !made ? undefined : openPublished(config.data, network);
}

const importers = { observations: importObservations, outings: importOutings };

function kindOf(text: string): ImportReport["kind"] {
  if (text === "observations" || text === "outings") return text;
  throw new Error(`import "${text}": expected "observations" or "outings".`);
}

const knownMapping = (options: Options, kept: { data: string; network: Network }) => {
  if (options.mapping) return readMapping(options.mapping);
  if (options.recall) return recallMapping(kept, options.recall);
  return { map: {}, values: {} };
};

/** `imports`: what was brought in, newest last. */
export const importsCommand = (): Command =>
  networkCommand("imports")
    .description("list the imports of a data folder")
    .action(async (options: Folders) => {
      const config = configOf(options);
      for (const line of await listImports(config.data, (await servedNetwork(config)).network)) {
        say(`${line.id}  ${line.imported_on}  ${line.kind}  ${counted(line.accepted, "row")}  ${line.file}`);
      }
    });

/** `undo ID`: takes a whole import back. */
export const undoCommand = (): Command =>
  networkCommand("undo")
    .description("take a whole import back, by its id")
    .argument("<id>", "id of the import, as `imports` lists it")
    .action(async (id: string, options: Folders) => {
      const config = configOf(options);
      const { network, networkOn } = await servedNetwork(config);
      const undone = await undoImport(config.data, network, id);
      await noteDone(config.data, network, { action: "import.undone", object: `import/${id}` });
      const published = await openPublished(config.data, network);
      await bringPresenceUpToDate(published, network, networkOn).finally(() => closeDb(published));
      say(`Import ${id} undone: ${counted(undone.removed + undone.kept, "row")} taken back.`);
      for (const note of undone.notes) say(note);
    });
