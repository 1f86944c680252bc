import { Cron } from "croner";
import type { Network } from "../../domain/network.ts";

/**
 * Runs `close` at every full hour of the network's time zone (periods close at 06:00 there; a server that was off then
 * catches up within the hour), never two at once. A close that fails is told on stderr and tried again an hour later.
 */
export function scheduleCloses(
  network: Pick<Network, "timezone">,
  close: () => Promise<unknown>,
): { next: () => Date | null; stop: () => void } {
  const tell = (error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`Closing failed, the next attempt is at the full hour: ${text}\n`);
  };
  const job = new Cron(
    "0 0 * * * *",
    { timezone: network.timezone, protect: true, unref: true, catch: tell },
    async () => {
      await close();
    },
  );
  return { next: () => job.nextRun(), stop: () => job.stop() };
}
