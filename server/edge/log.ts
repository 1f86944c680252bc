import type { Context } from "hono";
import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from "pino";

export type Log = Pick<Logger, "info" | "warn" | "error">;

const LEVELS = ["silent", "error", "warn", "info"];

/**
 * JSON lines on standard error. Without a level asked for there are none on a terminal, where a person reads, and all of
 * them elsewhere. @throws RangeError when the level is none
 */
export function openLog(
  asked: string | undefined,
  stderr: { isTTY?: boolean },
  to: DestinationStream = destination(2),
): Log | null {
  const level = asked ?? (stderr.isTTY ? "silent" : "info");
  if (!LEVELS.includes(level))
    throw new RangeError(`--log-level: "${level}" (expected ${LEVELS.join(", ")})`);
  if (level === "silent") return null;
  const formatters = { level: (label: string) => ({ level: label }) };
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime, formatters }, to);
}

/** What went wrong and where, for the log: whatever was asked or quoted is left out, since it may be somebody's. */
export function withoutValues(error: Error, c: Context): string {
  const asked = [...Object.values(c.req.queries()).flat(), ...Object.values(c.req.param())];
  const [words = "", ...frames] = (error.stack ?? error.message).split(/\n(?= +at )/);
  const kept = asked
    .filter((value) => value.length > 2)
    .reduce((text, value) => text.replaceAll(value, "…"), words);
  return [kept.replace(/(["'`])(?:(?!\1)[^\\]|\\.)*\1/gs, "$1…$1"), ...frames].join("\n");
}
