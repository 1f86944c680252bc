import { codesIn } from "./codes.ts";
import { contactsIn } from "./contacts.ts";
import type { Found } from "./found.ts";
import { namesIn } from "./names.ts";
import { numbersIn } from "./phones.ts";
import { placesIn } from "./places.ts";
import { readable } from "./readable.ts";

/** Random ids that machines make are nobody's. */
const randomIds = /(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])/gi;

/**
 * What in a text looks like somebody's data, in order. The pattern alone is enough: check digits would let through a code
 * with a slip of the pen. A rule cannot reach everything (a nickname, a story): there is no field for either.
 * @returns places in `text` as it was given; empty when nothing was found
 * @see methods.md C8; recall and false positives in test/domain/pii/
 */
export function personalData(text: string): Found[] {
  const looked = text.replaceAll(randomIds, (id) => " ".repeat(id.length));
  if (looked.trim().length < 2) return [];
  if (/^\d+$/.test(looked)) return numbersIn(looked);
  const read = readable(looked);
  const found = [
    ...codesIn(read),
    ...numbersIn(read.text),
    ...contactsIn(read.text),
    ...placesIn(read.text),
    ...namesIn(read.text),
  ];
  return found
    .map(({ type, from, to }) => ({ type, from: read.at[from] ?? 0, to: read.at[to] ?? text.length }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** What refuses a text: everything found but a given name that stands alone. */
export function refusing(text: string): Found[] {
  return personalData(text).filter(({ type }) => type !== "given_name");
}

/** A sentence that may quote what somebody wrote: quoted parts that look like somebody's data are not shown, or else all of it. */
export function maskedQuotes(sentence: string): string {
  const told = sentence.replaceAll(/"([^"]{2,})"/g, (_, value: string) => `"${masked(value)}"`);
  return refusing(told).length > 0 ? masked(told) : told;
}

/** A value as a message, a log or a file may show it: as it is, or not at all when it looks like somebody's data. */
export function masked(value: string): string {
  const [first] = personalData(value);
  return first ? `[not shown: it looks like personal data (${first.type})]` : value;
}
