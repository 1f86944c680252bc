import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import type { Network } from "../../domain/network.ts";
import { type Note, openTrail } from "../accounts/trail.ts";
import { trailCsv } from "../accounts/trailCsv.ts";
import { verifyTrail } from "../accounts/verifyTrail.ts";

import { closeDb, type Db } from "../db.ts";
import { loadNetwork } from "../network/loadNetwork.ts";
import { openAccountsFile } from "../store.ts";
import { configOf, type Folders, networkCommand, say } from "./options.ts";

type Options = Folders & { verify?: boolean; csv?: boolean };

const WRONG = {
  missing: (seq: number) => `Entry ${seq} is missing.`,
  changed: (seq: number) => `Entry ${seq} is not as it was noted, or not in its place.`,
  "cut off": (seq: number) => `Entry ${seq} and what follows were there once, and are not any more.`,
  "no head": () => "The file trail.head is missing: whether entries are missing at the end cannot be told.",
};

/** `trail`: who did what; whether that is still as it was noted. */
export const trailCommand = (): Command =>
  networkCommand("trail")
    .description("who did what to which object (with the server stopped)")
    .option("--verify", "say whether the trail is as it was noted; exit code 1 when it is not")
    .option("--csv", "print the whole trail with commas")
    .action((options: Options) =>
      within(options, async (db, data) => {
        if (options.verify) return verify(db, data);
        if (options.csv) await noteIn(db, data, { action: "trail.exported", object: "trail" });
        const csv = await trailCsv(db);
        process.stdout.write(
          options.csv ? csv : csv.replaceAll(/,[0-9a-f]{64}\r\n/g, "\n").replace(",digest\r\n", "\n"),
        );
      }),
    );

async function verify(db: Db, data: string): Promise<void> {
  const { entries, head, fault } = await verifyTrail({ db, data });
  if (!fault) return say(`The trail is whole: ${entries} entries, head ${head}.`);
  say(WRONG[fault.what](fault.seq));
  process.exitCode = 1;
}

async function within(options: Folders, work: (db: Db, data: string) => Promise<void>): Promise<void> {
  const { network: folder, data } = configOf(options);
  const network = await loadNetwork(folder);
  if (!existsSync(join(data, "accounts.duckdb"))) throw new Error(`${data} holds no trail yet.`);
  const db = await openAccountsFile(data, network);
  await work(db, data).finally(() => closeDb(db));
}

/** Notes what was done from a terminal. */
export async function noteDone(data: string, network: Network, done: Omit<Note, "who">): Promise<void> {
  const db = await openAccountsFile(data, network);
  await noteIn(db, data, done).finally(() => closeDb(db));
}

async function noteIn(db: Db, data: string, done: Omit<Note, "who">): Promise<void> {
  const trail = await openTrail({ db, now: Date.now, data });
  await trail.note({ who: "command line", ...done });
}
