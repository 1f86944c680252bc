import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { filesOf, writeWhole } from "./folder.ts";
import { type Folder, Part } from "./parts.ts";

/** One thing that differs between two networks; `fields` are those of a row that is in both. */
export const Change = z.object({
  file: z.string(),
  part: Part,
  kind: z.enum(["added", "changed", "removed"]),
  id: z.string(),
  fields: z.array(z.string()),
});
export type Change = z.infer<typeof Change>;

/** edition.json: a network as it was published from the screen. 0 is the seed as it was before the first. */
export const Edition = z.object({
  number: z.number().int().nonnegative(),
  published_at: z.string(),
  by: z.string(),
  note: z.string(),
  /** First day (ISO date) it is in force. */
  takes_effect: z.string(),
  /** Nothing was recorded yet when it was published: it stands for the time before it, too. */
  first: z.boolean().default(false),
  /** Editions still to come that this one takes the place of. */
  withdraws: z.array(z.number()).default([]),
  /** SHA-256 of the seed folder's files when it was published. */
  seed: z.string(),
  changes: z.array(Change),
});
export type Edition = z.infer<typeof Edition>;

export const editionsIn = (data: string): string => join(data, "editions");
export const editionFolder = (data: string, number: number): string =>
  join(editionsIn(data), String(number).padStart(4, "0"));

/** Every edition of a data folder, oldest first, the seed of then (0) among them; none before the first publication. */
export async function history(data: string): Promise<Edition[]> {
  const names = (await readdir(editionsIn(data)).catch(() => [])).filter((name) => /^\d{4,}$/.test(name));
  const found = await Promise.all(
    names.map(async (name) =>
      Edition.parse(JSON.parse(await readFile(join(editionsIn(data), name, "edition.json"), "utf8"))),
    ),
  );
  return found.sort((a, b) => a.number - b.number);
}

export async function writeEdition(data: string, edition: Edition, folder: Folder): Promise<void> {
  const text = `${JSON.stringify(edition, null, 2)}\n`;
  await writeWhole(editionFolder(data, edition.number), { ...filesOf(folder), "edition.json": text });
}

/**
 * The edition in force on a day (ISO date), the one that took effect last; null is the seed folder, when nothing was
 * published by then. One published before anything was recorded stands for all the time before it.
 */
export function inForce(editions: readonly Edition[], day: string): Edition | null {
  const withdrawn = new Set(editions.flatMap(({ withdraws }) => withdraws));
  const possible = editions.filter(
    ({ number, first, takes_effect }) => !withdrawn.has(number) && (first || takes_effect <= day),
  );
  return possible.reduce<Edition | null>((best, one) => (best && isLater(best, one) ? best : one), null);
}

const isLater = (a: Edition, b: Edition): boolean =>
  a.takes_effect > b.takes_effect || (a.takes_effect === b.takes_effect && a.number > b.number);

/** The edition that waits for its day, the newest; null when none does. */
export function waiting(editions: readonly Edition[], day: string): Edition | null {
  const withdrawn = new Set(editions.flatMap(({ withdraws }) => withdraws));
  const later = editions.filter(({ number, takes_effect }) => !withdrawn.has(number) && takes_effect > day);
  return later.reduce<Edition | null>((best, one) => (best && isLater(best, one) ? best : one), null);
}
