import { describe, expect, test } from "vitest";
import { masked, personalData, refusing } from "../../../domain/pii/personalData.ts";
import { reference } from "../stats/reference.ts";

type Case = { text: string; types: string[] };
const { cases } = reference("pii_italian_texts") as { cases: Case[] };

const typesIn = (text: string) => [...new Set(refusing(text).map(({ type }) => type))];

describe("Texts labelled by hand (pii_italian_texts)", () => {
  const personal = cases.filter(({ types }) => types.length > 0);
  const safe = cases.filter(({ types }) => types.length === 0);

  test("at least 95 % of the labels are found, and of the five that are codes all", () => {
    const labels = personal.flatMap(({ text, types }) => types.map((type) => ({ text, type })));
    const missed = labels.filter(({ text, type }) => !typesIn(text).some((found) => found === type));
    console.info(`Personal data: ${labels.length - missed.length} of ${labels.length} labels found.`);
    expect(1 - missed.length / labels.length).toBeGreaterThanOrEqual(0.95);
    const exact = ["codice_fiscale", "phone", "email", "iban", "coordinates"];
    expect(missed.filter(({ type }) => exact.includes(type))).toEqual([]);
  });

  test("no text that holds any is let through", () => {
    expect(personal.filter(({ text }) => refusing(text).length === 0)).toEqual([]);
  });

  test("at most 10 % of harmless texts are refused", () => {
    const refused = safe.filter(({ text }) => refusing(text).length > 0);
    console.info(`Harmless texts refused: ${refused.length} of ${safe.length}.`);
    expect(refused.length / safe.length).toBeLessThanOrEqual(0.1);
  });
});

test.each([
  ["ＲＳＳＭＲＡ８０Ａ０１Ｈ５０１Ｕ", "codice_fiscale"],
  ["nota_RSSMRA80A01H501U_bis", "codice_fiscale"],
  ["R S S M R A 8 0 A 0 1 H 5 0 1 U", "codice_fiscale"],
  ["333\u200b1234567", "phone"],
  ["+39 (333) 123.45.67", "phone"],
  ["0039 347 123 4567", "phone"],
  ["+40 722 123 456", "phone"],
  ["tel. 0547 35 61 11", "phone"],
  ["0547/356111", "phone"],
  ["tra le 333 1234567 e mezza", "phone"],
  ["mario.rossi (at) example (punto) it", "email"],
  ["mario.rossi [at] example.it", "email"],
  ["mario chiocciola example punto it", "email"],
  ["DE89 3704 0044 0532 0130 00", "iban"],
  ["iban it60 x054 2811 1010 0000 0123 456", "iban"],
  ["moto AB12345", "plate"],
  ["ciclomotore X3CDEF", "plate"],
  ["targa fo 123456", "plate"],
  ["carta CA12345AA", "id_document"],
  ["permesso I12345678", "id_document"],
  ["80380 00010 12345 67890", "health_card"],
  ["abita in via Roma 12", "address"],
  ["P.zza del Popolo, 3", "address"],
  ["Corso Cavour 12/B", "address"],
  ["14 Harbour Street", "address"],
  ["44°08'20\"N 12°14'33\"E", "coordinates"],
  ["44,13912 12,24217", "coordinates"],
  ["lat 44.139", "coordinates"],
  ["8FQF4GXM+2P", "coordinates"],
  ["data di nascita 3 marzo 1981", "birth_date"],
  ["classe 1979", "birth_date"],
  ["www.example.org/mario", "url"],
  ["facebook.com/mario.rossi", "url"],
  ["telegram: mario_r", "social"],
  ["la dott.ssa Verdi", "name"],
  ["Sig.ra Neri", "name"],
  ["si chiama Karim", "name"],
  ["moglie di Ahmed", "name"],
  ["MARIO ROSSI", "name"],
  ["pratica n. 1234", "case_number"],
  ["donna rumena, 40 anni", "combination"],
  ["moto ab12345", "plate"],
  ["x9aaaa", "plate"],
  ["ciclomotore X2 ABCD", "plate"],
  ["furgone ab 123 cd", "plate"],
  ["passaporto AA 123 4567", "id_document"],
  ["N 44.1391 E 12.2431", "coordinates"],
  ["n 44,1391, e 12,2431", "coordinates"],
  ["44 08 20 N 12 14 35 E", "coordinates"],
  ["44:08:20 N, 12:14:35 E", "coordinates"],
  ["t.me/mario", "url"],
  ["youtu.be/abc123", "url"],
  ["scrive su pagina.link/mario", "url"],
  ["instagram mario_rossi", "social"],
  ["telegram mario.rossi", "social"],
  ["mario @ gmail . com", "email"],
  ["mario.rossi@ comune .example. it", "email"],
  ["333_1234567", "phone"],
  ["scheda_333_1234567_bis", "phone"],
  ["3 3 3 1 2 3 4 5 6 7", "phone"],
  ["3 3 3 1 2 3 4 5 6 7 ore 12", "phone"],
  ["d.n. 10/12/1985", "birth_date"],
  ["d. n. 10-12-85", "birth_date"],
  ["sig.Rossi", "name"],
  ["SIG.ROSSI", "name"],
  ["l’ing. Verdi", "name"],
  ["geom.Neri", "name"],
  ["RSS,MRA,80A01,H501U", "codice_fiscale"],
  ["RSSMRA:80A01:H501X", "codice_fiscale"],
  ["RSS|MRA|80A01|H501U", "codice_fiscale"],
])("%s is a %s", (text, type) => {
  expect(typesIn(text)).toContain(type);
});

test("a given name alone warns: it may be a saint or a month", () => {
  expect(refusing("Progetti di Luca")).toEqual([]);
  expect(personalData("Progetti di Luca")).toEqual([{ type: "given_name", from: 12, to: 16 }]);
});

test("what is found stands where the text as it was given has it", () => {
  const text = "al ３３３ １２３４５６７, ore 18";
  expect(personalData(text).map(({ from, to }) => text.slice(from, to))).toEqual(["３３３ １２３４５６７"]);
});

test("a value that holds any is not shown at all", () => {
  for (const { text, types } of cases) {
    if (personalData(text).length === 0) expect([types, masked(text)]).toEqual([[], text]);
    else expect(masked(text)).toMatch(/^\[not shown: it looks like personal data \([a-z_]+\)\]$/);
  }
});

test("a long text made to be slow is read to its end", () => {
  const pieces = [
    "a",
    "1",
    "1 ",
    "A",
    "AB12",
    "a@",
    "a.",
    "via ",
    "via A ",
    "Mario ",
    "+",
    "(at)",
    "3331",
    "4°",
    "1/",
    "di ",
    "sig. ",
    " ",
    "nato ",
    "MARIO",
    "LLLLLL",
    "a-",
    "www.",
    "45.1234,",
  ];
  // Rules that go back over what they read would take hours here.
  for (const piece of pieces) {
    const long = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(personalData(long).every(({ from, to }) => from < to && to <= long.length)).toBe(true);
  }
}, 60_000);
