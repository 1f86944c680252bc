import { addAccount } from "../../server/accounts/accountRows.ts";
import { passwordHash } from "../../server/accounts/passwords.ts";
import { closeDb } from "../../server/db.ts";
import { loadNetwork } from "../../server/network/loadNetwork.ts";
import { openAccountsFile } from "../../server/store.ts";
import type { Credentials } from "./browser.ts";

/** A supervisor in a data folder that no server holds open: of a network that is no demo. */
export async function addSomeone(network: string, data: string): Promise<Credentials> {
  const password = "montone-cinghiale-vespa-4";
  const db = await openAccountsFile(data, await loadNetwork(network));
  const open = { db, now: Date.now, cost: { memoryCost: 1024, timeCost: 1 } };
  const account = { login: "someone", role: "supervisor", service: null } as const;
  await addAccount(open, { ...account, password: await passwordHash(open, password) });
  await closeDb(db);
  return { login: account.login, password };
}
