import { randomUUID } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { ACCESS } from "../access.ts";
import { clientAddress, type From } from "./clientAddress.ts";
import type { Edge } from "./edgeOptions.ts";
import { type Log, withoutValues } from "./log.ts";
import type { Metrics } from "./metrics.ts";

/** Who is told what was answered: both without figures or words of people. */
export type Watch = { log?: Log | null | undefined; metrics?: Metrics | undefined };

declare module "hono" {
  interface ContextVariableMap {
    from: From;
  }
}

/**
 * Gives every request its id, and tells log and metrics how it was answered: which route (its pattern), how, how fast, in
 * which role. Not the address of who asks, nor anything of what was asked.
 */
export const arrival =
  ({ proxies, log, metrics }: Pick<Edge, "proxies"> & Watch): MiddlewareHandler =>
  async (c, next) => {
    const from = clientAddress(c, proxies);
    const id = (from.believed && plainId(c.req.header("x-request-id"))) || randomUUID();
    c.set("from", from);
    if (log) c.set("tell", (error) => log.error({ id, route: routeOf(c), error: withoutValues(error, c) }));
    const began = performance.now();
    await next();
    c.header("x-request-id", id);
    const ms = performance.now() - began;
    const route = routeOf(c);
    const { status } = c.res;
    metrics?.answered({ route, status, ms });
    log?.info({ id, route, status, ms: Math.round(ms), role: c.get("visitor")?.role ?? null });
  };

/** The pattern of the route that was asked, as ACCESS names it, with its method; `null` when there is none. */
export const routeOf = (c: Context): string | null =>
  matchedRoutes(c)
    .map(({ method, path }) => `${method} ${path}`)
    .find((route) => Object.hasOwn(ACCESS, route)) ?? null;

const plainId = (id: string | undefined) => (id && /^[\w.-]{8,64}$/.test(id) ? id : null);
