import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import type { Tools } from "../../domain/emerging/needSeries.ts";
import { readEpoch } from "../../domain/emerging/readEpoch.ts";
import { randomOf } from "../simulate/random.ts";
import type { EpochData } from "./epochData.ts";
import { inputMaker } from "./epochInput.ts";
import type { Ground } from "./ground.ts";
import { shownWindow } from "./shownWindow.ts";

/** Reads one close after the other, beside the thread that answers requests. */
const ground = workerData as Ground;
// Where a thread has a priority of its own, whoever asks for a page goes first; elsewhere it would be the whole server's.
if (process.platform === "linux") setPriority(5);
const inputOf = inputMaker(ground);
const shownIn = shownWindow(ground);
parentPort?.on("message", (data: EpochData) => {
  const tools: Tools = {
    random: (name) => randomOf(0, `${data.epoch}|${name}`),
    shown: shownIn(data),
  };
  parentPort?.postMessage(readEpoch(inputOf(data), tools));
});
