import { problem } from "../http.ts";
import type { Account, Accounts } from "./Accounts.ts";
import { accountOf } from "./accountRows.ts";
import { guarded, type Tried } from "./attempts.ts";
import { isPassword } from "./passwords.ts";
import { isCode, isRecoveryCode, recoveryCodesLeft } from "./totp.ts";
import type { Note } from "./trail.ts";

type Credentials = Tried & { password: string; code?: string | undefined };

/**
 * The account whose login, password and, where it asks for one, code these are; and what the trail says of how it came in.
 * @throws 401, the same text and the same work whatever was wrong; 401 `code-needed` when only the code is missing; 429
 */
export async function signIn(
  accounts: Accounts,
  credentials: Credentials,
): Promise<{ account: Account; detail: NonNullable<Note["detail"]> }> {
  const { was, account, spent } = await guarded(accounts, credentials, () => check(accounts, credentials));
  if (was === "right" && account) {
    const left = spent ? { by: "recovery code", left: await recoveryCodesLeft(accounts, account.id) } : {};
    return { account, detail: left };
  }
  await accounts.trail.note({
    who: { login: account?.login ?? "" },
    action: "session.refused",
    object: account ? `account/${account.id}` : "account",
    detail: { why: was === "neither" ? "code needed" : "wrong" },
  });
  if (was === "neither") throw problem(401, CODE_NEEDED, "Type the code of your app, or a recovery code.");
  throw problem(401, { title: "Not signed in", type: "urn:sguardo:refused" }, WRONG);
}

const CODE_NEEDED = { title: "Code needed", type: "urn:sguardo:code-needed" } as const;
const WRONG = "Login, password or code are not right.";

/** `spent`: a recovery code opened it. */
type Checked = { was: "right" | "wrong" | "neither"; account: Account | undefined; spent?: true };

async function check(accounts: Accounts, { login, password, code }: Credentials): Promise<Checked> {
  const account = await accountOf(accounts, login);
  const right = await isPassword(accounts, account, password);
  if (!account || !right || account.disabled) return { was: "wrong", account };
  if (!account.totp_on) return { was: "right", account };
  if (code === undefined) return { was: "neither", account };
  if (await isCode(accounts, account, code)) return { was: "right", account };
  if (await isRecoveryCode(accounts, account, code)) return { was: "right", account, spent: true };
  return { was: "wrong", account };
}

/** Proves again that whoever is signed in knows the password. @throws 422, 429 */
export async function provePassword(
  accounts: Accounts,
  account: Account,
  { password, ...from }: Omit<Credentials, "login" | "code">,
): Promise<void> {
  const { was } = await guarded(accounts, { login: account.login, ...from }, async () => ({
    was: (await isPassword(accounts, account, password)) ? ("right" as const) : ("wrong" as const),
  }));
  if (was === "wrong")
    throw problem(422, { title: "Not right", type: "urn:sguardo:refused" }, "The password is not right.");
}
