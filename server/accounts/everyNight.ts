import { Cron } from "croner";
import { run, sql } from "../db.ts";
import type { Accounts } from "./Accounts.ts";
import { sweepAttempts } from "./attempts.ts";
import { makeDemoAccounts } from "./demo.ts";
import { IDLE_MINUTES, LONGEST_HOURS } from "./sessions.ts";

/** At four in the morning of the network what ended is swept out, and a demo begins anew, in `anew` what is not an account. */
export function everyNight(
  accounts: Accounts,
  anew: () => Promise<unknown>,
): { now: () => Promise<void>; stop: () => void } {
  const work = async () => {
    await sweep(accounts);
    if (!accounts.network.simulated) return;
    await resetDemo(accounts);
    await anew();
  };
  const tell = (error: unknown) => {
    process.stderr.write(
      `What is done every night failed: ${error instanceof Error ? error.message : error}\n`,
    );
  };
  const { timezone } = accounts.network;
  const job = new Cron("0 0 4 * * *", { timezone, protect: true, unref: true, catch: tell }, work);
  return { now: work, stop: () => job.stop() };
}

/** Sessions, links and failed attempts that no longer count. */
async function sweep({ db, now }: Accounts): Promise<void> {
  const [idle, oldest] = [now() - IDLE_MINUTES * 60_000, now() - LONGEST_HOURS * 3_600_000];
  await run(db, sql`DELETE FROM session WHERE seen_at <= ${idle} OR created_at <= ${oldest}`);
  await run(db, sql`DELETE FROM invite WHERE expires_at <= ${now()}`);
  await sweepAttempts({ db, now });
}

/** Nobody is signed in to a demo that begins anew, and only its own users are left. */
async function resetDemo(accounts: Accounts): Promise<void> {
  const { db } = accounts;
  for (const table of [sql`DELETE FROM session`, sql`DELETE FROM invite`, sql`DELETE FROM recovery_code`])
    await run(db, table);
  await run(db, sql`DELETE FROM account WHERE NOT demo`);
  await makeDemoAccounts(accounts);
  await accounts.trail.note({
    who: "server",
    action: "demo.reset",
    object: `network/${accounts.network.id}`,
  });
}
