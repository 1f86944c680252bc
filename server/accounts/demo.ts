import { run, sql } from "../db.ts";
import { AccountRole, type Accounts } from "./Accounts.ts";
import { addAccount, findAccount } from "./accountRows.ts";

/** The id of a demo's account of this role. */
export const demoAccount = (role: AccountRole): string => `demo-${role}`;

/** One account per role, without a password; the operator is of the network's first service. */
export async function makeDemoAccounts(accounts: Accounts): Promise<void> {
  for (const role of AccountRole.options) {
    const id = demoAccount(role);
    const service = role === "operator" ? accounts.network.services[0]?.id : null;
    if (service === undefined || (await findAccount(accounts, id))) continue;
    await addAccount(accounts, { id, login: id, role, service, demo: true });
  }
}

/** A server that serves no demo knows none of its accounts. */
export async function removeDemoAccounts({ db }: Pick<Accounts, "db">): Promise<void> {
  await run(db, sql`DELETE FROM session WHERE account IN (SELECT id FROM account WHERE demo)`);
  await run(db, sql`DELETE FROM account WHERE demo`);
}
