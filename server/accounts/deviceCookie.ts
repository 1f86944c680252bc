import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Accounts } from "./Accounts.ts";
import { plainLogin } from "./accountRows.ts";

type Kept = Pick<Accounts, "secure" | "keys">;

const DAYS = 90;
/** Of how many logins a browser is known: colleagues share one. */
const MOST = 5;

const nameOf = ({ secure }: Kept) => (secure ? "__Host-sguardo-device" : "sguardo-device");

/**
 * Which browser this is, when somebody signed in with a password as this login in it before; null when it is any browser.
 * @see OWASP, Slow Down Online Guessing Attacks with Device Cookies
 */
export function deviceOf(c: Context, accounts: Kept, login: string): string | null {
  const known = marksOf(c, accounts).find((mark) => isOf(accounts, mark, login));
  return known?.split(".")[0] ?? null;
}

/** From now on this browser is known to be used by this login, which its cookie does not hold. */
export function keepDevice(c: Context, accounts: Kept, login: string): void {
  const nonce = randomBytes(16).toString("base64url");
  const others = marksOf(c, accounts).filter((mark) => !isOf(accounts, mark, login));
  const marks = [`${nonce}.${seal(accounts, nonce, login)}`, ...others].slice(0, MOST);
  setCookie(c, nameOf(accounts), marks.join("~"), {
    ...{ path: "/", httpOnly: true, sameSite: "Strict", secure: accounts.secure, maxAge: DAYS * 24 * 3600 },
  });
}

const marksOf = (c: Context, accounts: Kept): string[] =>
  (getCookie(c, nameOf(accounts)) ?? "")
    .split("~")
    .filter((mark) => /^[\w-]{22}\.[\w-]{43}$/.test(mark))
    .slice(0, MOST);

function isOf(accounts: Kept, mark: string, login: string): boolean {
  const [nonce = "", sealed = ""] = mark.split(".");
  return timingSafeEqual(Buffer.from(seal(accounts, nonce, login)), Buffer.from(sealed));
}

const seal = ({ keys }: Kept, nonce: string, login: string): string =>
  createHmac("sha256", keys.devices)
    .update(`${nonce} ${plainLogin(login)}`)
    .digest("base64url");
