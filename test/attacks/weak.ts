import { Hono } from "hono";
import { z } from "zod";
import { rows, sql } from "../../server/db.ts";
import { behindPort } from "../../server/disclosure/wire.ts";
import type { Served } from "./served.ts";

type Weakness = {
  /** Answers what a city's vault holds now, whatever is asked. */
  body?: (records: number) => object;
  /** Headers that a city's vault decides. */
  headers?: (records: number) => Record<string, string>;
  /** Milliseconds to wait for each record. */
  wait?: number;
};

/** A server beside a city's own that answers the same unless it is made weak: it counts the vault at each question. */
export function besides({ open, ask }: Served, { body, headers, wait = 0 }: Weakness) {
  const app = new Hono().get("*", async (c) => {
    const [{ n } = { n: 0 }] = await rows(
      open.vault,
      Counted,
      sql`SELECT count(*)::INTEGER AS n FROM observation`,
    );
    if (wait > 0) await new Promise((done) => setTimeout(done, wait * n));
    const path = c.req.url.replace(/^https?:\/\/[^/]+/, "");
    const answer = body ? { status: 200, body: JSON.stringify(body(n)) } : await ask(path);
    return c.body(answer.body, answer.status as 200, { "content-type": "application/json", ...headers?.(n) });
  });
  return behindPort(app);
}
const Counted = z.object({ n: z.number() });
