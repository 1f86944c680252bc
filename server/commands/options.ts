import { Command } from "commander";
import { configure } from "../config.ts";

/** The folders a command was given. */
export type Folders = { network?: string; data?: string };

/** A command that works on one network and its data folder. */
export const networkCommand = (name: string): Command =>
  new Command(name)
    .option("--network <dir>", "network folder (default: the embedded demo, or SGUARDO_NETWORK)")
    .option("--data <dir>", "data folder (default: .sguardo, or SGUARDO_DATA)");

/** The folders a command was called with. */
export const configOf = (options: Folders) => configure(options, process.env);

/** The options that name the same folders again, for a line to be pasted: " --data 'my data'". */
export function foldersAgain({ network, data }: Folders): string {
  const again = (name: string, dir: string | undefined) => (dir ? ` --${name} ${quotedForShell(dir)}` : "");
  return again("network", network) + again("data", data);
}

const quotedForShell = (text: string) =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** Says a result on standard output. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
