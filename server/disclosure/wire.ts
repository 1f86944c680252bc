import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Context } from "hono";
import { ROLES, type Role, type Visitor } from "../access.ts";

/** All that comes back over the wire, but for the clock and the random name of the request. */
export type Wire = { status: number; headers: Record<string, string>; body: string };

/** Asks a server over HTTP, as a supervisor unless a role is named. */
export type Ask = (path: string, role?: Role) => Promise<Wire>;

const ROLE = "x-role";

/** Who asks, as the asker says: only for a server that lives for an attack. */
export function asTheySay(c: Context): Visitor {
  const asked = c.req.header(ROLE);
  const role = ROLES.find((one) => one === asked) ?? "supervisor";
  return {
    role,
    account: role === "public" ? null : `a-${role}`,
    service: role === "operator" ? "own" : null,
  };
}

/** An app behind a real port of this machine. */
export async function behindPort(app: {
  fetch: (request: Request) => Response | Promise<Response>;
}): Promise<{ url: string; ask: Ask; stop: () => Promise<void> }> {
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    ask: async (path, role) => {
      const get = () => fetch(`${url}${path}`, role ? { headers: { [ROLE]: role } } : {});
      // A connection kept alive is closed while a solver keeps this process busy: then another is opened.
      const answer = await get().catch(get);
      const { date: _, "x-request-id": __, ...headers } = Object.fromEntries(answer.headers);
      return { status: answer.status, headers, body: await answer.text() };
    },
    stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
  };
}
