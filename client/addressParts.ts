import * as z from "zod/mini";
import { parseSegments } from "../domain/chosenHours.ts";

/** How the parts of an address are read. */
export const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/));
export const split = z.pipe(
  z.string(),
  z.transform((text) => text.split(",")),
);
export const segments = z.pipe(
  z.string(),
  z.transform((text, context) => {
    try {
      return parseSegments(text);
    } catch (error) {
      context.issues.push({ code: "custom", input: text, message: String(error) });
      return z.NEVER;
    }
  }),
);
