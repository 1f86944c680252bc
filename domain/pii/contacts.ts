import { everywhere, type Found } from "./found.ts";

const at = "(?:@|\\s?[([{]\\s?(?:at|chiocciola|a)\\s?[)\\]}]\\s?|\\s(?:at|chiocciola)\\s)";
const dot = "(?:\\.|\\s?[([{]\\s?(?:dot|punto)\\s?[)\\]}]\\s?|\\s(?:dot|punto)\\s)";
const email = new RegExp(`[\\w.+%-]{1,64}${at}[\\w-]{1,63}(?:${dot}[\\w-]{1,63}){1,4}`, "giu");

const tops = "it|com|org|net|eu|info|me|io|gov|edu|app|social|tv|ly|uk|fr|de|es|ro|al|ua|ma";
const url = new RegExp(
  `\\b(?:https?|ftp)://[^\\s]{1,300}|\\bwww\\.[^\\s]{1,300}|(?<![\\w@.-])(?:[a-z0-9-]{2,40}\\.){1,3}(?:${tops})(?:/[^\\s]{0,300}|(?![\\w.-]))`,
  "gi",
);

/** "@somebody", and "telegram: somebody"; the @ of an address is not one. */
const handle =
  /(?<![\w.])@[\w.]{2,40}|\b(?:instagram|telegram|facebook|tiktok|snapchat|skype)\s?:\s?[\w.]{3,40}/gi;

/** E-mail addresses (also with "(at)"), web addresses and handles in a text. */
export function contactsIn(text: string): Found[] {
  return [
    ...everywhere("email", email, text),
    ...everywhere("url", url, text),
    ...everywhere("social", handle, text),
  ];
}
