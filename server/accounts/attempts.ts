import { createHmac } from "node:crypto";
import { z } from "zod";
import { rows, run, sql } from "../db.ts";
import { problem } from "../http.ts";
import type { Accounts } from "./Accounts.ts";
import { plainLogin } from "./accountRows.ts";

/**
 * What is tried: a login, from an address where there is one, and from a `device` where this login signed in before. Whether
 * there is such an account makes no difference.
 */
export type Tried = { login: string; address: string | null; device: string | null };

/** Wrong answers in a row that cost no waiting; each one after them doubles the wait, up to the longest. */
const FREE = { login: 5, address: 20 };
const FIRST_WAIT = 15_000;
const LONGEST_WAIT = 15 * 60_000;
/** A wrong answer is forgotten after each hour without another, and all of them so long after the last one. */
const HOUR = 3_600_000;
const FORGOTTEN = 24 * HOUR;

const Row = z.object({ failures: z.number(), last_at: z.number(), free_at: z.number() });
type Row = z.infer<typeof Row>;

/**
 * Does what may turn out wrong, which counts for the login from before it is tried, so that many at once are no way round it.
 * `work` says whether it was `right` (the login's wrong answers are forgotten), `wrong`, or `neither` (as if never tried). An
 * address, which many share, is counted only once an answer was wrong. A device that is known counts for itself: strangers
 * shut nobody out of it, nor do its own wrong answers keep others from the login or the address.
 * @throws 429 with Retry-After while the login, or the address, must wait; nothing is tried then
 */
export async function guarded<T extends { was: "right" | "wrong" | "neither" }>(
  accounts: Accounts,
  tried: Tried,
  work: () => Promise<T>,
): Promise<T> {
  const { login, address } = subjectsOf(accounts, tried);
  const counted = await accounts.inTurn(async () => {
    await refuseEarly(accounts, address === null ? [login] : [login, address]);
    return countOne(accounts, login, FREE.login);
  });
  const done = await work();
  await accounts.inTurn(async () => {
    if (done.was === "right") await forget(accounts, login);
    else if (done.was === "neither") await takeBack(accounts, login, counted);
    else if (address !== null) await countOne(accounts, address, FREE.address);
  });
  return done;
}

function subjectsOf({ keys }: Accounts, { login, address, device }: Tried) {
  const keyed = (text: string) => createHmac("sha256", keys.attempts).update(text).digest("base64url");
  if (device !== null) return { login: keyed(`device ${device}`), address: null };
  return {
    login: keyed(`login ${plainLogin(login)}`),
    address: address === null ? null : keyed(`address ${address}`),
  };
}

async function refuseEarly(accounts: Accounts, subjects: readonly string[]): Promise<void> {
  const found = await Promise.all(subjects.map((subject) => rowOf(accounts, subject)));
  const wait = Math.max(...found.map((row) => (row ? row.free_at - accounts.now() : 0)));
  if (wait > 0) throw tooMany(wait);
}

type Counted = { before: Row | undefined; after: Row };

async function countOne(accounts: Accounts, subject: string, free: number): Promise<Counted> {
  const at = accounts.now();
  const before = await rowOf(accounts, subject);
  const failures = Math.max(0, before ? before.failures - Math.floor((at - before.last_at) / HOUR) : 0) + 1;
  const after = rowFor(failures, at, free);
  await keep(accounts, subject, after);
  return { before, after };
}

function rowFor(failures: number, at: number, free: number): Row {
  const wait = failures < free ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - free));
  return { failures, last_at: at, free_at: wait === 0 ? 0 : at + wait };
}

/** As it was before it was counted; when others were counted meanwhile, one less. */
async function takeBack(accounts: Accounts, subject: string, { before, after }: Counted): Promise<void> {
  const now = await rowOf(accounts, subject);
  if (!now) return;
  if (now.failures !== after.failures || now.last_at !== after.last_at)
    await keep(accounts, subject, rowFor(Math.max(0, now.failures - 1), now.last_at, FREE.login));
  else if (before) await keep(accounts, subject, before);
  else await forget(accounts, subject);
}

async function keep(accounts: Accounts, subject: string, { failures, last_at, free_at }: Row): Promise<void> {
  await forget(accounts, subject);
  await run(accounts.db, sql`INSERT INTO attempt VALUES (${subject}, ${failures}, ${last_at}, ${free_at})`);
}

const forget = ({ db }: Accounts, subject: string) =>
  run(db, sql`DELETE FROM attempt WHERE subject = ${subject}`);

async function rowOf({ db, now }: Accounts, subject: string): Promise<Row | undefined> {
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
