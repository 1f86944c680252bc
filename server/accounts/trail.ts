import { z } from "zod";
import type { Visitor } from "../access.ts";
import { type Db, rows, run, sql } from "../db.ts";
import { oneByOne } from "../oneByOne.ts";
import { BROKEN, canonical, digestOf, Entry, SHORTENED } from "./trailEntry.ts";
import { GENESIS, readHead, writeHead } from "./trailHead.ts";
import { faultNow } from "./verifyTrail.ts";

/** Who did it: whoever is signed in, or what does things by itself or from a terminal. */
export type Who = Visitor | "server" | "command line" | { login: string };

export type Note = {
  who: Who;
  /** What was done, like "network.published". */
  action: string;
  /** To what, like "edition/3". */
  object: string;
  /** Never what was observed, nor anything of a person beyond the login. */
  detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Who did what to which object. */
export type Trail = { note: (entry: Note) => Promise<void> };

type Opening = { db: Db; now: () => number; data: string };

/**
 * A trail that is only added to: each entry's digest is over the one before it, and the newest is also kept in a file beside
 * the database, so that entries missing at its end are noticed. What is found otherwise than it was noted is noted itself,
 * before the head moves on and nothing could tell any more.
 */
export async function openTrail(opening: Opening): Promise<Trail> {
  const { db, data } = opening;
  const inTurn = oneByOne();
  if (!(await lastEntry(db)) && !(await readHead(data))) await writeHead(data, { seq: 0, digest: GENESIS });
  const trail: Trail = { note: (note) => inTurn(() => add(opening, note)) };
  const fault = await faultNow(opening);
  if (!fault) return trail;
  process.stderr.write(
    `The trail is not as it was noted: entry ${fault.seq}, ${fault.what}. This is noted in it: keep the data folder as it is; "npm run sguardo -- trail --verify" says it again.\n`,
  );
  await trail.note({ who: "server", action: BROKEN, object: "trail", detail: fault });
  return trail;
}

async function add({ db, now, data }: Opening, { who, action, object, detail = {} }: Note): Promise<void> {
  const last = await lastEntry(db);
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    noted_at: now(),
    ...(await named(db, who)),
    action,
    object,
    detail: canonical(detail),
  };
  const digest = digestOf(entry, last?.digest ?? GENESIS);
  await run(
    db,
    sql`INSERT INTO audit VALUES (${entry.seq}, ${entry.noted_at}, ${entry.login}, ${entry.role}, ${action}, ${object},
      ${entry.detail}, ${digest})`,
  );
  await writeHead(data, { seq: entry.seq, digest });
}

/**
 * The entries up to `seq` go. What is noted before they do holds the digest that the first one left hangs on: a beginning
 * that went otherwise is missing. Killed between the two, they go the next time.
 */
export async function shortenTrail(
  { db, trail, who }: { db: Db; trail: Trail; who: Who },
  seq: number,
): Promise<void> {
  const [last] = await rows(db, Entry, sql`SELECT * FROM audit WHERE seq = ${seq}`);
  if (!last) throw new RangeError(`seq: ${seq} is no entry of the trail`);
  const detail = { up_to: seq, digest: last.digest };
  await trail.note({ who, action: SHORTENED, object: "trail", detail });
  await run(db, sql`DELETE FROM audit WHERE seq <= ${seq}`);
}

async function lastEntry(db: Db): Promise<Entry | undefined> {
  return (await rows(db, Entry, sql`SELECT * FROM audit ORDER BY seq DESC LIMIT 1`))[0];
}

async function named(db: Db, who: Who): Promise<{ login: string; role: string }> {
  if (typeof who === "string") return { login: who, role: "" };
  if (!("role" in who)) return { login: who.login, role: "" };
  const Login = z.object({ login: z.string() });
  const [known] = who.account
    ? await rows(db, Login, sql`SELECT login FROM account WHERE id = ${who.account}`)
    : [];
  return { login: known?.login ?? "", role: who.role };
}
