import type { MiddlewareHandler } from "hono";
import { arrival, type Watch } from "./arrival.ts";
import type { Edge } from "./edgeOptions.ts";
import { headers } from "./headers.ts";
import { knownNames } from "./knownNames.ts";
import { type Limits, perAddress } from "./rateLimits.ts";
import { sizes } from "./sizes.ts";

/** What stands between the network and the routes; `log`, `metrics` and `limits` are a server's, not a test's. */
export type WholeEdge = Edge & Watch & { limits?: Limits | undefined; metricsToken?: string | undefined };

/** What every request goes through before anybody asks who it is. */
export const edge = (given: WholeEdge): MiddlewareHandler[] => [
  arrival(given),
  headers(given.publicUrl),
  knownNames(given.publicUrl),
  sizes,
  perAddress(given.limits),
];
