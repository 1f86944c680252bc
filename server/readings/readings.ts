import type { Network } from "../../domain/network.ts";
import type { Db } from "../db.ts";
import type { Pending } from "../sources.ts";
import { type Lang, startWords } from "../startWords.ts";
import { readCloses, type Unread, unreadCloses } from "./readCloses.ts";

type Open = { network: Network; published: Db; data: string; lang: Lang };

/**
 * Reads closes in the background, one at a time. `start` takes up what is not read yet (call it after a close: it opens
 * the vault for a moment) and does not wait for it; what fails is told on stderr and tried again at the next start.
 * `stop` breaks off the one being read, and no other begins.
 */
export function readings(open: Open): {
  pending: () => Pending | null;
  start: () => Promise<void>;
  finished: () => Promise<void>;
  stop: () => Promise<void>;
} {
  const stopping = new AbortController();
  const batches = new Set<Unread & { read: number }>();
  let running = Promise.resolve();
  const sum = (of: (batch: Unread & { read: number }) => number) =>
    [...batches].reduce((total, batch) => total + of(batch), 0);
  const work = async (batch: Unread & { read: number }) => {
    const onRead = (read: number) => {
      batch.read = read;
    };
    await readCloses(open, batch, { signal: stopping.signal, onRead }).catch((error) => {
      if (!stopping.signal.aborted) tell(error);
    });
    batches.delete(batch);
  };
  const takeUp = async () => {
    const unread = await unreadCloses(
      open,
      [...batches].flatMap(({ epochs }) => epochs),
    );
    if (!unread) return;
    process.stderr.write(`${startWords[open.lang].beside} ${unread.epochs.length}\n`);
    const batch = { ...unread, read: 0 };
    batches.add(batch);
    running = running.then(() => work(batch));
  };
  return {
    pending: () =>
      batches.size === 0
        ? null
        : { done: sum(({ read }) => read), total: sum(({ epochs }) => epochs.length) },
    start: () => takeUp().catch(tell),
    finished: () => running,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

function tell(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Reading closes failed, the next attempt is at the full hour: ${text}\n`);
}
