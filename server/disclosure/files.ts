import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "./outcome.ts";

/** What must be in no file that answers are made from or that a browser is given. */
export type Hidden = { secret: Uint8Array; keys: readonly bigint[] };

const WORDS = ["record_key", "source_seen", "CREATE TABLE observation"];

/**
 * A21: the files a web process reads or hands out: how many of them hold the network's secret (as it is, in hexadecimal or
 * base64), a record's key, or a table of records; and how many source maps lie beside the page.
 * @param files whole paths
 */
export function filesTell(files: readonly string[], { secret, keys }: Hidden): Outcome {
  const buffer = Buffer.from(secret);
  const spelled = [buffer, buffer.toString("hex"), buffer.toString("base64"), buffer.toString("base64url")];
  const records = keys.map((key) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(key);
    return bytes;
  });
  const count = (holds: (held: Buffer) => boolean) =>
    files.filter((file) => holds(readFileSync(file))).length;
  return {
    ...{ id: "A21", tried: files.length },
    figures: [
      { name: "secret", value: count((held) => spelled.some((one) => held.includes(one))), atMost: 0 },
      {
        name: "records",
        value: count((held) => [...WORDS, ...records].some((one) => held.includes(one))),
        atMost: 0,
      },
      { name: "maps", value: files.filter((file) => file.endsWith(".map")).length, atMost: 0 },
    ],
  };
}

/** Every file under a folder whose name is wanted. */
export const filesUnder = (folder: string, wanted: (name: string) => boolean): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
