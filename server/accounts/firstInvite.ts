import type { Accounts } from "./Accounts.ts";
import { accountOf, addAccount } from "./accountRows.ts";
import { hasCoordinator, invite } from "./invites.ts";

const LOGIN = "coordinator";

/**
 * The link by which a first coordinator comes in, made anew at every start until a coordinator could sign in; null from then
 * on, and in a demo. There is no password that a new server knows.
 */
export async function firstInvite(accounts: Accounts): Promise<string | null> {
  if (accounts.network.simulated || (await hasCoordinator(accounts))) return null;
  const { id, login } = await nobodysYet(accounts);
  await accounts.trail.note({
    who: "server",
    action: "user.invited",
    object: `account/${id}`,
    detail: { login },
  });
  return invite(accounts, id);
}

/** The account that waits for its first password, or a new one; never that of somebody who has its login for other work. */
async function nobodysYet(accounts: Accounts, again = 1): Promise<{ id: string; login: string }> {
  const login = again === 1 ? LOGIN : `${LOGIN}-${again}`;
  const known = await accountOf(accounts, login);
  if (!known) return { id: await addAccount(accounts, { login, role: "coordinator", service: null }), login };
  const waits = known.role === "coordinator" && !known.disabled && known.oidc === null;
  return waits ? known : nobodysYet(accounts, again + 1);
}
