import { oneLine } from "../oneLine.ts";

const personal = [
  /\S+@\S+\.\S+/, // e-mail address
  /(?:\+|00)?(?:\d[ ./-]?){8,}/, // telephone or document number
  /[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]/i, // codice fiscale
  /[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,}/i, // IBAN
];

/** A value from a file as a message may show it: short, and not at all when it looks like somebody's data. */
export function quoted(value: string): string {
  const text = oneLine(value, Number.POSITIVE_INFINITY);
  if (!isTimeOrNumber(text) && personal.some((pattern) => pattern.test(text)))
    return "a value not shown: it looks like personal data";
  return `"${oneLine(text, 80)}"`;
}

/** Dates, times and coordinates are long runs of digits too, and nobody's telephone. */
function isTimeOrNumber(text: string): boolean {
  return (
    /^\d{4}-\d{1,2}-\d{1,2}(?:[T ][\d:.]*(?:Z|[+-][\d:]*)?)?$/.test(text) ||
    /^\d{1,2}\/\d{1,2}\/\d{4}(?: [\d:]*)?$/.test(text) ||
    /^-?\d{1,3}[.,]\d+$/.test(text)
  );
}
