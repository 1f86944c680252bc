import { STRANGER, type WhoIs } from "../access.ts";
import type { Sources } from "../sources.ts";
import { tokenOf } from "./sessionCookie.ts";
import { signedIn } from "./sessions.ts";

/** Who asks, by the cookie of a session. */
export const whoAsks =
  ({ accounts }: Pick<Sources, "accounts">): WhoIs =>
  async (c) => {
    const found = accounts ? await signedIn(accounts, tokenOf(c, accounts)) : null;
    if (!found) return STRANGER;
    const { id, role, service } = found.account;
    return { role, account: id, service };
  };
