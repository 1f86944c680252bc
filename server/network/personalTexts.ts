import { refusing } from "../../domain/pii/personalData.ts";
import { refusePersonal } from "../refusePersonal.ts";
import type { Problem } from "./NetworkRefused.ts";

type Place = { file: string; where: string };

/** Contacts of a service as such: the whole cell is one, and nothing else stands beside it. */
const contacts: Readonly<Record<string, RegExp>> = {
  "services.csv phone": /^[+\d][\d ./()\u2013;,-]{2,40}$/,
  "services.csv email": /^[^\s@,;]{1,64}@[^\s@,;]{3,190}$/,
  "services.csv url": /^https?:\/\/[^\s]{3,300}$/,
};
const mayContact = new Set<string>(["phone", "email", "url"]);
const mayLink = new Set(["network.json attribution", "network.json attribution_short"]);

/**
 * What looks like personal data in a record as it was written, at any depth. Names of streets and institutions pass; in the
 * three columns for a service's contacts a contact does, alone.
 */
export function personalTexts(record: unknown, place: Place): Problem[] {
  return textsOf(record).flatMap(({ field, text }) => {
    const said = fault(text, `${place.file} ${field}`);
    return said ? [{ kind: "personal", ...place, field, value: "", ...said }] : [];
  });
}

function fault(text: string, column: string): Pick<Problem, "problem" | "remedy"> | undefined {
  const whole = contacts[column];
  if (whole) {
    if (text === "" || whole.test(text)) return undefined;
    return {
      problem: "is not a contact of the service and nothing else",
      remedy: "Write one phone number, e-mail address or web address (http…), without names or notes.",
    };
  }
  const [found] = refusing(text).filter(({ type }) => !(type === "url" && mayLink.has(column)));
  if (!found) return undefined;
  return {
    problem: `holds what looks like personal data (${found.type})`,
    remedy: "Write names of places, services and needs only: nothing here is about a person.",
  };
}

/**
 * For rows written on screen: refuses what would be kept in a draft though it looks like personal data.
 * @param file of the network folder the rows belong to
 * @throws 422 `urn:sguardo:personal-data`
 */
export function refusePersonalRows(file: string, rows: readonly unknown[]): void {
  for (const [i, row] of rows.entries())
    for (const { field, text } of textsOf(row)) {
      const column = `${file} ${field}`;
      const inContact = contacts[column] && refusing(text).every(({ type }) => mayContact.has(type));
      if (!inContact && fault(text, column))
        refusePersonal(`${file}, row ${i + 1}, ${field.slice(0, 40)}`, text);
    }
}

type Text = { field: string; text: string };

function textsOf(value: unknown, field = ""): Text[] {
  if (typeof value === "string") return [{ field, text: value }];
  if (Array.isArray(value)) return value.flatMap((part, i) => textsOf(part, `${field}[${i}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [
    ...(refusing(key).length > 0 ? [{ field, text: key }] : []),
    ...textsOf(part, field === "" ? key : `${field}.${key}`),
  ]);
}
