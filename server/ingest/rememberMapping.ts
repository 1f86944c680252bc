import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Network } from "../../domain/network.ts";
import { masked, refusing } from "../../domain/pii/personalData.ts";
import { ImportRefused } from "./ImportRefused.ts";
import type { ImportOptions } from "./report.ts";

/** How to read one kind of file: `map` field → column, `values` field → what the file says → id or name of the network. */
export const Mapping = z.strictObject({
  map: z.record(z.string(), z.string()).default({}),
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});
export type Mapping = z.infer<typeof Mapping>;

/**
 * A mapping file: JSON `{ "map": {…}, "values": {…} }`.
 * @throws ImportRefused when it is missing or says something else
 */
export async function readMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, "utf8").catch(({ code }: NodeJS.ErrnoException) => {
    if (code === "ENOENT" || code === "ENOTDIR") return refuse(path, "no such mapping file");
    return refuse(path, code === "EISDIR" ? "is a folder, not a mapping file" : `cannot be read (${code})`);
  });
  const read = Mapping.safeParse(parsed(text));
  return read.success ? read.data : refuse(path, `is no mapping: ${masked(z.prettifyError(read.error))}`);
}

/** The mapping a network remembers under a name. */
export function recallMapping(kept: Pick<ImportOptions, "data" | "network">, name: string): Promise<Mapping> {
  return readMapping(pathOf(kept, name));
}

/** Keeps a mapping that worked, in the data folder of the network. */
export async function rememberMapping(
  used: Pick<ImportOptions, "data" | "network" | "mapping" | "values">,
  name: string,
): Promise<void> {
  const path = pathOf(used, name);
  await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
  await writeFile(path, `${JSON.stringify({ map: used.mapping, values: used.values }, null, 2)}\n`);
}

/** @throws ImportRefused when a mapping cannot be called so */
export function checkMappingName(name: string): void {
  if (!/^[\w-]{1,60}$/.test(name) || refusing(name).length > 0)
    refuse("mapping", "is no name for a mapping", "Use letters, digits, - and _ only.");
}

function pathOf({ data, network }: { data: string; network: Network }, name: string): string {
  checkMappingName(name);
  return join(data, "mappings", network.id, `${name}.json`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(file: string, problem: string, remedy = 'Write { "map": {…}, "values": {…} }.'): never {
  throw new ImportRefused(file, { problem, remedy });
}
