/** What a text may hold of somebody. `given_name` alone is a warning: it may be a street, a saint or a month. */
export type PersonalType =
  | "codice_fiscale"
  | "iban"
  | "phone"
  | "email"
  | "url"
  | "social"
  | "plate"
  | "id_document"
  | "health_card"
  | "address"
  | "coordinates"
  | "birth_date"
  | "case_number"
  | "name"
  | "combination"
  | "given_name";

/** Something personal in a text: characters `from` (included) to `to` (excluded). */
export type Found = { type: PersonalType; from: number; to: number };

/** Every place where a pattern (with the flag g) fits. */
export function everywhere(type: PersonalType, pattern: RegExp, text: string): Found[] {
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
    type,
    from: index,
    to: index + match.length,
  }));
}
