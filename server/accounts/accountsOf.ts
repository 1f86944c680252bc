import { problem } from "../http.ts";
import type { Sources } from "../sources.ts";
import type { Accounts } from "./Accounts.ts";

/** The accounts of this server. @throws 404 where it was started without any */
export function accountsOf({ accounts }: Pick<Sources, "accounts">): Accounts {
  if (!accounts) throw problem(404, "Not found", "This server has no accounts.");
  return accounts;
}
