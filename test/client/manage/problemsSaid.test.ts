import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Row } from "../../server/editions/openTownDesk.ts";
import { openSaying } from "./saying.ts";

let town: Awaited<ReturnType<typeof openSaying>>;
beforeAll(async () => {
  town = await openSaying();
});
afterAll(() => town.close());

const first = (patch: Row) => (rows: Row[]) => rows.map((row, i) => (i === 0 ? { ...row, ...patch } : row));
const shape = (coordinates: unknown, type = "Polygon") => first({ geometry: { type, coordinates } });
const without = (id: string) => (rows: Row[]) => rows.filter((row) => row["id"] !== id);
const twice = (rows: Row[]) => [...rows, { ...rows[0] }];

describe("what a coordinator can get wrong is said in words, with what to do", () => {
  test.each<[string, string, (rows: Row[]) => Row[], RegExp, RegExp]>([
    ["no name", "services", first({ name: "" }), /^Scrivi il nome del servizio/, /^Write the name of the/],
    ["an id twice", "services", twice, /«night» è già di un’altra riga/, /“night” is another row’s/],
    ["initials taken", "services", twice, /^La sigla «\w\w» è già di un altro/, /^The initials “\w\w” are/],
    ["a colour that is none", "services", first({ color: "blue" }), /^Scegli un colore/, /^Choose a colour/],
    ["no aim", "services", first({ aims: "" }), /^Scegli almeno una finalità/, /^Choose at least one aim/],
    [
      "words for a number",
      "services",
      first({ phone: "by day" }),
      /^Scrivi il numero/,
      /^Write the service’s/,
    ],
    [
      "half an address",
      "services",
      first({ email: "night" }),
      /^Scrivi un indirizzo del/,
      /^Write an address/,
    ],
    ["half a page", "services", first({ url: "night" }), /che inizia con https/, /begins with https/],
    ["an hour that is none", "schedules", first({ opens_at: "25" }), /^Scrivi un’ora/, /^Write a time/],
    [
      "a turn that never is",
      "schedules",
      first({ until: "2020-01-01" }),
      /^«Fine della ripetizione» viene/,
      /never/,
    ],
    [
      "a zone nobody drew",
      "schedules",
      first({ zones: "x" }),
      /^La zona «x» non c’è/,
      /^The zone “x” is not/,
    ],
    ["days of no month", "schedules", first({ bymonthday: "40" }), /^«40» non sono giorni/, /are no days of/],
    ["an hour in two slots", "slots", first({ to: 14 }), /^L’ora 12–13 sta in più fasce/, /is in several/],
    [
      "an hour in none",
      "slots",
      first({ to: 11 }),
      /^L’ora 11–12 non sta in nessuna/,
      /^The hour 11–12 is in/,
    ],
    ["no group", "needs", first({ group: "" }), /^Scegli un gruppo/, /^Choose a group/],
    ["a group that is none", "needs", first({ group: "x" }), /^Il gruppo «x» non c’è/, /^The group “x” is/],
    ["no needs", "needs", () => [], /^L’elenco è vuoto/, /^The list is empty/],
    ["a pair of aims twice", "relations", twice, /^La relazione tra due finalità/, /^The relation of two/],
    ["no zones", "zones", () => [], /^Serve almeno una zona/, /^At least one zone/],
    ["a point", "zones", shape([12, 44], "Point"), /^Non è un’area \(Point\)/, /^This is no area \(Point\)/],
    ["a shape of words", "zones", shape("all"), /^Questa forma non si riesce/, /^This shape cannot be read/],
    [
      "its own parent",
      "zones",
      first({ properties: { id: "harbour", name: "Harbour", parent: "harbour" } }),
      /di sé stessa/,
      /no part of itself/,
    ],
    [
      "a zone on another",
      "zones",
      (rows) => first({ geometry: rows[1]?.["geometry"] })(rows),
      /^Si sovrappone alla zona «Porto»/,
      /^It overlaps the zone/,
    ],
    [
      "a zone redrawn",
      "zones",
      (rows) => JSON.parse(JSON.stringify(rows).replaceAll("12.26", "12.261")),
      /«Mercato» aveva un’altra forma/,
      /had another shape/,
    ],
    [
      "outline across itself",
      "zones",
      shape([
        [
          [12.2, 44.1],
          [12.3, 44.2],
          [12.3, 44.1],
          [12.2, 44.2],
          [12.2, 44.1],
        ],
      ]),
      /^Il contorno incrocia sé stesso/,
      /crosses itself/,
    ],
    [
      "two points",
      "zones",
      shape([
        [
          [12, 44],
          [12, 44],
        ],
      ]),
      /troppo pochi punti/,
      /too few points/,
    ],
    [
      "no area at all",
      "zones",
      shape([
        [
          [12, 44],
          [12.1, 44],
          [12.2, 44],
          [12, 44],
        ],
      ]),
      /non racchiude nessuna/,
      /encloses no area/,
    ],
    [
      "metres",
      "zones",
      shape([
        [
          [7e5, 4e6],
          [8e5, 4e6],
          [8e5, 5e6],
          [7e5, 4e6],
        ],
      ]),
      /forse è in metri/,
      /perhaps in metres/,
    ],
    ["a service in use, gone", "services", without("night"), /dagli un ultimo giorno/, /give it a last day/],
    ["a need in use, gone", "needs", without("housing"), /segnalo come ritirato/, /mark it as retired/],
  ])("%s", async (...[, part, change, italian, english]) => {
    await town.edit(part, change);
    const [inItalian, inEnglish] = [await town.said("it"), await town.said("en")];
    await town.discard();
    expect(inItalian).toContainEqual(expect.stringMatching(italian));
    expect(inEnglish).toContainEqual(expect.stringMatching(english));
    expect(inItalian.join(" ")).not.toMatch(/\b(is|are|the|not|has)\b/);
  });
});
