import type { Accounts } from "../../../server/accounts/Accounts.ts";
import { whoAsks } from "../../../server/accounts/whoAsks.ts";
import { createApp } from "../../../server/app.ts";
import type { Sources } from "../../../server/sources.ts";

export type Browsing = {
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  read: (path: string) => Promise<ReturnType<typeof JSON.parse>>;
  cookie: () => string;
};

/** A browser at a server: it keeps the cookie it is given. */
export function browsing(town: { sources: Sources & { accounts: Accounts } }): Browsing {
  const app = createApp(town.sources, whoAsks(town.sources));
  let cookie = "";
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await app.request(path, { ...init, headers: { cookie, ...init.headers } });
    const [set] = answer.headers.getSetCookie();
    if (set) cookie = set.split(";")[0] ?? "";
    return answer;
  };
  return { ask, read: async (path) => (await ask(path)).json(), cookie: () => cookie };
}
