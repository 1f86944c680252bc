/** Matches the sixteen characters of a codice fiscale, also with digits replaced by letters (omocodia). */
export const codiceFiscalePattern =
  "[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]";

const odd: readonly number[] = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
const omocodia = "LMNPQRSTUV";
const months = "ABCDEHLMPRST";

/**
 * Whether a codice fiscale could have been given to somebody: pattern, day of birth and check character (the place is
 * not looked up). What only looks like one is personal data all the same.
 * @param code with or without separators, in capitals or not
 * @see methods.md C8; expected values by python-stdnum 1.18
 */
export function codiceFiscaleIsValid(code: string): boolean {
  const text = code.toUpperCase().replaceAll(/[\s.\-/:]/g, "");
  if (!new RegExp(`^${codiceFiscalePattern}$`).test(text)) return false;
  return isDate(text) && checkCharacter(text) === text[15];
}

/** The sixteenth character of a codice fiscale, from its first fifteen. */
function checkCharacter(text: string): string {
  let sum = 0;
  for (let i = 0; i < 15; i++) {
    const place = placeOf(text[i] ?? "");
    sum += i % 2 === 0 ? (odd[place] ?? 0) : place;
  }
  return String.fromCharCode(65 + (sum % 26));
}

function placeOf(character: string): number {
  return /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
}

function isDate(text: string): boolean {
  const digits = [...text].map((character) =>
    omocodia.includes(character) ? String(omocodia.indexOf(character)) : character,
  );
  const year = Number(digits.slice(6, 8).join(""));
  const month = months.indexOf(text[8] ?? "") + 1;
  const day = Number(digits.slice(9, 11).join("")) % 40;
  return [1900, 2000].some((century) => daysIn(century + year, month) >= day && day >= 1);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
