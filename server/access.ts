import type { Context, MiddlewareHandler } from "hono";
import { problem } from "./http.ts";

export type Role = "public" | "operator" | "coordinator" | "planner" | "supervisor";
export const ROLES: readonly Role[] = ["public", "operator", "coordinator", "planner", "supervisor"];

const network: readonly Role[] = ["operator", "coordinator", "planner", "supervisor"];

/** Who may call what, route by route. What is not written here is refused. */
export const ACCESS: Readonly<Record<string, readonly Role[]>> = {
  "GET /api/network": network,
  "GET /api/zones": network,
  "GET /api/services": network,
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
  "GET /api/openapi.json": network,
  "GET /basemap/:layer": network,
  "GET /status": ROLES,
  "GET /glyphs/*": ROLES,
  "GET /*": ROLES,
};

/** Lets a request through when its role may call the route. `route` is the pattern the route was registered with. */
export const allow =
  (route: string, roleOf: (c: Context) => Role): MiddlewareHandler =>
  async (c, next) => {
    const role = roleOf(c);
    if (!ACCESS[route]?.includes(role))
      throw problem(403, "Not allowed", `The role "${role}" may not call this.`);
    await next();
  };

/**
 * Until sign-in exists whoever sits at this machine reads as a supervisor; a name that is not this machine's is refused,
 * so that a page elsewhere cannot reach the server by pointing its own name here.
 */
export const onlyThisMachine: MiddlewareHandler = async (c, next) => {
  const host = (c.req.header("host") ?? "localhost").replace(/:\d+$/, "");
  if (!["localhost", "127.0.0.1", "[::1]"].includes(host)) {
    throw problem(
      403,
      "Not allowed",
      `This server answers on localhost only, not as "${host.slice(0, 80)}".`,
    );
  }
  await next();
};
