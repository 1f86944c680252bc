import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** The newest entry of a trail, as kept beside it. */
const Head = z.object({ seq: z.number(), digest: z.string() });
export type Head = z.infer<typeof Head>;

/** The digest before the first entry. */
export const GENESIS = "0".repeat(64);

const pathIn = (data: string) => join(data, "trail.head");

/** The head that was kept; null when there is no such file, or it is no head. */
export async function readHead(data: string): Promise<Head | null> {
  const text = await readFile(pathIn(data), "utf8").catch(() => null);
  const [seq, digest] = text?.trim().split(" ") ?? [];
  return Head.safeParse({ seq: Number(seq), digest }).data ?? null;
}

/** Whole or not at all. A process killed before this leaves an older head, which is one of the trail too. */
export async function writeHead(data: string, { seq, digest }: Head): Promise<void> {
  const file = await open(`${pathIn(data)}.new`, "w", 0o600);
  await file.writeFile(`${seq} ${digest}\n`);
  await file.sync();
  await file.close();
  await rename(`${pathIn(data)}.new`, pathIn(data));
}
