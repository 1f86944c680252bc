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
  const jar = new Map<string, string>();
  const cookie = () => [...jar.values()].join("; ");
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await app.request(path, { ...init, headers: { cookie: cookie(), ...init.headers } });
    for (const set of answer.headers.getSetCookie()) {
      const [name = "", ended] = [set.split("=")[0], set.includes("Max-Age=0")];
      if (ended) jar.delete(name);
      else jar.set(name, set.split(";")[0] ?? "");
    }
    return answer;
  };
  return { ask, read: async (path) => (await ask(path)).json(), cookie };
}
