import type { Command } from "commander";
import { closeDb } from "../db.ts";
import { loadNetwork } from "../network/loadNetwork.ts";
import { applyRetention } from "../retention/applyRetention.ts";
import { openPublished } from "../store.ts";
import { configOf, type Folders, networkCommand, say } from "./options.ts";

/** `retention`: deletes what is over its time; the server does it by itself every night. */
export const retentionCommand = (): Command =>
  networkCommand("retention")
    .description("delete observations and counts that are over their time (the server does it by itself)")
    .option("--dry-run", "say what would go, delete nothing")
    .action(async ({ dryRun = false, ...folders }: Folders & { dryRun?: boolean }) => {
      const config = configOf(folders);
      const network = await loadNetwork(config.network);
      const published = await openPublished(config.data, network);
      try {
        const { data } = config;
        const { years, weeks } = await applyRetention({ published, network, data, now: Date.now(), dryRun });
        if (years.length + weeks === 0) return say("Nothing is over its time.");
        const what = [
          ...(years.length > 0 ? [`observations of ${years.join(", ")}`] : []),
          ...(weeks > 0 ? [`counts of ${weeks} closed weeks`] : []),
        ].join(" and ");
        say(dryRun ? `Over their time: ${what}. Nothing was deleted.` : `Deleted: ${what}.`);
      } finally {
        await closeDb(published);
      }
    });
