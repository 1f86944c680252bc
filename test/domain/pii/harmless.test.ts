import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import en from "../../../client/messages/en.json" with { type: "json" };
import it from "../../../client/messages/it.json" with { type: "json" };
import { refusing } from "../../../domain/pii/personalData.ts";
import { root } from "../../../server/config.ts";

test.each([
  "Unità di Strada “Via delle Stelle”",
  "Progetto “Oltre la Strada”",
  "Centro Sociale “La Marmotta Rossa”",
  "Corso Italia",
  "Piazza Aurelio Saffi",
  "Centro Maria Montessori",
  "Parco Marco Pantani",
  "Rione San Pietro",
  "Santa Lucia",
  "MS Mediazione Sociale",
  "Spazio Giovani 11-14 anni",
  "Turni del 03/12/2025 e del 2026-01-10",
  "uscite_06122025.csv",
  "osservazioni-2026-09-01-103000.csv.gz",
  "06-12 12-18 18-22 22-06",
  "da 100 kg di pasta",
  "Aggiornati i turni d’autunno, confini ISTAT 2023 (CC BY 4.0)",
  "© contributori OpenStreetMap, ODbL 1.0 (dati circa 2014)",
  "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
  "Hotel 24 ore, cartelle e quaderni",
  "Q05-ven-22-01",
  "Zona 3, 12 vie, 1200 abitanti",
  "Via 25 Aprile",
  "Via Giovanni 23°",
  "Rotonda Sandro Pertini",
  "Il 15° piano, 3' a piedi",
  "C4",
  "Q12",
  "B12 vitamina",
  "vitamina b12 e d3",
  "via 25 aprile",
  "fascia 10/12",
  "coperte x3anni",
  "latte x2pers, pane x4volte",
  "da 100 kg, al 150 di via Roma",
  "la 309 ce",
  "ss 309 se si va a Ravenna",
  "nr12345",
  "art. 12, c. 3 e 4",
  "IN 150 2026",
  "ore 18:22:00 e 22:06:00",
  "zona N 3, E 4",
  "da nord a sud, 44 08 20",
  "a mensa @ centro. Ma poi al dormitorio",
  "Facebook del servizio",
  "telegram 2026, instagram h24",
  "rag. Soc. e ing. principale",
  "ing. Via Roma, arch. Storico",
  "dott.ssa o dott., sig.ra o sig.",
  "uscite_06_12_2025_01.csv",
  "osservazioni_2026_09_01_103000.csv",
  "turni 3 4 5 6 7",
  "d.n.a. del 10",
  "e/o, kg/mese, sett./mese, p.m./a.m.",
  "uscite.csv/gz",
  "dal 12 marzo, al 12 maggio della settimana di quartiere nuova",
  "Q01, Q02: 12, Q03 | Q04: 30 A, B 130 C",
])("%s holds nothing of anybody", (text) => {
  expect(refusing(text)).toEqual([]);
});

const cesena = (name: string) => readFileSync(join(root, "data", "cesena", name), "utf8");
const texts = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(texts) : [];
};
const refused = (all: readonly string[]) => [...new Set(all)].filter((text) => refusing(text).length > 0);

test("no name, id or rule of Cesena's services, zones, needs and turns is refused", () => {
  const cells = ["services.csv", "needs.csv", "aims.csv", "schedules.csv"].flatMap((file) =>
    cesena(file).split(/[\n,;]/),
  );
  const { features } = JSON.parse(cesena("zones.geojson"));
  const zones = features.flatMap(({ properties }: { properties: unknown }) => texts(properties));
  expect(refused([...cells, ...zones])).toEqual([]);
});

test("hardly a sentence of the page is refused: an address of the web is, where one is asked for", () => {
  expect(refused([...texts(it), ...texts(en)]).filter((text) => !text.includes("https://"))).toHaveLength(2);
});
