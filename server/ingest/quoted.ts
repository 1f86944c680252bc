import { personalData } from "../../domain/pii/personalData.ts";
import { oneLine } from "../oneLine.ts";

/** A value from a file as a message may show it: short, and not at all when it looks like somebody's data. */
export function quoted(value: string): string {
  const text = oneLine(value, Number.POSITIVE_INFINITY);
  if (personalData(text).length > 0) return "a value not shown: it looks like personal data";
  return `"${oneLine(text, 80)}"`;
}
