import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    shared: string;
  }
}

/** A folder for what several test files need and is long in the making; it lives as long as the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "sguardo-shared-"));
  project.provide("shared", folder);
  return () => rm(folder, { recursive: true, force: true });
}

type Made = { shared: string; name: string; make: (folder: string) => Promise<void> };

/** A copy of a folder that is made once in a run, by whoever asks first; the others wait for it. */
export async function copyOf({ shared, name, make }: Made): Promise<string> {
  const kept = join(shared, name);
  const mine = await mkdir(kept).then(
    () => true,
    () => false,
  );
  if (mine) {
    await make(kept).catch(async (error) => {
      await writeFile(join(shared, `${name}.failed`), String(error));
      throw error;
    });
    await writeFile(join(shared, `${name}.done`), "");
  }
  while (!existsSync(join(shared, `${name}.done`))) {
    if (existsSync(join(shared, `${name}.failed`))) throw new Error(`${name} could not be made elsewhere`);
    await setTimeout(50);
  }
  const copy = await mkdtemp(join(tmpdir(), "sguardo-copy-"));
  await cp(kept, copy, { recursive: true });
  return copy;
}
