import { expect, test } from "vitest";
import { edgesOf, type PeoplePeriod, peopleIn, peopleWords } from "../../client/peopleWords.ts";
import { startWords, words } from "../../client/words.ts";
import { bandOf } from "../../domain/people.ts";

await startWords("it");

const it = { t: words.getFixedT("it"), lang: "it" as const };
const en = { t: words.getFixedT("en"), lang: "en" as const };

type Place = [zone: string | null, parent: string | null, band: string | null];
const period = (id: string, kind: PeoplePeriod["kind"], places: Place[]): PeoplePeriod => ({
  ...{ id, kind, from: `${id}-01`, to: `${id}-28` },
  people: {
    zone: places.map(([zone]) => zone),
    parent: places.map(([, parent]) => parent),
    band: places.map(([, , band]) => band),
  },
});
const week = period("2026-W19", "week", []);
const month = period("2026-05", "month", [
  ["z1", null, "20-49"],
  ["z2", null, null],
  [null, "north", "100-199"],
  [null, null, "5000+"],
]);
const quarter = period("2026-Q2", "quarter", [
  ["z1", null, "50-99"],
  ["z2", null, "1-4"],
  ["z3", null, null],
]);
const chain = [week, month, quarter];

test("people of a week are those of the finest longer period that tells a band of the place", () => {
  const of = (zone: string | null) => {
    const { band, period: from } = peopleIn(chain, zone);
    return [band, from?.id];
  };
  expect(of("z1")).toEqual(["20-49", "2026-05"]);
  expect(of("z2")).toEqual(["1-4", "2026-Q2"]);
});

test("people of the network are neither those of a zone nor those of a district", () => {
  expect(peopleIn(chain, null)).toMatchObject({ band: "5000+", period: { id: "2026-05" } });
  expect(peopleIn([quarter], null).missing).toBe("no_view");
});

test("what is withheld and what is not published are told apart, and neither is a number", () => {
  const [withheld, none] = [peopleIn(chain, "z3"), peopleIn([week], "z1")];
  expect([withheld.missing, none.missing]).toEqual(["withheld", "no_view"]);
  for (const language of [it, en]) {
    const said = [withheld, none].map((figure) => peopleWords(language, figure));
    expect(new Set(said.map(({ text }) => text)).size).toBe(2);
    for (const { text, why } of said) expect(`${text} ${why}`).not.toMatch(/\d/);
  }
  expect(peopleWords(it, withheld)).toEqual({
    text: "non stimabili",
    why: "poche osservazioni, o uno o due gruppi troppo grandi",
  });
});

test("a band is said with a dash that no spreadsheet reads as a date, the highest one as open", () => {
  expect(peopleWords(it, peopleIn([quarter], "z2"))).toEqual({ text: "1–4", why: null });
  expect(peopleWords(it, peopleIn([month], null)).text).toBe("5000 o più");
  expect(peopleWords(en, peopleIn([month], null)).text).toBe("5,000 or more");
});

test("every band the gate can tell has edges that hold the number it was made of", () => {
  for (const people of [1, 4, 5, 19.5, 20, 999, 5000, 80_000]) {
    const [from, to] = edgesOf(bandOf(people));
    expect(from <= people && people < (to ?? Number.POSITIVE_INFINITY) + 1, String(people)).toBe(true);
  }
});
