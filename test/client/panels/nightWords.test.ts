import { beforeAll, expect, test } from "vitest";
import { hoursSets, periodSets } from "../../../client/panels/night/hoursSets.ts";
import {
  byRatio,
  finding,
  nightSentence,
  type Place,
  shortFinding,
  zoneSentence,
} from "../../../client/panels/night/nightWords.ts";
import { startWords, words } from "../../../client/words.ts";

beforeAll(() => startWords("it"));

const slots = [
  { id: "mattina", name: "Mattina", from: 6, to: 12 },
  { id: "pomeriggio", name: "Pomeriggio", from: 12, to: 18 },
  { id: "sera", name: "Sera", from: 18, to: 22 },
  { id: "notte", name: "Notte", from: 22, to: 6 },
];
const telling = (chosen = { a: ["mattina", "pomeriggio", "sera"], b: ["notte"] }) => {
  const t = words.t;
  return { t, lang: "it" as const, ...hoursSets({ t, lang: "it" }, slots, chosen) };
};
const plain = { zoneName: (zone: string) => zone, hours: null };
const side = { shown: 20, upTo: 20, variance: 4, hours: 100, rate: 2, upTo10: 2, missing: null };
const place = (zone: string, fields: Partial<Place>): Place => ({
  zone,
  a: side,
  b: side,
  ratio: { ratio: 3.2, low: 2, high: 5, p: 0.001 },
  q: 0.01,
  grade: "almost_certain",
  step: 6,
  ...fields,
});

test("three times more at night is said so, and how surely", () => {
  expect(finding(telling(), place("a", {}))).toBe("3 volte più bisogno di notte, quasi certo");
  const likely = place("a", { grade: "likely", step: 1, ratio: { ratio: 0.45, low: 0.2, high: 1, p: 0.1 } });
  expect(finding(telling(), likely)).toBe("2,2 volte più bisogno di giorno, probabile");
  expect(shortFinding(telling(), likely)).toBe("forse più di giorno");
});

test("why nothing can be said: nobody there, a few hours, figures withheld", () => {
  const none = { ratio: null, q: null, grade: "too_few", step: null } as const;
  const night = (hours: number) =>
    place("a", { ...none, b: { ...side, hours, rate: null, missing: "small" } });
  expect(shortFinding(telling(), night(0))).toBe("0 h di notte");
  expect(shortFinding(telling(), night(4))).toBe("solo 4 h di notte");
  expect(shortFinding(telling(), night(40))).toBe("pochi dati");
});

test("the sentence names both sides and counts what cannot be said", () => {
  const places = [
    place("Ravennate", {}),
    place("Rubicone", { step: 1 }),
    place("Borello", { grade: "too_few", step: null, ratio: null }),
  ];
  expect(nightSentence(telling(), places, plain)).toBe(
    "Di notte c’è più bisogno a <b>Ravennate</b>; di giorno a <b>Rubicone</b>; di una zona non si può dire.",
  );
});

test("Italian puts a d between two a's, and only names of zones are bold", () => {
  const places = [place("Al Mare", {}), place("Dismano", { step: 1 }), place("Borello", { step: 1 })];
  expect(nightSentence(telling(), places, plain)).toBe(
    "Di notte c’è più bisogno ad <b>Al Mare</b>; di giorno a <b>Dismano</b> e <b>Borello</b>.",
  );
});

test("hours that are neither day nor night are called by their slots", () => {
  const { a, b } = telling({ a: ["mattina"], b: ["sera", "notte"] });
  expect([a.name, a.when, a.clock]).toEqual(["Mattina", "nella fascia mattina", "06–12"]);
  expect([b.name, b.when, b.clock]).toEqual(["Sera e notte", "nelle fasce sera e notte", "18–06"]);
});

test("what cannot be said stands last, whatever its rates", () => {
  const rows = [
    place("a", { step: null, ratio: null }),
    place("b", { step: 1, ratio: { ratio: 0.4, low: 0, high: 1, p: 1 } }),
    place("c", {}),
  ];
  expect(byRatio(rows).map(({ zone }) => zone)).toEqual(["c", "b", "a"]);
});

const quarters = {
  before: { kind: "quarter" as const, from: "2026-04-01", to: "2026-06-30" },
  after: { kind: "quarter" as const, from: "2026-07-01", to: "2026-09-30" },
};
const changed = (hours = slots.map(({ id }) => id)) => {
  const base = { t: words.t, lang: "it" as const };
  return { ...base, ...periodSets(base, slots, { hours, ...quarters }) };
};

test("of two periods need has grown or fallen, and how surely", () => {
  expect(finding(changed(), place("a", {}))).toBe("3 volte più bisogno di prima, quasi certo");
  const fell = place("a", { grade: "likely", step: 1, ratio: { ratio: 0.45, low: 0.2, high: 1, p: 0.1 } });
  expect(finding(changed(), fell)).toBe("2,2 volte meno bisogno di prima, probabile");
  expect([shortFinding(changed(), place("a", {})), shortFinding(changed(), fell)]).toEqual([
    "cresciuto",
    "forse calato",
  ]);
});

test("the sentence of two periods names them, and their hours when they are not all", () => {
  const places = [place("Ravennate", {}), place("Rubicone", { step: 1 })];
  expect(nightSentence(changed(), places, plain)).toBe(
    "Da apr–giu 2026 a lug–set 2026 il bisogno è cresciuto a <b>Ravennate</b>, quasi certo; è calato a <b>Rubicone</b>.",
  );
  const nights = { ...plain, hours: "di notte" };
  expect(nightSentence(changed(["notte"]), [], nights)).toBe(
    "Da apr–giu 2026 a lug–set 2026, di notte, nessuna zona mostra un cambiamento sicuro.",
  );
  expect([changed().b.clock, changed(["notte"]).b.clock]).toEqual(["ogni ora", "22–06"]);
});

test("a zone is told with the rates it rests on", () => {
  expect(zoneSentence(telling(), place("a", {}), "Oltre Savio")).toBe(
    "<b>Oltre Savio</b>: 3 volte più bisogno di notte, quasi certo. Ogni 10 ore di presenza: 2,0 di giorno, 2,0 di notte.",
  );
});

test("need seen on one side only has no number of times", () => {
  const only = place("a", { ratio: { ratio: null, low: 3, high: null, p: 0.001 } });
  expect(finding(telling(), only)).toBe("bisogno solo di notte, quasi certo");
});
