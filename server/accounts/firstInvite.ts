import type { Accounts } from "./Accounts.ts";
import { accountOf, addAccount } from "./accountRows.ts";
import { hasUsers, invite } from "./invites.ts";

const LOGIN = "coordinator";

/**
 * The link by which a first coordinator comes in, made anew at every start until somebody could sign in; null from then on,
 * and in a demo. There is no password that a new server knows.
 */
export async function firstInvite(accounts: Accounts): Promise<string | null> {
  if (accounts.network.simulated || (await hasUsers(accounts))) return null;
  const known = await accountOf(accounts, LOGIN);
  const id = known?.id ?? (await addAccount(accounts, { login: LOGIN, role: "coordinator", service: null }));
  await accounts.trail.note({
    who: "server",
    action: "user.invited",
    object: `account/${id}`,
    detail: { login: LOGIN },
  });
  return invite(accounts, id);
}
