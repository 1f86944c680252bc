import type { Context, MiddlewareHandler } from "hono";
import { problem } from "./http.ts";

export type Role = "public" | "operator" | "coordinator" | "planner" | "supervisor";
export const ROLES: readonly Role[] = ["public", "operator", "coordinator", "planner", "supervisor"];

/** Who asks: `account` and `service` are ids; only operators are of one service. */
export type Visitor = { role: Role; account: string | null; service: string | null };
export type WhoIs = (c: Context) => Visitor | Promise<Visitor>;
declare module "hono" {
  interface ContextVariableMap {
    visitor: Visitor;
  }
}
export const STRANGER: Visitor = { role: "public", account: null, service: null };

/** Who may call a route. `own`: an operator only where the path's `:service` is the operator's own. */
export type Policy = { roles: readonly Role[]; own?: true };

const network: Policy = { roles: ["operator", "coordinator", "planner", "supervisor"] };
const coordinator: Policy = { roles: ["coordinator"] };
const overseers: Policy = { roles: ["coordinator", "supervisor"] };
const everybody: Policy = { roles: ROLES };

/** Who may call what, route by route. A server with a route that is not written here does not start. */
export const ACCESS: Readonly<Record<string, Policy>> = {
  "GET /api/network": network,
  "GET /api/zones": network,
  "GET /api/services": network,
  "GET /api/services/:service/entries": { roles: ["operator"], own: true },
  "GET /api/needs": network,
  "GET /api/schedules": network,
  "GET /api/coverage": network,
  "GET /api/cells": network,
  "GET /api/gaps": network,
  "GET /api/advice": network,
  "GET /api/overlaps": network,
  "GET /api/why": network,
  "GET /api/compare": network,
  "GET /api/emerging": network,
  "GET /api/editions": { roles: ["coordinator", "supervisor"] },
  "POST /api/editions/:number/restore": coordinator,
  "GET /api/draft/:part": coordinator,
  "PUT /api/draft/:part": coordinator,
  "DELETE /api/draft": coordinator,
  "POST /api/draft/publish": coordinator,
  "GET /api/openapi.json": network,
  "GET /api/session": everybody,
  "POST /api/session": everybody,
  "POST /api/session/demo": everybody,
  "DELETE /api/session": everybody,
  "GET /api/sessions": network,
  "DELETE /api/sessions": network,
  "PUT /api/account/password": network,
  "POST /api/account/totp": network,
  "PUT /api/account/totp": network,
  "DELETE /api/account/totp": network,
  "POST /api/invite": everybody,
  "GET /api/audit": overseers,
  "GET /api/audit.csv": overseers,
  "GET /api/users": coordinator,
  "POST /api/users": coordinator,
  "PATCH /api/users/:user": coordinator,
  "POST /api/users/:user/invite": coordinator,
  "GET /oidc/login": everybody,
  "GET /oidc/callback": everybody,
  "GET /basemap/:layer": network,
  "GET /status": everybody,
  "GET /metrics": everybody,
  "GET /glyphs/*": everybody,
  "GET /assets/*": everybody,
  "GET /*": everybody,
};

/** Every method and path a server answers must have a policy. @throws Error naming those that have none */
export function refuseUnwritten(routes: readonly { method: string; path: string }[]): void {
  const missing = routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => !Object.hasOwn(ACCESS, route));
  if (missing.length > 0)
    throw new Error(`server/access.ts does not say who may call ${[...new Set(missing)].join(", ")}.`);
}

/** Lets a request through when who asks may call the route. `route` is the pattern the route was registered with. */
export const allow =
  (route: string, whoIs: WhoIs): MiddlewareHandler =>
  async (c, next) => {
    const policy = ACCESS[route];
    const visitor = await whoIs(c);
    if (!policy?.roles.includes(visitor.role)) throw refusal(visitor);
    if (policy.own && visitor.role === "operator" && c.req.param("service") !== visitor.service)
      throw refusal(visitor);
    c.set("visitor", visitor);
    await next();
  };

/** Who asks, once `allow` has let the request through. */
export const visitorOf = (c: Context): Visitor => c.get("visitor") ?? STRANGER;

const refusal = ({ role }: Visitor) =>
  role === "public"
    ? problem(401, "Not signed in", "Sign in first.")
    : problem(403, "Not allowed", `The role "${role}" may not do this here.`);
