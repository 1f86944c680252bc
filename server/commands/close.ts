import type { Command } from "commander";
import type { Network } from "../../domain/network.ts";
import { bringPresenceUpToDate } from "../bringPresenceUpToDate.ts";
import { closeDue, closedNote } from "../closeDue.ts";
import { counted } from "../counted.ts";
import { closeDb, type Db } from "../db.ts";
import { holdToServed } from "../editions/holdToServed.ts";
import { checkViewsEver } from "../gate/usedViews.ts";
import { progress } from "../progress.ts";
import { readCloses, unreadCloses } from "../readings/readCloses.ts";
import { startWords } from "../startWords.ts";
import { openPublished } from "../store.ts";
import { configOf, networkCommand, say } from "./options.ts";
import { servedNetwork } from "./servedNetwork.ts";
import { noteDone } from "./trail.ts";

/** `close`: closes and publishes every period whose time has come, and reads what emerges in the weeks closed. */
export const closeCommand = (): Command =>
  networkCommand("close")
    .description(
      "close and publish every period whose time has come, and read what emerges (the server does it by itself)",
    )
    .action(async (options: { network?: string; data?: string }) => {
      const config = configOf(options);
      const { network, networkOn } = await servedNetwork(config);
      const published = await openPublished(config.data, network);
      try {
        await checkViewsEver(published, network);
        await holdToServed({ config, network, published });
        const closed = await closeDue({ network, networkOn, published, data: config.data });
        if (closed.length > 0) await noteDone(config.data, network, closedNote(closed));
        say(
          closed.length > 0
            ? `Closed ${counted(closed.length, "period")}, up to ${closed.at(-1)}.`
            : "Nothing is due.",
        );
        await bringPresenceUpToDate(published, network, networkOn);
        await readAll({ network, published, data: config.data });
      } finally {
        await closeDb(published);
      }
    });

async function readAll(open: { network: Network; published: Db; data: string }): Promise<void> {
  const unread = await unreadCloses(open);
  if (!unread) return;
  const bar = progress(startWords.en.reading, startWords.en.closes);
  await readCloses(open, unread, { onRead: bar.to }).finally(bar.end);
  say(`Read ${counted(unread.epochs.length, "close")}, up to ${unread.epochs.at(-1)}.`);
}
