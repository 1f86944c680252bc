import { createHmac } from "node:crypto";
import { z } from "zod";
import { rows, run, sql } from "../db.ts";
import { problem } from "../http.ts";
import type { Accounts } from "./Accounts.ts";
import { plainLogin } from "./accountRows.ts";

/** What is tried: a login, from an address where there is one. Whether there is such an account makes no difference. */
export type Tried = { login: string; address: string | null };

/** Wrong answers in a row that cost no waiting; each one after them doubles the wait, up to the longest. */
const FREE = { login: 5, address: 20 };
const FIRST_WAIT = 15_000;
const LONGEST_WAIT = 15 * 60_000;
/** So long after the last one, wrong answers are forgotten. */
const FORGOTTEN = 24 * 3_600_000;

const Row = z.object({ failures: z.number(), last_at: z.number(), free_at: z.number() });

/**
 * Does what may turn out wrong, which counts from before it is tried, so that many at once are no way round it. `work` says
 * whether it was `right` (the login's wrong answers are forgotten), `wrong`, or `neither` (as if never tried).
 * @throws 429 with Retry-After while the login, or the address, must wait; nothing is tried then
 */
export async function guarded<T extends { was: "right" | "wrong" | "neither" }>(
  accounts: Accounts,
  tried: Tried,
  work: () => Promise<T>,
): Promise<T> {
  const subjects = subjectsOf(accounts, tried);
  await accounts.inTurn(() => countAll(accounts, subjects));
  const done = await work();
  if (done.was !== "wrong") await accounts.inTurn(() => takeBack(accounts, subjects, done.was === "right"));
  return done;
}

type Subject = { id: string; free: number };

function subjectsOf({ keys }: Accounts, { login, address }: Tried): Subject[] {
  const keyed = (text: string) => createHmac("sha256", keys.attempts).update(text).digest("base64url");
  const subjects = [{ id: keyed(`login ${plainLogin(login)}`), free: FREE.login }];
  return address === null ? subjects : [...subjects, { id: keyed(`address ${address}`), free: FREE.address }];
}

async function countAll(accounts: Accounts, subjects: Subject[]): Promise<void> {
  const at = accounts.now();
  const before = await Promise.all(subjects.map(({ id }) => rowOf(accounts, id)));
  const wait = Math.max(...before.map((row) => (row ? row.free_at - at : 0)));
  if (wait > 0) throw tooMany(wait);
  for (const [i, { id, free }] of subjects.entries()) {
    const failures = (before[i]?.failures ?? 0) + 1;
    const free_at = failures < free ? 0 : at + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - free));
    await run(accounts.db, sql`DELETE FROM attempt WHERE subject = ${id}`);
    await run(accounts.db, sql`INSERT INTO attempt VALUES (${id}, ${failures}, ${at}, ${free_at})`);
  }
}

async function takeBack({ db }: Accounts, subjects: Subject[], right: boolean): Promise<void> {
  for (const [i, { id }] of subjects.entries()) {
    if (right && i === 0) await run(db, sql`DELETE FROM attempt WHERE subject = ${id}`);
    else
      await run(
        db,
        sql`UPDATE attempt SET failures = greatest(failures - 1, 0), free_at = 0 WHERE subject = ${id}`,
      );
  }
}

async function rowOf({ db, now }: Accounts, subject: string) {
  const found = sql`SELECT failures, last_at, free_at FROM attempt WHERE subject = ${subject} AND last_at > ${now() - FORGOTTEN}`;
  return (await rows(db, Row, found))[0];
}

/** Forgets what is too old to count. */
export const sweepAttempts = ({ db, now }: Pick<Accounts, "db" | "now">) =>
  run(db, sql`DELETE FROM attempt WHERE last_at <= ${now() - FORGOTTEN}`);

function tooMany(wait: number) {
  const seconds = Math.ceil(wait / 1000);
  return problem(
    429,
    {
      title: "Too many attempts",
      type: "urn:sguardo:locked",
      headers: { "retry-after": String(seconds) },
    },
    `Too many wrong answers: try again in ${seconds} s.`,
  );
}
