import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { Reading } from "../../domain/emerging/reading.ts";
import { readingWorker } from "../config.ts";
import type { EpochData } from "./epochData.ts";
import type { Ground } from "./ground.ts";

export type ReadingWorker = {
  /** One at a time. The columns are handed over: they are empty afterwards. */
  read: (data: EpochData) => Promise<Reading>;
  /** Also in the middle of a reading, which then fails. */
  close: () => Promise<void>;
};

/** Starts the thread in which closes are read. @throws Error when it was never built */
export function openWorker(ground: Ground): ReadingWorker {
  if (!existsSync(readingWorker))
    throw new Error(`${readingWorker} is missing: closes are read by what is built. Run "npm run build".`);
  const worker = new Worker(readingWorker, { workerData: ground });
  const ended = new Promise<never>((_, reject) => {
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the worker that reads closes has ended")));
  });
  ended.catch(() => undefined);
  return {
    read: async (data) => {
      const answer = new Promise((resolve) => worker.once("message", resolve));
      worker.postMessage(data, buffersOf(data));
      return Reading.parse(await Promise.race([answer, ended]));
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function buffersOf({ counts, spent, rho, months }: EpochData): ArrayBuffer[] {
  const columns = [...Object.values(counts), rho];
  for (const part of [spent, months.spent, months.shown]) columns.push(...Object.values(part));
  return [...new Set(columns.map(({ buffer }) => buffer))].filter((one) => one instanceof ArrayBuffer);
}
