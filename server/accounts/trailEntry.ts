import { createHash } from "node:crypto";
import { z } from "zod";

/** One entry of the trail. `noted_at`: milliseconds since 1970, UTC. `detail`: JSON. */
export const Entry = z.object({
  seq: z.number(),
  noted_at: z.number(),
  login: z.string(),
  role: z.string(),
  action: z.string(),
  object: z.string(),
  detail: z.string(),
  digest: z.string(),
});
export type Entry = z.infer<typeof Entry>;

/** The action by which the beginning of a trail went; its detail tells up to which entry, and that one's digest. */
export const SHORTENED = "trail.shortened";
/** The action that tells of a trail found otherwise than it was noted; its detail is the fault. */
export const BROKEN = "trail.broken";

/** What an entry says and the digest before it, as one digest. */
export const digestOf = (entry: Omit<Entry, "digest">, before: string): string =>
  createHash("sha256")
    .update(`${before}\n${canonical(entry)}`)
    .digest("hex");

/** JSON with its keys in order: the same content gives the same text. */
export function canonical(value: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}
