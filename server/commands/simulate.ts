import { resolve } from "node:path";
import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { localOf } from "../../domain/civilTime.ts";
import { mondayOf } from "../../domain/period.ts";
import { loadNetwork } from "../network/loadNetwork.ts";
import { writeSimulation } from "../simulate/writeSimulation.ts";
import { configOf, networkCommand, say } from "./options.ts";
import { whole } from "./whole.ts";

type Options = { network?: string; weeks: number; seed: number; rate: number; until?: string; out: string };

/** `simulate`: writes observations.csv, outings.csv and truths.json; the same seed and last week give the same bytes. */
export const simulateCommand = (): Command =>
  networkCommand("simulate")
    .description("write simulated observations and outings, and the truths planted in them")
    .option("--weeks <n>", "how many weeks", whole(8, 520), 104)
    .option("--seed <n>", "seed: the same seed gives the same bytes", whole(0, 2 ** 31), 7)
    .option("--rate <n>", "observations a week, about", whole(1, 100_000), 400)
    .option("--until <date>", "the Monday after the last simulated week (default: this week's)", monday)
    .option("--out <dir>", "where the files go", "simulated")
    .action(async (options: Options) => {
      const network = await loadNetwork(configOf(options).network);
      const until = options.until ?? mondayOf(localOf(Date.now(), network.timezone).date);
      const out = resolve(options.out);
      await writeSimulation(network, { ...options, until, out });
      say(`Dati simulati: ${options.weeks} weeks up to ${until}, seed ${options.seed}, in ${out}.`);
    });

function monday(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || mondayOf(text) !== text) {
    throw new InvalidArgumentError(`"${text}" is not the date of a Monday (like 2026-11-16).`);
  }
  return text;
}
