import { Cron } from "croner";
import type { Network } from "../../domain/network.ts";

/**
 * Runs `close` at every full hour of the network's time zone (periods close at 06:00 there; a server that was off then
 * catches up within the hour), never two at once. A close that fails is told on stderr and tried again an hour later.
 * `now` runs one out of turn; `stop` lets no other begin, and waits for the one that runs.
 */
export function scheduleCloses(
  network: Pick<Network, "timezone">,
  close: () => Promise<unknown>,
): { next: () => Date | null; now: () => Promise<void>; stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const tell = (error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`Closing failed, the next attempt is at the full hour: ${text}\n`);
  };
  const job = new Cron(
    "0 0 * * * *",
    { timezone: network.timezone, protect: true, unref: true, catch: tell },
    async () => {
      running = close();
      await running;
    },
  );
  return {
    next: () => job.nextRun(),
    now: () => job.trigger(),
    stop: async () => {
      job.stop();
      await running.catch(() => undefined);
    },
  };
}
