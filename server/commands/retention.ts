import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import type { Network } from "../../domain/network.ts";
import { type Forgotten, forgetOld } from "../accounts/forgetOld.ts";
import { openTrail } from "../accounts/trail.ts";
import { closeDb } from "../db.ts";
import { applyRetention, type Gone } from "../retention/applyRetention.ts";
import { openAccountsFile, openPublished } from "../store.ts";
import { configOf, type Folders, networkCommand, say } from "./options.ts";
import { servedNetwork } from "./servedNetwork.ts";
import { noteDone } from "./trail.ts";

/** `retention`: deletes what is over its time; the server does it by itself every night. */
export const retentionCommand = (): Command =>
  networkCommand("retention")
    .description(
      "delete what is over its time: observations, counts, old trail (the server does it by itself)",
    )
    .option("--dry-run", "say what would go, delete nothing")
    .action(async ({ dryRun = false, ...folders }: Folders & { dryRun?: boolean }) => {
      const config = configOf(folders);
      const asked = { ...(await servedNetwork(config)), data: config.data, dryRun };
      const what = told({ ...(await fromVault(asked)), ...(await fromAccounts(asked)) });
      if (what === "") return say("Nothing is over its time.");
      say(dryRun ? `Over their time: ${what}. Nothing was deleted.` : `Deleted: ${what}.`);
    });

type Asked = { network: Network; data: string; dryRun: boolean };

async function fromVault({ network, data, dryRun }: Asked): Promise<Gone> {
  const published = await openPublished(data, network);
  const work = applyRetention({ published, network, data, now: Date.now(), dryRun });
  const gone = await work.finally(() => closeDb(published));
  const { years, weeks } = gone;
  if (!dryRun && years.length + weeks > 0)
    await noteDone(data, network, {
      ...{ action: "retention.applied", object: "vault" },
      detail: { years: years.join(" "), weeks },
    });
  return gone;
}

async function fromAccounts({ network, data, dryRun }: Asked): Promise<Forgotten> {
  if (!existsSync(join(data, "accounts.duckdb"))) return { trailUpTo: null, accounts: 0 };
  const db = await openAccountsFile(data, network);
  try {
    const trail = await openTrail({ db, now: Date.now, data });
    return await forgetOld({ db, data, network, trail, who: "command line", now: Date.now, dryRun });
  } finally {
    await closeDb(db);
  }
}

/** What went, in a line; empty when nothing did. */
function told({ years, weeks, trailUpTo, accounts }: Gone & Forgotten): string {
  return [
    ...(years.length > 0 ? [`observations of ${years.join(", ")}`] : []),
    ...(weeks > 0 ? [`counts of ${weeks} closed weeks`] : []),
    ...(trailUpTo ? [`the trail up to ${trailUpTo}`] : []),
    ...(accounts > 0 ? [`${accounts} disabled users`] : []),
  ].join(" and ");
}
