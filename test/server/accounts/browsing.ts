import type { Accounts } from "../../../server/accounts/Accounts.ts";
import { whoAsks } from "../../../server/accounts/whoAsks.ts";
import { createApp } from "../../../server/app.ts";
import { AT_HOME } from "../../../server/edge/edgeOptions.ts";
import type { Limits } from "../../../server/edge/rateLimits.ts";
import type { Sources } from "../../../server/sources.ts";

export type Browsing = {
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  read: (path: string) => Promise<ReturnType<typeof JSON.parse>>;
  cookie: () => string;
};

type Away = { address: string; limits: Limits };

/** A browser at a server: it keeps the cookie it is given. `away`: from which address, where there are limits. */
export function browsing(town: { sources: Sources & { accounts: Accounts } }, away?: Away): Browsing {
  const app = createApp(town.sources, whoAsks(town.sources), { ...AT_HOME, limits: away?.limits });
  const env = away && { incoming: { socket: { remoteAddress: away.address } } };
  const jar = new Map<string, string>();
  const cookie = () => [...jar.values()].join("; ");
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await app.request(path, { ...init, headers: { cookie: cookie(), ...init.headers } }, env);
    for (const set of answer.headers.getSetCookie()) {
      const [name = "", ended] = [set.split("=")[0], set.includes("Max-Age=0")];
      if (ended) jar.delete(name);
      else jar.set(name, set.split(";")[0] ?? "");
    }
    return answer;
  };
  return { ask, read: async (path) => (await ask(path)).json(), cookie };
}
