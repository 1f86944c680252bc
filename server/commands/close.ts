import type { Command } from "commander";
import { closeDue } from "../closeDue.ts";
import { counted } from "../counted.ts";
import { closeDb } from "../db.ts";
import { checkViewsEver } from "../gate/usedViews.ts";
import { loadNetwork } from "../network/loadNetwork.ts";
import { openPublished } from "../store.ts";
import { configOf, networkCommand, say } from "./options.ts";

/** `close`: closes and publishes every period whose time has come. */
export const closeCommand = (): Command =>
  networkCommand("close")
    .description("close and publish every period whose time has come (the server does it by itself)")
    .action(async (options: { network?: string; data?: string }) => {
      const config = configOf(options);
      const network = await loadNetwork(config.network);
      const published = await openPublished(config.data, network);
      try {
        await checkViewsEver(published, network);
        const closed = await closeDue({ network, published, data: config.data });
        say(
          closed.length > 0
            ? `Closed ${counted(closed.length, "period")}, up to ${closed.at(-1)}.`
            : "Nothing is due.",
        );
      } finally {
        closeDb(published);
      }
    });
