import { refusing } from "../domain/pii/personalData.ts";
import { problem } from "./http.ts";

/**
 * For every text that comes in from the page: what looks like somebody's data is refused, and never told back.
 * @param field what the text was written in, in words of the API
 * @throws 422 `urn:sguardo:personal-data`, naming the field and the kind of data
 */
export function refusePersonal(field: string, text: string): void {
  const [found] = refusing(text);
  if (!found) return;
  throw problem(
    422,
    { title: "Personal data are refused", type: "urn:sguardo:personal-data" },
    `${field}: holds what looks like personal data (${found.type}). Say it without naming, describing or locating a person.`,
  );
}
