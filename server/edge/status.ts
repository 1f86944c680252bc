import { createHash, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { Gauge, type Registry } from "prom-client";
import { instantOf } from "../../domain/civilTime.ts";
import { closesAt, periodOf } from "../../domain/period.ts";
import { daysOut } from "../daysOut.ts";
import { problem } from "../http.ts";
import { type ClosedPeriod, closedPeriods, type Sources } from "../sources.ts";
import { isLoopback, isThisMachine } from "./edgeOptions.ts";

/** The scheduler closes every hour: what waits longer is late. */
const GRACE = 2 * 3600 * 1000;
/** How long what was found out is told again: it reads every day on which somebody went out. */
const KEPT = 5000;

type State = { closed: ClosedPeriod[]; overdue: number };

/** The newest closes and those overdue, found out at most every few seconds however often it is asked. */
export function closesKnown(sources: Sources, now = Date.now): () => Promise<State> {
  let known: { at: number; state: Promise<State> } | null = null;
  return () => {
    if (!known || now() - known.at >= KEPT) {
      known = { at: now(), state: state(sources, now()) };
      known.state.catch(() => {
        known = null;
      });
    }
    return known.state;
  };
}

/** GET /status: whether the database answers, the newest close, and how many weeks should have been closed and are not. */
export async function status(sources: Sources, closes: () => Promise<State>, c: Context) {
  const { id, simulated } = sources.network;
  const found = await closes().catch(() => null);
  if (!found) return c.json({ ok: false, network: id, simulated, closed: null, overdue: null }, 503);
  const { closed, overdue } = found;
  return c.json({ ok: true, network: id, simulated, closed: closed[0]?.id ?? null, overdue });
}

/** GET /metrics: the same and how answers went, for Prometheus. */
export async function metrics(
  sources: Sources,
  closes: () => Promise<State>,
  registry: Registry,
): Promise<Response> {
  const { closed, overdue } = await closes();
  const newest = closed[0] ? Date.parse(closed[0].closed_at) / 1000 : Number.NaN;
  const pending = sources.readings?.pending();
  tell(registry, ["sguardo_closed_periods", "Periods closed"], closed.length);
  tell(registry, ["sguardo_newest_close_timestamp_seconds", "When the newest period was closed"], newest);
  tell(registry, ["sguardo_closes_overdue", "Weeks that should be closed and are not"], overdue);
  const left = pending ? pending.total - pending.done : 0;
  tell(registry, ["sguardo_readings_pending", "Closes still to be read"], left);
  return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
}

/**
 * Metrics are for who holds the token; without one, for this machine itself, never through somebody in between.
 * @throws 403
 */
export function refuseStrangersToMetrics(c: Context, token: string | undefined): void {
  const { address, proxied } = c.get("from");
  const name = (c.req.header("host") ?? "localhost").replace(/:\d*$/, "");
  const here = address === null || (isLoopback(address) && !proxied && isThisMachine(name));
  const may = token ? isSame(c.req.header("authorization") ?? "", `Bearer ${token}`) : here;
  if (!may) throw problem(403, "Not allowed", "Metrics are for this machine, or for who holds their token.");
}

async function state({ network, published }: Sources, now: number): Promise<State> {
  const closed: ClosedPeriod[] = await closedPeriods(published);
  const known = new Set(closed.map(({ id }) => id));
  const weeks = [...(await daysOut(published, network))].map((day) => periodOf("week", day));
  const late = weeks.filter(
    (week) => !known.has(week.id) && instantOf(closesAt(week), network.timezone) + GRACE < now,
  );
  return { closed, overdue: new Set(late.map(({ id }) => id)).size };
}

function tell(registry: Registry, [name, help]: readonly [string, string], value: number): void {
  const gauge = registry.getSingleMetric(name) ?? new Gauge({ name, help, registers: [registry] });
  (gauge as Gauge).set(value);
}

/** In the same time, however much of it is right. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
