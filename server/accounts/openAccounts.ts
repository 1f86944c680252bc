import type { Options } from "@node-rs/argon2";
import { closeDb } from "../db.ts";
import { oneByOne } from "../oneByOne.ts";
import { keyFor, openAccountsFile } from "../store.ts";
import { type Accounts, KEYS, OWASP } from "./Accounts.ts";
import { makeDemoAccounts, removeDemoAccounts } from "./demo.ts";
import { dropPasswordsBeside, sealSubjects } from "./subjects.ts";
import { openTrail } from "./trail.ts";

type Opening = {
  data: string;
  network: Accounts["network"];
  secure?: boolean;
  cost?: Options;
  now?: () => number;
};

/**
 * The accounts of a network; the network's secret must be there. A demo has one account per role; where no demo is served,
 * none of those is left.
 */
export async function openAccounts({
  data,
  network,
  secure,
  cost,
  now = Date.now,
}: Opening): Promise<Accounts> {
  const made = await Promise.all(KEYS.map(async (purpose) => [purpose, await keyFor(data, purpose)]));
  const keys: Accounts["keys"] = Object.fromEntries(made);
  const db = await openAccountsFile(data, network);
  const accounts: Accounts = {
    db,
    data,
    network,
    trail: await openTrail({ db, now, data }),
    keys,
    cost: cost ?? OWASP,
    secure: secure ?? false,
    now,
    inTurn: oneByOne(),
  };
  await sealSubjects(accounts);
  await dropPasswordsBeside(accounts);
  await (network.simulated ? makeDemoAccounts(accounts) : removeDemoAccounts(accounts));
  return accounts;
}

export const closeAccounts = ({ db }: Accounts): Promise<void> => closeDb(db);
