import type { Context, MiddlewareHandler } from "hono";
import { problem } from "../http.ts";

/**
 * What changes something must come from this server's own page: by Sec-Fetch-Site, or by Origin where a client does not send
 * it; and as JSON, which no form of another page can send.
 */
export const onlyOwnPage: MiddlewareHandler = async (c, next) => {
  if (!["GET", "HEAD", "OPTIONS"].includes(c.req.method)) {
    if (!fromOwnPage(c)) throw problem(403, "Not allowed", FOREIGN);
    if (!isJson(c)) throw problem(415, "Not JSON", "Send content-type: application/json.");
  }
  await next();
};

const FOREIGN =
  "Changes are taken from this server's own page only (Sec-Fetch-Site: same-origin, or Origin as its address).";

function fromOwnPage(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  const origin = c.req.header("origin");
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === hostOf(c);
}

const hostOf = (c: Context) => c.req.header("host") ?? new URL(c.req.url).host;

function isJson(c: Context): boolean {
  const type = c.req.header("content-type");
  if (type === undefined) return c.req.method === "DELETE" && !c.req.header("content-length")?.match(/[1-9]/);
  return /^application\/json\s*(;|$)/i.test(type);
}
