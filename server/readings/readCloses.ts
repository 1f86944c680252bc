import { z } from "zod";
import { PARAMETERS } from "../../domain/emerging/parameters.ts";
import type { Reading } from "../../domain/emerging/reading.ts";
import type { Network } from "../../domain/network.ts";
import { addDays, nextPeriod, type Period, parsePeriod } from "../../domain/period.ts";
import { version } from "../config.ts";
import { closeDb, type Db, rows, run, sql, transaction } from "../db.ts";
import { openSecret, openVault } from "../store.ts";
import { epochData, weeksBefore } from "./epochData.ts";
import { type Ground, groundOf } from "./ground.ts";
import { type Kept, keptCounts, namesOf } from "./keptCounts.ts";
import { openWorker } from "./openWorker.ts";

type Open = { network: Network; published: Db; data: string };

/** Closed weeks nobody has read yet, oldest first, with what was kept of all the weeks they are read from. */
export type Unread = { epochs: string[]; kept: Kept; ground: Ground };

/**
 * The closed weeks to read: without a reading, and with enough closed weeks up to them. The vault is open only while this
 * runs, and only if there are any. Weeks a close has not frozen yet must not be: this goes after it.
 * @param except epochs that are being read already
 */
export async function unreadCloses(open: Open, except: readonly string[] = []): Promise<Unread | null> {
  const epochs = (await unreadEpochs(open.published)).filter((epoch) => !except.includes(epoch));
  const [first, last] = [epochs[0], epochs.at(-1)];
  if (first === undefined || last === undefined) return null;
  const vault = await openVault(open.data, open.network);
  try {
    const secret = await openSecret(open.data, { vault, published: open.published });
    const weeks = weeksUpTo(weeksBefore(first, open.network.zones.length)[0], last);
    const kept = await keptCounts(vault, weeks, namesOf(open.network));
    return { epochs, kept, ground: groundOf(open.network, secret) };
  } finally {
    await closeDb(vault);
  }
}

type Going = { signal?: AbortSignal; onRead?: (done: number, total: number) => void };

/**
 * Reads them one after the other in a worker thread, each stored as soon as it is read, in a transaction of its own. An
 * abort ends the worker: what was being read is read again another time.
 */
export async function readCloses(
  { network, published }: Omit<Open, "data">,
  { epochs, kept, ground }: Unread,
  { signal, onRead }: Going = {},
): Promise<void> {
  signal?.throwIfAborted();
  const worker = openWorker(ground);
  const names = namesOf(network);
  const stop = () => void worker.close();
  signal?.addEventListener("abort", stop);
  try {
    for (const [done, epoch] of epochs.entries()) {
      signal?.throwIfAborted();
      onRead?.(done, epochs.length);
      const data = await transaction(published, (inside) => epochData(inside, { epoch, kept, names }));
      await store(published, await worker.read(data));
    }
    onRead?.(epochs.length, epochs.length);
  } finally {
    signal?.removeEventListener("abort", stop);
    await worker.close();
  }
}

async function store(published: Db, reading: Reading): Promise<void> {
  await transaction(published, (inside) =>
    run(
      inside,
      sql`INSERT INTO emerging VALUES (${reading.epoch}, ${PARAMETERS.method}, ${JSON.stringify(PARAMETERS)}, ${version},
            ${JSON.stringify(reading)})`,
    ),
  );
}

async function unreadEpochs(published: Db): Promise<string[]> {
  const weeks = await rows(
    published,
    z.object({ id: z.string(), read: z.boolean() }),
    sql`SELECT period AS id, epoch IS NOT NULL AS read FROM closed_period LEFT JOIN emerging ON epoch = period
        WHERE kind = 'week' ORDER BY day_from`,
  );
  return weeks.flatMap(({ id, read }, before) => (read || before + 1 < PARAMETERS.fewestWeeks ? [] : [id]));
}

/** Every calendar week from one of them up to another. */
function weeksUpTo(first: Period | undefined, last: string): string[] {
  const weeks: string[] = [];
  const end = addDays(parsePeriod(last).to, 1);
  for (let week = first; week && week.from < end; week = nextPeriod(week)) weeks.push(week.id);
  return weeks;
}
