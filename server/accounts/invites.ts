import { z } from "zod";
import { rows, run, sql } from "../db.ts";
import { problem } from "../http.ts";
import type { Account, Accounts } from "./Accounts.ts";
import { allAccounts, findAccount } from "./accountRows.ts";
import { refuseWeak } from "./passwordRules.ts";
import { passwordHash } from "./passwords.ts";
import { digestOfToken, endSessionsOf, newToken } from "./sessions.ts";
import { removeTotp } from "./totp.ts";

const VALID = 48 * 3_600_000;
type Open = Pick<Accounts, "db" | "now">;

/**
 * A link by which an account chooses its password, valid 48 hours and once: the path of the page, with the token where no
 * server's log sees it. It replaces the password, the code's secret, the sessions and the links there were.
 */
export async function invite({ db, now }: Open, account: string): Promise<string> {
  const token = newToken();
  await run(db, sql`DELETE FROM invite WHERE account = ${account}`);
  await run(db, sql`UPDATE account SET password = NULL WHERE id = ${account}`);
  await removeTotp({ db }, account);
  await endSessionsOf({ db }, account);
  await run(db, sql`INSERT INTO invite VALUES (${digestOfToken(token)}, ${account}, ${now() + VALID})`);
  return `/#invite=${token}`;
}

/** The account that a link was made for, with its new password. @throws 410, the same text for a link used, old or made up; 422 */
export function takeUp(accounts: Accounts, token: string, password: string): Promise<Account> {
  return accounts.inTurn(async () => {
    const found = sql`SELECT account AS id FROM invite WHERE digest = ${digestOfToken(token)} AND expires_at > ${accounts.now()}`;
    const [invited] = await rows(accounts.db, z.object({ id: z.string() }), found);
    const account = invited && (await findAccount(accounts, invited.id));
    if (!account || account.disabled)
      throw problem(410, GONE, "This link was used, is too old, or was never made.");
    refuseWeak(password, { login: account.login, network: accounts.network.name });
    const hash = await passwordHash(accounts, password);
    await run(accounts.db, sql`UPDATE account SET password = ${hash} WHERE id = ${account.id}`);
    await run(accounts.db, sql`DELETE FROM invite WHERE account = ${account.id}`);
    return { ...account, password: hash };
  });
}

const GONE = { title: "No such link", type: "urn:sguardo:invite-gone" } as const;

/** Whether a coordinator is there who signed in before, or could; a demo's users do not count. */
export async function hasCoordinator(accounts: Pick<Accounts, "db">): Promise<boolean> {
  const all = await allAccounts(accounts);
  return all.some(
    ({ role, demo, disabled, seen_on, password, oidc }) =>
      role === "coordinator" && !demo && !disabled && (seen_on ?? password ?? oidc) !== null,
  );
}
