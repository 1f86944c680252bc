import type { Context } from "hono";
import { z } from "zod";
import { problem } from "../http.ts";
import { type Account, AccountRole, type Accounts } from "./Accounts.ts";
import { keepToken, tokenOf } from "./sessionCookie.ts";
import { endOf, endSession, IDLE_MINUTES, openSession, type SignedIn, signedIn } from "./sessions.ts";

export const SignedInAnswer = z.object({
  signed_in: z.literal(true),
  login: z.string(),
  role: AccountRole,
  service: z.string().nullable(),
  demo: z.boolean(),
  totp: z.boolean(),
  idle_minutes: z.number().describe("a session not used for so long ends"),
  expires_at: z.string().describe("when it ends in any case"),
});
/** Opens a session for whoever proved to be this account, ends the one this browser had, and tells who is signed in now. */
export async function begin(c: Context, accounts: Accounts, account: Account) {
  const before = await signedIn(accounts, tokenOf(c, accounts));
  if (before) await endSession(accounts, before.session.id);
  const token = await openSession(accounts, account.id);
  const { id, role, service } = account;
  const who = { role, account: id, service };
  await accounts.trail.note({ who, action: "session.opened", object: `account/${id}` });
  keepToken(c, accounts, token);
  const found = await signedIn(accounts, token);
  if (!found) throw problem(401, "Not signed in", "Sign in first.");
  return told(found);
}

/** Who is signed in, for the page. */
export const told = ({ session, account }: SignedIn): z.infer<typeof SignedInAnswer> => ({
  signed_in: true,
  login: account.login,
  role: account.role,
  service: account.service,
  demo: account.demo,
  totp: account.totp_on,
  idle_minutes: IDLE_MINUTES,
  expires_at: new Date(endOf(session)).toISOString(),
});
