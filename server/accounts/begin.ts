import type { Context } from "hono";
import { z } from "zod";
import { problem } from "../http.ts";
import { type Account, AccountRole, type Accounts } from "./Accounts.ts";
import { keepToken, tokenOf } from "./sessionCookie.ts";
import { endOf, endSession, IDLE_MINUTES, openSession, type SignedIn, signedIn } from "./sessions.ts";
import { recoveryCodesLeft } from "./totp.ts";
import type { Note } from "./trail.ts";

export const SignedInAnswer = z.object({
  signed_in: z.literal(true),
  login: z.string(),
  role: AccountRole,
  service: z.string().nullable(),
  demo: z.boolean(),
  oidc: z.boolean().describe("comes from the identity provider: no password here"),
  totp: z.boolean(),
  recovery_codes: z.number().nullable().describe("how many are left, where codes are asked for"),
  idle_minutes: z.number().describe("a session not used for so long ends"),
  expires_at: z.string().describe("when it ends in any case"),
});

/** Who came in, and what the trail says of how. */
type Entered = { account: Account; detail?: NonNullable<Note["detail"]> };

/** Opens a session for whoever proved to be this account, and ends the one this browser had. */
export async function beginSession(
  c: Context,
  accounts: Accounts,
  { account, detail = {} }: Entered,
): Promise<SignedIn> {
  const before = await signedIn(accounts, tokenOf(c, accounts));
  if (before) await endSession(accounts, before.session.id);
  const token = await openSession(accounts, account.id);
  const { id, role, service } = account;
  const who = { role, account: id, service };
  await accounts.trail.note({ who, action: "session.opened", object: `account/${id}`, detail });
  keepToken(c, accounts, token);
  const found = await signedIn(accounts, token);
  if (!found) throw problem(401, "Not signed in", "Sign in first.");
  return found;
}

/** The same, and tells who is signed in now. */
export const begin = async (c: Context, accounts: Accounts, entered: Entered) =>
  told(accounts, await beginSession(c, accounts, entered));

/** Who is signed in, for the page. */
export async function told(
  accounts: Accounts,
  { session, account }: SignedIn,
): Promise<z.infer<typeof SignedInAnswer>> {
  const { id, login, role, service, demo, oidc, totp_on } = account;
  return {
    ...{ signed_in: true, login, role, service, demo, oidc: oidc !== null, totp: totp_on },
    recovery_codes: totp_on ? await recoveryCodesLeft(accounts, id) : null,
    idle_minutes: IDLE_MINUTES,
    expires_at: new Date(endOf(session)).toISOString(),
  };
}
