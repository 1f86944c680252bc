import { randomInt } from "node:crypto";
import { z } from "zod";
import type { PersonalType } from "../../domain/pii/found.ts";
import { personalData } from "../../domain/pii/personalData.ts";

/** A name or an address of work is a login; what a person has for life, or is called up by, is none. */
const NUMBERS: readonly PersonalType[] = ["codice_fiscale", "id_document", "health_card", "phone", "iban"];

/** Whether a login is made of a codice fiscale, a document or a telephone number. */
export const tellsWho = (login: string): boolean =>
  personalData(login).some(({ type }) => NUMBERS.includes(type));

/** A login is a name somebody chose for signing in: no spaces, nothing that reads otherwise than it is. */
export const Login = z
  .string()
  .regex(/^[\p{L}\d][\p{L}\d._@+-]{1,99}$/u, "expected 2 to 100 letters, digits or . _ @ + -")
  .refine((login) => !tellsWho(login), "expected no codice fiscale, document or telephone number");

/** A login that tells nothing, for who has none that may be kept. */
export const neutralLogin = (): string =>
  `user-${Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join("")}`;

const LETTERS = "abcdefghjkmnpqrstuvwxyz";
