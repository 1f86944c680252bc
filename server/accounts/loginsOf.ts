import { ROLES } from "../access.ts";
import type { Accounts } from "./Accounts.ts";
import { allAccounts } from "./accountRows.ts";

/** What stands where somebody without an account did it. */
const NO_ACCOUNT: readonly string[] = ["command line", ...ROLES];

/** Who did something, of the account id that was kept with it: the login; null when the account is no more. */
export async function loginsOf(
  accounts: Pick<Accounts, "db"> | undefined,
): Promise<(by: string) => string | null> {
  if (!accounts) return (by) => by;
  const logins = new Map((await allAccounts(accounts)).map(({ id, login }) => [id, login]));
  return (by) => logins.get(by) ?? (NO_ACCOUNT.includes(by) ? by : null);
}
