import { everywhere, type Found } from "./found.ts";

const number =
  "(?:,|,?\\s?(?:n|nr|num|civ|civico|numero)\\.?\\s?[°º]?)?\\s?\\d{1,4}(?:\\s?[/-]?\\s?[A-Za-z](?![\\p{L}])|/\\d{1,3})?(?![\\p{L}\\p{N}°º]|[.,:]\\d|\\s(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)[a-z])";
const word = "[\\p{L}\\p{N}.'’-]{1,30}";
const capital = "\\p{Lu}[\\p{L}.'’-]{0,30}";
const link =
  "(?:del|della|delle|dei|degli|dello|dell['’]|di|da|d['’]|la|le|il|lo|i|san|santa|sant['’]|don|\\d{1,2}°?)";

/** A street and a number. Words that are also others (corso, strada, largo) need a name in capitals. */
const clear = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:via(?!\\s(?:e?-?mail|sms|telefono|whatsapp|web|radio|libera|posta)\\b)|viale|piazza|p\\.?zza|piazzale|p\\.?le|vicolo|viottolo|piazzetta|sobborgo|subborgo|v\\.le|lungomare|contrada|borgata)\\s(?:${word}\\s){0,4}?${word}${number}`,
  "giu",
);
const named = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:[Cc]orso|[Cc]\\.so|[Ll]argo|[Ss]trada|[Ss]alita|[Bb]orgo|[Cc]alle|[Vv]icinale|[Ff]razione|[Ll]ocalità)\\s(?:${link}\\s?){0,3}(?:${capital}\\s?){1,4}${number}`,
  "gu",
);
const english =
  /(?<!\d)\d{1,5}[A-Za-z]?,? (?:[A-Z][a-z'’]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Drive)\b/g;

/** Three decimals tell a place within a hundred metres. */
const decimal =
  /(?<![\d.,])[+-]?\d{1,3}[.,]\d{3,12}°?\s?[NS]?\s{0,2}[,;/\s|]\s{0,2}[+-]?\d{1,3}[.,]\d{3,12}(?![\d])/g;
const sexagesimal =
  /(?<!\d)\d{1,3}\s?[°º]\s?\d{1,2}(?:[.,]\d{1,6})?\s?['’′](?:\s?\d{1,2}(?:[.,]\d{1,6})?\s?(?:["”″]|['’′]{2}))?\s?[NSEWO]?/g;
/** "N 44.1391 E 12.2431", "44 08 20 N 12 14 35 E", and so the other way round. */
const north = "[NS]";
const east = "[EWO]";
const degrees = '\\d{1,3}(?:[.,]\\d{3,12}|[ :]\\d{1,2}[ :]\\d{1,2}(?:[.,]\\d{1,6})?)\\s?[°"”″]?';
const compass = new RegExp(
  `(?<![\\p{L}\\d])(?:${north}\\s?${degrees}[\\s,;/]{0,3}${east}\\s?${degrees}|${degrees}\\s?${north}[\\s,;/]{0,3}${degrees}\\s?${east})(?![\\p{L}\\d])`,
  "giu",
);
const labelled =
  /\b(?:lat|lon|lng|long|latitudine|longitudine|latitude|longitude)\b\W{1,3}[+-]?\d{1,3}[.,]\d{2,12}/gi;
const openCode = /(?<![A-Z0-9+])[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?![A-Z0-9])/g;

const month = "(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic|jan|may|jun|jul|aug|sep|oct|dec)[a-z]{0,7}";
const day = `(?:\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}°?\\s${month}\\s\\d{2,4})`;
const birth = new RegExp(
  `(?:\\b(?:nat[oaie]|nascita|born|birth|dob|ddn)\\b|\\bd\\.\\s?(?:d\\.\\s?)?n\\.)[^\\d\\n]{0,40}${day}|\\b(?:nat[oa]\\snel|classe|born\\sin)\\s(?:19|20)\\d{2}\\b`,
  "giu",
);

/** Street addresses, coordinates and dates of birth in a text. */
export function placesIn(text: string): Found[] {
  return [
    ...everywhere("address", clear, text),
    ...everywhere("address", named, text),
    ...everywhere("address", english, text),
    ...[decimal, sexagesimal, compass, labelled, openCode].flatMap((pattern) =>
      everywhere("coordinates", pattern, text),
    ),
    ...everywhere("birth_date", birth, text),
  ];
}
