import { problem } from "../http.ts";
import type { Account, Accounts } from "./Accounts.ts";
import { accountOf } from "./accountRows.ts";
import { isPassword } from "./passwords.ts";

type Credentials = { login: string; password: string; code?: string | undefined };

/** The account whose login and password these are. @throws 401, the same text whatever was wrong */
export async function signIn(accounts: Accounts, { login, password }: Credentials): Promise<Account> {
  const account = await accountOf(accounts, login);
  const right = await isPassword(accounts, account, password);
  if (!account || !right || account.disabled) {
    await accounts.trail.note({ who: { login: "" }, action: "session.refused", object: "session" });
    throw problem(401, "Not signed in", "Login, password or code are not right.");
  }
  return account;
}
