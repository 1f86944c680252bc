import { z } from "zod";
import { type Db, rows, sql } from "../db.ts";
import { BROKEN, digestOf, Entry, SHORTENED } from "./trailEntry.ts";
import { GENESIS, type Head, readHead } from "./trailHead.ts";

export const Fault = z.object({
  seq: z.number(),
  what: z.enum(["missing", "changed", "cut off", "no head"]),
});
type Fault = z.infer<typeof Fault>;

/** `fault`: the first entry that is not as it was noted, and what is wrong with it; null: the trail is whole. */
export type Verified = { ok: boolean; entries: number; head: string; fault: Fault | null };

type Kept = { db: Db; data: string };

/**
 * Whether a trail is as it was noted: every entry there, unchanged, in order, from its beginning, or from where it was
 * shortened, up to the newest that was kept beside it. What was found once stays a fault: the chain goes on after it.
 */
export async function verifyTrail({ db, data }: Kept): Promise<Verified> {
  const entries = await allEntries(db);
  const fault = foundBefore(entries)[0] ?? found(entries, await readHead(data));
  return { ok: fault === null, entries: entries.length, head: entries.at(-1)?.digest ?? GENESIS, fault };
}

/** What is wrong with a trail, unless it was found and noted before. */
export async function faultNow({ db, data }: Kept): Promise<Verified["fault"]> {
  const entries = await allEntries(db);
  const fault = found(entries, await readHead(data));
  const known = foundBefore(entries).some(({ seq, what }) => seq === fault?.seq && what === fault.what);
  return known ? null : fault;
}

const allEntries = (db: Db): Promise<Entry[]> => rows(db, Entry, sql`SELECT * FROM audit ORDER BY seq`);

const found = (entries: readonly Entry[], head: Head | null): Verified["fault"] =>
  chainFault(entries, startOf(entries, head)) ?? headFault(entries, head);

const foundBefore = (entries: readonly Entry[]): Fault[] =>
  entries.filter(({ action }) => action === BROKEN).map(({ detail }) => Fault.parse(JSON.parse(detail)));

const Shortened = z.object({ up_to: z.number(), digest: z.string() });

/** What the first entry must follow. A shortening newer than the head may have been added by who deleted the beginning. */
function startOf(entries: readonly Entry[], head: Head | null): Head {
  const first = entries[0]?.seq ?? 1;
  const shortened = entries
    .filter(({ action, seq }) => action === SHORTENED && seq <= (head?.seq ?? 0))
    .map(({ detail }) => Shortened.parse(JSON.parse(detail)))
    .find(({ up_to }) => up_to === first - 1);
  return shortened ? { seq: shortened.up_to, digest: shortened.digest } : { seq: 0, digest: GENESIS };
}

function chainFault(entries: readonly Entry[], start: Head): Verified["fault"] {
  let before = start;
  for (const { digest, ...entry } of entries) {
    if (entry.seq !== before.seq + 1) return { seq: before.seq + 1, what: "missing" };
    if (digest !== digestOf(entry, before.digest)) return { seq: entry.seq, what: "changed" };
    before = { seq: entry.seq, digest };
  }
  return null;
}

function headFault(entries: readonly Entry[], head: Head | null): Verified["fault"] {
  const last = entries.at(-1)?.seq ?? 0;
  if (!head) return { seq: last, what: "no head" };
  if (head.seq > last) return { seq: last + 1, what: "cut off" };
  const kept = head.seq === 0 ? GENESIS : entries.find(({ seq }) => seq === head.seq)?.digest;
  return kept === head.digest ? null : { seq: head.seq, what: "changed" };
}
