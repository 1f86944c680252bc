import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { localOf } from "../../domain/civilTime.ts";
import { type Network, retentionOf } from "../../domain/network.ts";
import { monthsAfter } from "../../domain/period.ts";
import { type Db, rows, run, sql, transaction } from "../db.ts";
import { rewriteMark } from "../rewriteMark.ts";
import type { Accounts } from "./Accounts.ts";
import { shortenTrail, type Trail, type Who } from "./trail.ts";

/** What went, or in a dry run would go: the first months of the trail by their last day, and how many accounts. */
export type Forgotten = { trailUpTo: string | null; accounts: number };

type Forgetting = Pick<Accounts, "db" | "data" | "now"> & {
  trail: Trail;
  who: Who;
  network: Pick<Network, "timezone" | "retention">;
  dryRun?: boolean;
};

/**
 * Deletes what is over its time of those who sign in: whole months of the trail, and accounts that are disabled and were
 * not used for long. The file is written anew at the next start, so that it is in no byte of it.
 */
export async function forgetOld(of: Forgetting): Promise<Forgotten> {
  const { db, now, network, dryRun = false } = of;
  const { audit_months, account_months } = retentionOf(network);
  const { date: today } = localOf(now(), network.timezone);
  const first = `${monthsAfter(today, -audit_months).slice(0, 7)}-01`;
  const last = await lastBefore(db, first);
  const gone = await overdue(db, monthsAfter(today, -account_months));
  const told = { trailUpTo: last?.day ?? null, accounts: gone.length };
  if (dryRun || (!last && gone.length === 0)) return told;
  await writeFile(rewriteMark(of.data, "accounts"), "");
  for (const account of gone) await removeAccount(of, account);
  if (last) await shortenTrail(of, last.seq);
  return told;
}

const Last = z.object({ seq: z.number(), day: z.string() });
/** The last entry of the days before the first one kept; by UTC, since the months are whole. */
async function lastBefore(db: Db, first: string) {
  const [found] = await rows(
    db,
    Last,
    sql`SELECT seq, strftime(epoch_ms(noted_at::BIGINT), '%Y-%m-%d') AS day FROM audit
        WHERE epoch_ms(noted_at::BIGINT) < ${first}::DATE ORDER BY seq DESC LIMIT 1`,
  );
  return found;
}

const Overdue = z.object({ id: z.string(), login: z.string() });
type Overdue = z.infer<typeof Overdue>;

const overdue = (db: Db, before: string): Promise<Overdue[]> =>
  rows(
    db,
    Overdue,
    sql`SELECT id, login FROM account WHERE disabled AND NOT demo
        AND coalesce(seen_on, epoch_ms(created_at::BIGINT)::DATE) < ${before}::DATE ORDER BY login`,
  );

async function removeAccount({ db, trail, who }: Forgetting, { id, login }: Overdue): Promise<void> {
  await trail.note({ who, action: "user.removed", object: `account/${id}`, detail: { login } });
  await transaction(db, async (inside) => {
    for (const statement of [
      sql`DELETE FROM recovery_code WHERE account = ${id}`,
      sql`DELETE FROM invite WHERE account = ${id}`,
      sql`DELETE FROM session WHERE account = ${id}`,
      sql`DELETE FROM account WHERE id = ${id}`,
    ])
      await run(inside, statement);
  });
}
