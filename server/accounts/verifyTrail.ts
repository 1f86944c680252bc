import { type Db, rows, sql } from "../db.ts";
import { digestOf, Entry } from "./trail.ts";
import { GENESIS, type Head, readHead } from "./trailHead.ts";

/** `fault`: the first entry that is not as it was noted, and what is wrong with it; null: the trail is whole. */
export type Verified = {
  ok: boolean;
  entries: number;
  head: string;
  fault: { seq: number; what: "missing" | "changed" | "cut off" | "no head" } | null;
};

/** Whether a trail is as it was noted: every entry there, unchanged, in order, up to the newest that was kept beside it. */
export async function verifyTrail({ db, data }: { db: Db; data: string }): Promise<Verified> {
  const entries = await rows(db, Entry, sql`SELECT * FROM audit ORDER BY seq`);
  const fault = chainFault(entries) ?? headFault(entries, await readHead(data));
  return { ok: fault === null, entries: entries.length, head: entries.at(-1)?.digest ?? GENESIS, fault };
}

function chainFault(entries: readonly Entry[]): Verified["fault"] {
  let before = GENESIS;
  for (const [i, { digest, ...entry }] of entries.entries()) {
    if (entry.seq !== i + 1) return { seq: i + 1, what: "missing" };
    if (digest !== digestOf(entry, before)) return { seq: entry.seq, what: "changed" };
    before = digest;
  }
  return null;
}

function headFault(entries: readonly Entry[], head: Head | null): Verified["fault"] {
  if (!head) return { seq: entries.length, what: "no head" };
  if (head.seq > entries.length) return { seq: entries.length + 1, what: "cut off" };
  const kept = head.seq === 0 ? GENESIS : entries[head.seq - 1]?.digest;
  return kept === head.digest ? null : { seq: head.seq, what: "changed" };
}
