import { isIPv6 } from "node:net";
import type { Context, MiddlewareHandler } from "hono";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { visitorOf } from "../access.ts";
import { problem, problemType } from "../http.ts";

/** How much is answered: questions of an address and of an account, guesses at what opens an account, ways to the provider. */
export type Limits = Record<"address" | "account" | "guesses" | "departures", RateLimiterAbstract>;
const POINTS = { address: 1200, account: 600, guesses: 20, departures: 60 };

/** A page load asks about ten questions; an office shares an address. Only a guess that was wrong counts. */
export const openLimits = (points: Partial<typeof POINTS> = {}): Limits => {
  const { address, account, guesses, departures } = { ...POINTS, ...points };
  return {
    address: new RateLimiterMemory({ points: address, duration: 60 }),
    account: new RateLimiterMemory({ points: account, duration: 60 }),
    guesses: new RateLimiterMemory({ points: guesses, duration: 600 }),
    departures: new RateLimiterMemory({ points: departures, duration: 600 }),
  };
};

/** Where a password, a code or a link is tried. */
const GUESSED: ReadonlySet<string> = new Set([
  "POST /api/session",
  "POST /api/invite",
  "PUT /api/account/password",
  "POST /api/account/totp",
  "PUT /api/account/totp",
  "DELETE /api/account/totp",
]);
/** How it is said that what was tried is wrong; whatever else is answered was no guess. */
const WRONG: ReadonlySet<string | undefined> = new Set(["urn:sguardo:refused", "urn:sguardo:invite-gone"]);

/** @throws 429 with Retry-After once an address has asked, guessed wrong, or set out for the provider too often */
export const perAddress =
  (limits: Limits | undefined): MiddlewareHandler =>
  async (c, next) => {
    const key = network(c.get("from").address);
    if (!limits || key === null || !/^\/(api|oidc|metrics|status)\b/.test(c.req.path)) return next();
    await take(c, limits.address, key);
    if (c.req.path === "/oidc/login") await take(c, limits.departures, key);
    if (!GUESSED.has(`${c.req.method} ${c.req.path}`)) return next();
    try {
      // Taken before it is known: many at once are no way round.
      await take(c, limits.guesses, key);
      await next();
    } finally {
      if (!WRONG.has(problemType(c.error))) await limits.guesses.reward(key);
    }
  };

/** @throws 429 with Retry-After once an account has asked too often, from wherever */
export const perAccount =
  (limits: Limits | undefined): MiddlewareHandler =>
  async (c, next) => {
    const { account } = visitorOf(c);
    if (limits && account !== null && c.req.path.startsWith("/api/")) await take(c, limits.account, account);
    await next();
  };

async function take(c: Context, limit: RateLimiterAbstract, key: string): Promise<void> {
  const full = await limit.consume(key).then(
    () => null,
    (refused: unknown) => refused,
  );
  if (full === null) return;
  if (!(full instanceof RateLimiterRes)) throw full;
  const seconds = Math.max(1, Math.ceil(full.msBeforeNext / 1000));
  c.header("retry-after", String(seconds));
  throw problem(429, "Too many requests", `Too much was asked at once: try again in ${seconds} s.`);
}

/** Whoever has an IPv6 address has all of its /64. */
function network(address: string | null): string | null {
  if (address === null || !isIPv6(address)) return address;
  const [start = "", end = ""] = address.toLowerCase().split("::");
  const left = start.split(":").filter(Boolean);
  const right = end.split(":").filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}
