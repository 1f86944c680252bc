import { resolve } from "node:path";
import type { Command } from "commander";
import { retentionOf } from "../../domain/network.ts";
import { makeBackup, pruneBackups } from "../backup/makeBackup.ts";
import { openAll } from "../backup/openAll.ts";
import { restoreBackup } from "../backup/restoreBackup.ts";
import { counted } from "../counted.ts";
import { closeDb } from "../db.ts";
import { loadNetwork } from "../network/loadNetwork.ts";
import { configOf, type Folders, networkCommand, say } from "./options.ts";
import { noteDone } from "./trail.ts";
import { whole } from "./whole.ts";

/** `backup DIR`: a whole, checked copy of a data folder that no server has open. */
export const backupCommand = (): Command =>
  networkCommand("backup")
    .description(
      "copy the data folder, whole and checked (a running server does it every night: SGUARDO_BACKUP)",
    )
    .argument("<dir>", "folder that holds the backups")
    .option("--keep <n>", "keep the newest n at most", whole(1, 1000))
    .action(async (dir: string, { keep, ...folders }: Folders & { keep?: number }) => {
      const { network: folder, data } = configOf(folders);
      const network = await loadNetwork(folder);
      const [to, now] = [resolve(dir), Date.now()];
      const open = await openAll(data, network);
      try {
        say(`Backup: ${await makeBackup({ data, network: network.id, to, now, open })}`);
      } finally {
        for (const db of Object.values(open)) await closeDb(db);
      }
      await noteDone(data, network, { action: "backup.made", object: "backup" });
      const days = retentionOf(network).backup_days;
      const gone = await pruneBackups({ to, network: network.id, now, days, keep });
      if (gone.length > 0) say(`Removed, over their time: ${counted(gone.length, "older backup")}.`);
    });

/** `restore BACKUP`: puts a backup where there are no data. */
export const restoreCommand = (): Command =>
  networkCommand("restore")
    .description("put a backup back as a data folder; never over one")
    .argument("<backup>", "the folder of one backup")
    .action(async (backup: string, folders: Folders) => {
      const { data } = configOf(folders);
      const { network } = await restoreBackup(resolve(backup), data);
      say(
        `Restored the network "${network}" to ${data}. Start the server: it deletes what is over its time.`,
      );
    });
