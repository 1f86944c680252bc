import { everywhere, type Found } from "./found.ts";

const at = "(?:@|\\s?[([{]\\s?(?:at|chiocciola|a)\\s?[)\\]}]\\s?|\\s(?:at|chiocciola)\\s)";
const dot = "(?:\\.|\\s?[([{]\\s?(?:dot|punto)\\s?[)\\]}]\\s?|\\s(?:dot|punto)\\s)";
const email = new RegExp(`[\\w.+%-]{1,64}${at}[\\w-]{1,63}(?:${dot}[\\w-]{1,63}){1,4}`, "giu");

/** With spaces, by the ends that are no word: "a mensa @ centro. Ma poi" is no address. */
const spaced =
  /[\w.+%-]{1,64}\s{0,2}@\s{0,2}[\w-]{1,63}(?:\s{0,2}\.\s{0,2}[\w-]{1,63}){0,3}\s{0,2}\.\s{0,2}(?:it|com|org|net|eu|fr|uk|ro)(?![\p{L}\d])/giu;

const tops = "it|com|org|net|eu|info|me|io|gov|edu|app|social|tv|ly|uk|fr|de|es|ro|al|ua|ma";
const url = new RegExp(
  `\\b(?:https?|ftp)://[^\\s]{1,300}|\\bwww\\.[^\\s]{1,300}|(?<![\\w@.-])(?:[a-z0-9-]{2,40}\\.){1,3}(?:${tops})(?:/[^\\s]{0,300}|(?![\\w.-]))`,
  "gi",
);

/** Short names of hosts, and ends that are no country's, with a path: "t.me/somebody". */
const paths = new RegExp(
  `(?<![\\w@.-])(?:[a-z0-9-]{1,40}\\.){1,3}(?:${tops}|link|xyz|online|site|store|club|live|pro|page|bio|blog|dev|tel|cloud|shop|top|to|be|gg|cc|ws|gl|co|ch|at|us|nl|pt|pl|fm|im)/[\\w@%~+-][^\\s]{0,300}`,
  "gi",
);

/** "@somebody", and "telegram: somebody"; the @ of an address is not one. */
const handle =
  /(?<![\w.])@[\w.]{2,40}|\b(?:instagram|insta|telegram|facebook|tiktok|snapchat|skype)(?:\s?:\s?[\w.]{3,40}|\s{1,2}(?=[\w.]{0,39}(?:[_\d]|\.\w))[a-z][\w.]{4,39})/gi;

/** E-mail addresses (also with "(at)"), web addresses and handles in a text. */
export function contactsIn(text: string): Found[] {
  return [
    ...everywhere("email", email, text),
    ...everywhere("email", spaced, text),
    ...everywhere("url", url, text),
    ...everywhere("url", paths, text),
    ...everywhere("social", handle, text),
  ];
}
