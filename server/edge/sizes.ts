import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { problem } from "../http.ts";
import { routeOf } from "./arrival.ts";

const KIB = 1024;
/** The longest address of a view with all its hypotheses stays well below. */
const URL_LIMIT = 8 * KIB;
const BODY_LIMIT = 16 * KIB;

/** Bodies that may be longer than others, by route. */
const BODIES: Readonly<Record<string, number>> = {
  "PUT /api/draft/:part": 4096 * KIB,
};

/** @throws 414 and 413 naming the limit, before anything reads what is too long */
export const sizes: MiddlewareHandler = async (c, next) => {
  if (c.req.raw.url.length > URL_LIMIT)
    throw problem(414, "Address too long", `The address may be ${URL_LIMIT / KIB} KiB long.`);
  if (c.req.method === "GET" || c.req.method === "HEAD") return next();
  const maxSize = BODIES[routeOf(c) ?? ""] ?? BODY_LIMIT;
  const onError = () => {
    throw problem(413, "Too long", `What is sent here may be ${maxSize / KIB} KiB long.`);
  };
  return bodyLimit({ maxSize, onError })(c, next);
};
