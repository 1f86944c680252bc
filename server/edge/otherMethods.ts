import type { Context, Hono } from "hono";
import { ACCESS } from "../access.ts";
import { problem } from "../http.ts";

/** A known path asked with a method it does not have: 405, and OPTIONS 204, with the methods it has. */
export function otherMethods(app: Hono, paths: (path: string) => boolean): void {
  for (const [path, methods] of Object.entries(methodsByPath()).filter(([path]) => paths(path))) {
    app.all(path, (c, next) => (methods.includes(c.req.method) ? next() : answerMethods(c, methods)));
  }
}

function answerMethods(c: Context, methods: readonly string[]): Response {
  c.header("allow", [...methods, "OPTIONS"].join(", "));
  if (c.req.method === "OPTIONS") return c.body(null, 204);
  throw problem(405, "Method not allowed", `Here one may ${methods.join(", ")}.`);
}

function methodsByPath(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const route of Object.keys(ACCESS)) {
    const [method = "", path = ""] = route.split(" ");
    found[path] = [...(found[path] ?? []), ...(method === "GET" ? ["GET", "HEAD"] : [method])];
  }
  return found;
}
