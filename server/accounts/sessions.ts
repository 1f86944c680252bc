import { createHash, randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { localOf } from "../../domain/civilTime.ts";
import { rows, run, sql } from "../db.ts";
import { Account, type Accounts } from "./Accounts.ts";

const MINUTE = 60_000;
/** A session nobody uses ends after this, and every session after that. */
export const IDLE_MINUTES = 60;
export const LONGEST_HOURS = 12;

const Session = z.object({ id: z.string(), created_at: z.number(), seen_at: z.number() });
export type Session = z.infer<typeof Session>;

/** What opens a session or takes up an invite is random; only its digest is kept. */
export const newToken = (): string => randomBytes(32).toString("base64url");
export const digestOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Opens a session and tells what opens it again. */
export async function openSession({ db, now, network }: Accounts, account: string): Promise<string> {
  const [token, at] = [newToken(), now()];
  await run(
    db,
    sql`INSERT INTO session VALUES (${randomUUID()}, ${digestOfToken(token)}, ${account}, ${at}, ${at})`,
  );
  const today = localOf(at, network.timezone).date;
  await run(db, sql`UPDATE account SET seen_on = ${today}::DATE WHERE id = ${account}`);
  return token;
}

export type SignedIn = { session: Session; account: Account };

const Row = Account.extend({ session: z.string(), opened_at: z.number(), used_at: z.number() });

/** Who a token stands for; null when the session ended, or the account may no longer sign in. */
export async function signedIn({ db, now }: Accounts, token: string | undefined): Promise<SignedIn | null> {
  if (!token) return null;
  const [row] = await rows(
    db,
    Row,
    sql`SELECT a.* REPLACE (a.seen_on::VARCHAR AS seen_on), s.id AS "session", s.created_at AS opened_at, s.seen_at AS used_at
        FROM session s JOIN account a ON a.id = s.account
        WHERE s.digest = ${digestOfToken(token)} AND NOT a.disabled`,
  );
  if (!row) return null;
  const { session: id, opened_at: created_at, used_at: seen_at, ...account } = row;
  const at = now();
  if (at >= seen_at + IDLE_MINUTES * MINUTE || at >= endOf({ created_at })) return null;
  if (at >= seen_at + MINUTE) await run(db, sql`UPDATE session SET seen_at = ${at} WHERE id = ${id}`);
  return { session: { id, created_at, seen_at }, account };
}

/** When a session ends however much it is used. */
export const endOf = ({ created_at }: Pick<Session, "created_at">): number =>
  created_at + LONGEST_HOURS * 60 * MINUTE;

/** Sessions of an account that can still be used, newest first. */
export async function sessionsOf({ db, now }: Accounts, account: string): Promise<Session[]> {
  const [idle, oldest] = [now() - IDLE_MINUTES * MINUTE, now() - LONGEST_HOURS * 60 * MINUTE];
  return rows(
    db,
    Session,
    sql`SELECT id, created_at, seen_at FROM session
        WHERE account = ${account} AND seen_at > ${idle} AND created_at > ${oldest} ORDER BY created_at DESC`,
  );
}

export const endSession = ({ db }: Accounts, id: string) =>
  run(db, sql`DELETE FROM session WHERE id = ${id}`);

/** Ends the sessions of an account, but for the one to be kept. */
export const endSessionsOf = ({ db }: Pick<Accounts, "db">, account: string, kept = "") =>
  run(db, sql`DELETE FROM session WHERE account = ${account} AND id <> ${kept}`);
