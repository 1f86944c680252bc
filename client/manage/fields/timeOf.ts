/** A time as it is typed, as "HH:MM": "9", "9.30", "930", "21:30", "24"; null when it is none. */
export function timeOf(text: string): string | null {
  const found = /^(\d{1,2})(?:[:.,]?([0-5]\d))?$/.exec(text.trim());
  const [hour, minute] = [Number(found?.[1]), found?.[2] ?? "00"];
  if (!found || hour > 24 || (hour === 24 && minute !== "00")) return null;
  return `${String(hour).padStart(2, "0")}:${minute}`;
}
