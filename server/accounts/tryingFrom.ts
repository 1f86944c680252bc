import type { Context } from "hono";
import type { Accounts } from "./Accounts.ts";
import { addressOf } from "./addressOf.ts";
import type { Tried } from "./attempts.ts";
import { deviceOf } from "./deviceCookie.ts";

/** From where a login is tried. */
export const tryingFrom = (c: Context, accounts: Accounts, login: string): Omit<Tried, "login"> => ({
  address: addressOf(c),
  device: deviceOf(c, accounts, login),
});
