import { type BlockList, isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** Where a request comes from: `null` when the server asked itself, without a connection. */
export type From = { address: string | null; believed: boolean; proxied: boolean };

/**
 * The client's address: the connection's own, or, when that is a believed proxy's, the last one of X-Forwarded-For that is
 * not a believed proxy's too. What an unbelieved client writes there counts for nothing; `proxied` says it wrote something.
 */
export function clientAddress(c: Context, proxies: BlockList): From {
  const connected = plain((c.env as { incoming?: unknown })?.incoming ? getConnInfo(c).remote.address : null);
  const proxied = ["x-forwarded-for", "forwarded", "via", "x-real-ip"].some((name) => c.req.header(name));
  const believed = connected !== null && isOneOf(proxies, connected);
  if (!believed) return { address: connected, believed, proxied };
  let address = connected;
  for (const hop of (c.req.header("x-forwarded-for") ?? "").split(",").reverse()) {
    const next = plain(hop.trim());
    if (next === null || isIP(next) === 0) break;
    address = next;
    if (!isOneOf(proxies, next)) break;
  }
  return { address, believed, proxied };
}

const isOneOf = (list: BlockList, address: string) =>
  list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

/** An IPv4 address is itself, whatever kind of socket told it. */
const plain = (address: string | null | undefined): string | null =>
  address ? address.replace(/^::ffff:(?=\d+\.)/i, "") : null;
