import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Expected values made by another program: test/fixtures/reference, each with its `meta`. */
export const reference = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../fixtures/reference/${name}.json`), "utf8"));

/** |found − expected| as a share of what is expected; absolute where 0 is expected. */
export const relativeError = (found: number, expected: number) =>
  expected === 0 ? Math.abs(found) : Math.abs(found / expected - 1);
