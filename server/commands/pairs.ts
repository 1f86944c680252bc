import { z } from "zod";

/** `["time=created", …]` → `{ time: "created" }`. @throws Error naming what does not read so */
export function pairs(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text) => split(text, "=", "--map field=column")));
}

/** `["need:Casa=abitare", …]` → `{ need: { Casa: "abitare" } }`. @throws Error naming what does not read so */
export function values(texts: readonly string[]): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  for (const text of texts) {
    const [field, rest] = split(text, ":", "--value field:from=to");
    const [from, to] = split(rest, "=", "--value field:from=to");
    found[field] = { ...found[field], [from]: to };
  }
  return found;
}

/** `"2026-09-01..2026-09-30"` → first and last day. @throws Error naming what does not read so */
export function days(text: string): { from: string; to: string } {
  const found = z.tuple([z.iso.date(), z.iso.date()]).safeParse(text.split(".."));
  if (!found.success) throw new Error(`"${text}": expected --covers from..to, as in 2026-09-01..2026-09-30`);
  return { from: found.data[0], to: found.data[1] };
}

function split(text: string, mark: string, form: string): [string, string] {
  const at = text.indexOf(mark);
  if (at <= 0 || at === text.length - 1) throw new Error(`"${text}": expected ${form}`);
  return [text.slice(0, at), text.slice(at + 1)];
}
