import { instantOf, localOf } from "../../domain/civilTime.ts";

/** A wall-clock time as a file says it: local, or an instant when the text has an offset. */
export type SaidTime = { date: string; hour: number; minute: number; instant: number | null };

const iso =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const european = /^(\d{1,2})\/(\d{1,2})\/(\d{4})[ T](\d{1,2})[:.](\d{2})(?:[:.]\d{2})?$/;

/**
 * A time from a file: ISO 8601 with or without offset, `YYYY-MM-DD HH:MM[:SS]`, `DD/MM/YYYY HH:MM[:SS]`; null when it is none of
 * these, or no such day or hour exists. Times with an offset are told in the network's time zone; a local time that
 * the clocks skipped moves forward by the hour they skipped.
 */
export function readTime(text: string, timezone: string): SaidTime | null {
  const parts = iso.exec(text);
  if (parts) {
    const [, year, month, day, hour, minute, second = "00", offset] = parts;
    const date = readDate(`${year}-${month}-${day}`);
    if (!date || Number(second) > 60) return null;
    return offset
      ? atOffset(`${date}T${hour}:${minute}:${second}`, offset, timezone)
      : wall(date, Number(hour), Number(minute));
  }
  const local = european.exec(text);
  if (!local) return null;
  const date = readDate(`${local[1]}/${local[2]}/${local[3]}`);
  return date === null ? null : wall(date, Number(local[4]), Number(local[5]));
}

/** An ISO date from `YYYY-MM-DD` or `DD/MM/YYYY`; null when it is neither, or no such day exists. */
export function readDate(text: string): string | null {
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const date = local ? `${local[3]}-${two(local[2])}-${two(local[1])}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null;
}

/** The instant (epoch ms) of a said time: local times by the network's zone, the first of two when the clocks go back. */
export function instantOfTime(time: SaidTime, timezone: string): number {
  return time.instant ?? instantOf(`${time.date}T${two(time.hour)}:${two(time.minute)}`, timezone);
}

function wall(date: string, hour: number, minute: number): SaidTime | null {
  return hour < 24 && minute < 60 ? { date, hour, minute, instant: null } : null;
}

function atOffset(wallText: string, offset: string, timezone: string): SaidTime | null {
  const minutes = /^[+-]\d{2}$/.test(offset) ? `${offset}:00` : offset.replace(/^(...)(\d{2})$/, "$1:$2");
  const instant = Date.parse(`${wallText.replace(/:60$/, ":59")}${minutes.toUpperCase()}`);
  return Number.isNaN(instant) ? null : { ...localOf(instant, timezone), instant };
}

function two(value: string | number | undefined): string {
  return String(value).padStart(2, "0");
}
