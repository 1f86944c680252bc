import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Network } from "../../../domain/network.ts";
import { loadNetwork } from "../../../server/network/loadNetwork.ts";
import { NetworkRefused, type Problem } from "../../../server/network/NetworkRefused.ts";

export const townFolder = join(import.meta.dirname, "..", "..", "fixtures", "town");

/** How one file of the town is changed: from its text to another text or bytes, or null to remove it. */
export type Edits = Record<string, (text: string) => string | Buffer | null>;

/** Runs `work` on a copy of the town with some files changed. */
export async function withEditedTown<T>(edits: Edits, work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), "sguardo-edited-"));
  try {
    await cp(townFolder, dir, { recursive: true });
    for (const [file, edit] of Object.entries(edits)) {
      const path = join(dir, file);
      const edited = edit(await readFile(path, "utf8").catch(() => ""));
      await (edited === null ? rm(path) : writeFile(path, edited));
    }
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** The problems an edited town is refused with. */
export function problemsOf(edits: Edits): Promise<readonly Problem[]> {
  return withEditedTown(edits, async (dir) => {
    const error = await loadNetwork(dir).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!(error instanceof NetworkRefused)) throw new Error(`not refused, but ${String(error)}`);
    return error.problems;
  });
}

export function loadEdited(edits: Edits): Promise<Network> {
  return withEditedTown(edits, loadNetwork);
}

/** Replaces text that must be there. */
export const swap = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`"${from}" is not in the file`);
  return text.replace(from, to);
};

/** Puts something else at a path of a JSON file: `["features", 0, "geometry"]`. */
export const put = (path: readonly (string | number)[], value: unknown) => (text: string) => {
  const root: unknown = JSON.parse(text);
  const holder = path.slice(0, -1).reduce<unknown>((node, key) => Reflect.get(Object(node), key), root);
  Reflect.set(Object(holder), path.at(-1) ?? "", value);
  return JSON.stringify(root);
};
