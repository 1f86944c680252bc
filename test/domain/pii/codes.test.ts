import { expect, test } from "vitest";
import { codiceFiscaleIsValid } from "../../../domain/pii/codiceFiscale.ts";
import { ibanIsValid } from "../../../domain/pii/iban.ts";
import { refusing } from "../../../domain/pii/personalData.ts";
import { reference } from "../stats/reference.ts";

type Code = { input: string; kind: string; stdnum_valid: boolean };
const codes = reference("codice_fiscale_iva_iban") as { codici_fiscali: Code[]; iban: Code[] };

test("which of 107 codici fiscali are valid is what python-stdnum says, omocodia included", () => {
  const differing = codes.codici_fiscali.filter(
    (code) => codiceFiscaleIsValid(code.input) !== code.stdnum_valid,
  );
  expect(differing).toEqual([]);
});

test("which of 12 IBANs are valid is what python-stdnum says", () => {
  expect(codes.iban.filter((code) => ibanIsValid(code.input) !== code.stdnum_valid)).toEqual([]);
});

test("every valid code is found in a sentence, and those with a wrong check character too", () => {
  const sixteen = /^[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPRST][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]$/;
  const looked = codes.codici_fiscali.filter(({ input }) =>
    sixteen.test(input.toUpperCase().replaceAll(" ", "")),
  );
  const found = (text: string) =>
    refusing(`visto ${text} ieri`).some(({ type }) => type === "codice_fiscale");
  expect(looked.length).toBeGreaterThan(90);
  expect(looked.filter(({ input }) => !found(input))).toEqual([]);
  expect(codes.iban.filter(({ input }) => !refusing(input).some(({ type }) => type === "iban"))).toEqual([]);
});
