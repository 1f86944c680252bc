import type { MiddlewareHandler } from "hono";
import { problem } from "../http.ts";
import { isThisMachine } from "./edgeOptions.ts";

/**
 * Only this machine's names and the public one are answered, so that a page elsewhere cannot reach the server by pointing
 * a name of its own here.
 */
export const knownNames =
  (publicUrl: URL | null): MiddlewareHandler =>
  async (c, next) => {
    const name = (c.req.header("host") ?? "localhost").replace(/:\d*$/, "").toLowerCase();
    if (!isThisMachine(name) && name !== publicUrl?.hostname) {
      throw problem(
        403,
        "Not allowed",
        "This server does not answer by that name: localhost only, or the name given with --public-url.",
      );
    }
    await next();
  };
