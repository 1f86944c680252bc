import type { Context } from "hono";

/** The address a request comes from, where it came over a connection. */
export const addressOf = (c: Context): string | null => c.get("from")?.address ?? null;
