import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Accounts } from "./Accounts.ts";
import { LONGEST_HOURS } from "./sessions.ts";

type Secure = Pick<Accounts, "secure">;

/** Over https a name no other host may set; http is for this machine only. */
const nameOf = ({ secure }: Secure) => (secure ? "__Host-sguardo" : "sguardo");
const optionsOf = ({ secure }: Secure) =>
  ({ path: "/", httpOnly: true, sameSite: "Strict", secure, maxAge: LONGEST_HOURS * 3600 }) as const;

export const tokenOf = (c: Context, accounts: Secure): string | undefined => getCookie(c, nameOf(accounts));

export const keepToken = (c: Context, accounts: Secure, token: string): void =>
  setCookie(c, nameOf(accounts), token, optionsOf(accounts));

export function dropToken(c: Context, accounts: Secure): void {
  deleteCookie(c, nameOf(accounts), optionsOf(accounts));
}
