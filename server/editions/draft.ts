import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { filesOf, readFolder, writeWhole } from "./folder.ts";
import type { Folder } from "./parts.ts";

/** draft.json. `base`: the edition it began from; `restored`: the one it was made of, when it is to take its place. */
const Draft = z.object({
  revision: z.number().int(),
  by: z.string(),
  since: z.string(),
  base: z.number().int(),
  restored: z.number().int().nullable(),
});
const Kept = z.union([Draft, z.object({ revision: z.number().int(), none: z.literal(true) })]);

export type Draft = z.infer<typeof Draft> & { dir: string; folder: Folder };

/**
 * The draft of a data folder, null when there is none; `revision` goes on counting from one draft to the next, so that
 * who still looks at an old one is told.
 */
export async function readDraft(data: string): Promise<{ revision: number; draft: Draft | null }> {
  for (let tries = 0; ; tries++) {
    try {
      return await readNewest(data);
    } catch (error) {
      // The next revision was written meanwhile, and the one being read went.
      if (tries > 4 || Object(error).code !== "ENOENT") throw error;
    }
  }
}

async function readNewest(data: string): Promise<{ revision: number; draft: Draft | null }> {
  const newest = (await revisions(data)).at(-1);
  if (newest === undefined) return { revision: 0, draft: null };
  const dir = folderOf(data, newest);
  const kept = Kept.parse(JSON.parse(await readFile(join(dir, "draft.json"), "utf8")));
  if ("none" in kept) return { revision: newest, draft: null };
  return { revision: newest, draft: { ...kept, revision: newest, dir, folder: await readFolder(dir) } };
}

type Written = Omit<Draft, "dir">;

/** The next revision, whole or not at all; the one before goes when it is there. */
export async function writeDraft(data: string, { folder, ...meta }: Written): Promise<void> {
  await write(data, meta.revision, { ...filesOf(folder), "draft.json": JSON.stringify(meta) });
}

/** There is no draft any more; its revision stays taken. */
export async function dropDraft(data: string, revision: number): Promise<void> {
  await write(data, revision, { "draft.json": JSON.stringify({ revision, none: true }) });
}

async function write(data: string, revision: number, files: Record<string, string>): Promise<void> {
  await writeWhole(folderOf(data, revision), files);
  for (const old of await revisions(data))
    if (old < revision) await rm(folderOf(data, old), { recursive: true, force: true });
}

async function revisions(data: string): Promise<number[]> {
  const names = await readdir(join(data, "draft")).catch(() => []);
  return names
    .filter((name) => /^\d{6,}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

const folderOf = (data: string, revision: number) => join(data, "draft", String(revision).padStart(6, "0"));
