import { localOf } from "../domain/civilTime.ts";
import { type Network, retentionOf } from "../domain/network.ts";
import type { Accounts } from "./accounts/Accounts.ts";
import { forgetOld } from "./accounts/forgetOld.ts";
import { makeBackup, pruneBackups } from "./backup/makeBackup.ts";
import { closeDb, type Db } from "./db.ts";
import { plainError } from "./plainError.ts";
import { applyRetention } from "./retention/applyRetention.ts";
import { openVault } from "./store.ts";

type Nightly = {
  network: Network;
  published: Db;
  data: string;
  /** Folder for backups; without one none are made. */
  backup?: string | undefined;
  accounts?: Pick<Accounts, "db" | "trail"> | undefined;
};

const first = 3;

/**
 * What is done once a night, from three on by the network's clock, or at the first full hour after a start: what is over
 * its time is deleted, then a backup is made, so that none holds what should be gone. Called every hour; the vault must not
 * be open meanwhile.
 */
export function nightly(of: Nightly): (now: number) => Promise<void> {
  let done: string | null = null;
  return async (now) => {
    const { date, hour } = localOf(now, of.network.timezone);
    if (done === date || (done !== null && hour < first)) return;
    try {
      await forget(of, now);
      await backUp(of, now);
      done = date;
    } catch (error) {
      process.stderr.write(
        `What is done at night failed, the next attempt is at the full hour: ${plainError(error)}\n`,
      );
    }
  };
}

async function forget({ network, published, data, accounts }: Nightly, now: number): Promise<void> {
  if (accounts) await forgetOld({ ...accounts, who: "server", network, data, now: () => now });
  const { years, weeks } = await applyRetention({ network, published, data, now });
  if (years.length + weeks === 0) return;
  await accounts?.trail.note({
    ...{ who: "server" as const, action: "retention.applied", object: "vault" },
    detail: { years: years.join(" "), weeks },
  });
}

async function backUp(
  { network, published, data, backup: to, accounts }: Nightly,
  now: number,
): Promise<void> {
  if (!to) return;
  const vault = await openVault(data, network);
  try {
    const open = { published, vault, ...(accounts ? { accounts: accounts.db } : {}) };
    await makeBackup({ data, network: network.id, to, now, open });
  } finally {
    await closeDb(vault);
  }
  await pruneBackups({ to, network: network.id, now, days: retentionOf(network).backup_days });
  await accounts?.trail.note({ who: "server", action: "backup.made", object: "backup" });
}
