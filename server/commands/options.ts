import { Command } from "commander";
import { configure } from "../config.ts";

/** A command that works on one network and its data folder. */
export const networkCommand = (name: string): Command =>
  new Command(name)
    .option("--network <dir>", "network folder (default: the embedded demo, or SGUARDO_NETWORK)")
    .option("--data <dir>", "data folder (default: .sguardo, or SGUARDO_DATA)");

/** The folders a command was called with. */
export const configOf = (options: { network?: string; data?: string }) => configure(options, process.env);

/** Says a result on standard output. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
