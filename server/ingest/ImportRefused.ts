import { basename, dirname, join } from "node:path";
import { masked } from "../../domain/pii/personalData.ts";
import { quoted } from "./quoted.ts";

/** Why a whole file (or a mapping) cannot be imported: what, where, which value, what to do. Nothing was changed. */
export class ImportRefused extends Error {
  override name = "ImportRefused";
  readonly file: string;
  readonly problem: string;
  readonly line: number | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly remedy: string;

  constructor(
    file: string,
    why: { problem: string; remedy: string; line?: number; field?: string; value?: string },
  ) {
    const place = why.line === undefined ? "" : `, line ${why.line}`;
    const named = nameOf(file);
    const value = why.value === undefined ? "" : ` (${quoted(why.value)})`;
    super(`${named}${place}: ${why.problem}${value}. ${why.remedy} Nothing was imported.`);
    this.file = named;
    this.problem = why.problem;
    this.line = why.line ?? null;
    this.field = why.field ?? null;
    this.value = why.value === undefined ? null : quoted(why.value);
    this.remedy = why.remedy;
  }
}

/** A file as it may be told: its name is a text like any other. */
function nameOf(path: string): string {
  return join(dirname(path), masked(basename(path)));
}
