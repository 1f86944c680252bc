import { codiceFiscaleIsValid, codiceFiscalePattern } from "./codiceFiscale.ts";
import { everywhere, type Found } from "./found.ts";
import { ibanIsValid, ibanLength } from "./iban.ts";
import { packed, type Readable } from "./readable.ts";

/** Codici fiscali, IBANs, documents, plates and case numbers in a text. */
export function codesIn(read: Readable): Found[] {
  const { text } = read;
  return [
    ...codiciFiscali(text, packed(read, /[\s._\-/·,:;|]/)),
    ...ibans(text, packed(read, /[\s._\-/·]/)),
    ...everywhere("id_document", documents, text),
    ...everywhere("id_document", grouped, text),
    ...everywhere("plate", plates, text),
    ...everywhere("plate", saidPlates, text),
    ...everywhere("case_number", cases, text),
  ];
}

/** Electronic identity card CA00000AA, passport and paper card YA0000000, driving licence RA0000000X, permit I00000000. */
const documents = /(?<![A-Z0-9])(?:[A-Z]{2}\d{5}[A-Z]{2}|[A-Z]{2} ?\d{7}[A-Z]?|I ?\d{8})(?![A-Z0-9])/gi;

/** A passport in groups, in capitals; "IN 150 2026" is a number and a year. */
const grouped = /(?<![A-Z0-9])[A-Z]{2}[ .-]?\d{3}[ .-](?!(?:19|20)\d{2})\d{4}(?![A-Z0-9])/g;

const letter = "[A-HJ-NPR-TV-Z]";
const small = "[a-hj-npr-tv-z]";
/** Words of two letters before a number, and units after it: "da 100 kg" is no plate. */
const before =
  "(?!(?:ad|al|ca|ce|da|ed|ex|fa|ha|la|le|ma|me|ne|nr|pp|re|se|sp|ss|st|te|va|am|an|as|at|be|by|he|me|my|we)[ -])";
const after =
  "(?!(?:ad|al|am|as|at|be|by|ca|cc|cl|cm|da|dl|ed|ex|ft|gb|gr|ha|he|hl|kg|km|kw|la|lb|le|lt|ma|mb|mg|ml|mm|mt|nd|ne|pm|pp|pz|rd|se|st|th|we)(?![a-z0-9]))";
/** Cars AA999AA, motorcycles AA99999, mopeds X9AAAA; in small letters motorcycles and mopeds in one piece only. */
const plates = new RegExp(
  [
    `(?<![A-Z0-9])${letter}{2}[ -]?\\d{3}[ -]?${letter}{2}(?![A-Z0-9])`,
    `(?<![A-Z0-9])${letter}{2}[ -]?\\d{5}(?![A-Z0-9])`,
    `(?<![A-Z0-9])X\\d(?:[A-Z]{4}|[ -]${letter}{4})(?![A-Z0-9])`,
    `(?<![\\p{L}0-9])${small}{2}\\d{3}${small}{2}(?![\\p{L}0-9])`,
    `(?<![\\p{L}0-9'’])${before}${small}{2}[ -]\\d{3}[ -]${after}${small}{2}(?![\\p{L}0-9'’])`,
    `(?<![\\p{L}0-9])(?!nr|pp)${small}{2}\\d{5}(?![\\p{L}0-9])`,
    `(?<![\\p{L}0-9])x\\d(?!pers|volt|lett)${small}{4}(?![\\p{L}0-9])`,
  ].join("|"),
  "gu",
);
const saidPlates = /\b(?:targa|targat[oaie]|plate)\W{1,3}[A-Z0-9](?:[ -]?[A-Z0-9]){4,7}(?![A-Z0-9])/gi;

const cases =
  /\b(?:cartella|fascicolo|pratica|matricola|protocollo|prot|dossier|procedimento)\W{1,3}(?:(?:n|nr|num|numero|n°|nº)\W{0,3})?(?:\d{3,12}(?:\/\d{2,4})?|\d{1,6}\/\d{2,4})/gi;

const unbrokenCode = new RegExp(codiceFiscalePattern, "g");

/** Also with separators, and also glued to other letters; words in a row that make one by chance must check. */
function codiciFiscali(text: string, { text: compact, at }: Readable): Found[] {
  return windows(unbrokenCode, compact).flatMap(({ from, to }) => {
    const found = { type: "codice_fiscale" as const, ...span(at, { from, to }) };
    const code = compact.slice(from, to);
    const digits = code.replaceAll(/\D/g, "").length;
    const whole = found.to - found.from === code.length;
    if (whole && digits >= 3) return [found];
    // A comma or a colon more often stands between words than within a code.
    const enough = /[,:;|]/.test(text.slice(found.from, found.to)) ? 6 : 3;
    const surely = whole || digits >= enough || codiceFiscaleIsValid(code);
    return standsApart(text, found) && surely ? [found] : [];
  });
}

function ibans(text: string, { text: compact, at }: Readable): Found[] {
  return windows(/[A-Z]{2}\d{2}[A-Z0-9]{11}/g, compact).flatMap(({ from }) => {
    const length = ibanLength(compact.slice(from, from + 2));
    if (length === null || from + length > compact.length) return [];
    const code = compact.slice(from, from + length);
    const found = { type: "iban" as const, ...span(at, { from, to: from + length }) };
    // "al 12 marzo …" checks by chance once in a hundred, and has hardly a digit.
    if (code.replaceAll(/\D/g, "").length < 9) return [];
    const italian = /^(?:IT|SM)\d{2}[A-Z]\d{10}[A-Z0-9]{12}$/.test(code);
    return ibanIsValid(code) || (italian && standsApart(text, found)) ? [found] : [];
  });
}

/** Every place a pattern fits, also where one fit begins within another. */
function windows(pattern: RegExp, text: string): { from: number; to: number }[] {
  const found = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push({ from: match.index, to: match.index + match[0].length });
    pattern.lastIndex = match.index + 1;
  }
  return found;
}

function span(at: readonly number[], { from, to }: { from: number; to: number }) {
  return { from: at[from] ?? 0, to: (at[to - 1] ?? 0) + 1 };
}

function standsApart(text: string, { from, to }: Found): boolean {
  return !/[\p{L}\p{N}]/u.test(text[from - 1] ?? " ") && !/[\p{L}\p{N}]/u.test(text[to] ?? " ");
}
