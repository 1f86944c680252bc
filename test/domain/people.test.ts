import { expect, test } from "vitest";
import { bandOf, peopleBand } from "../../domain/people.ts";

test("a number of people is told by its band alone", () => {
  expect([1, 4, 5, 9.5, 10, 49.9, 50, 199, 200, 4999, 5000, 9e6].map(bandOf)).toEqual([
    ...["1-4", "1-4", "5-9", "5-9", "10-19", "20-49", "50-99", "100-199"],
    ...["200-499", "2000-4999", "5000+", "5000+"],
  ]);
  expect(() => bandOf(0)).toThrow("people: 0");
  expect(() => bandOf(Number.NaN)).toThrow("people: NaN");
});

const even = { records: 20, people: 60, first: 3, two: 6, shown: true };

test("the published count times the mean of the district, in halves", () => {
  expect(peopleBand(12, even, even)).toBe("20-49");
  expect(peopleBand(12, even, { ...even, people: 20, first: 1, two: 2 })).toBe("10-19");
  // 1.7 a record counts as 1.5.
  expect(peopleBand(13, even, { ...even, people: 34 })).toBe(peopleBand(13, even, { ...even, people: 30 }));
});

test("what is withheld, or not known, has no band, nor has it where the district is withheld", () => {
  expect(peopleBand(null, even, even)).toBeNull();
  expect(peopleBand(12, undefined, even)).toBeNull();
  expect(peopleBand(12, even, undefined)).toBeNull();
  expect(peopleBand(12, even, { ...even, shown: false })).toBeNull();
});

test("a place in which one record or two may hold nearly all of the people has no band, nor has any of its zones", () => {
  const told = (people: number, first: number, two: number) => {
    const place = { ...even, records: 200, people, first, two };
    const calm = { ...even, records: 200, people: 200, first: 1, two: 2 };
    return [peopleBand(12, place, calm), peopleBand(12, calm, place)].map((band) => band !== null);
  };
  // 20+ may be sixty: the others must be sixty at least, though twenty be told of a second like it.
  expect(told(80, 20, 21)).toEqual([true, true]);
  expect(told(79, 20, 21)).toEqual([false, false]);
  expect(told(80, 20, 40)).toEqual([true, true]);
  expect(told(79, 20, 40)).toEqual([false, false]);
  expect(told(36.5, 14.5, 29)).toEqual([true, true]);
  expect(told(36, 14.5, 29)).toEqual([false, false]);
});

test("where one record more or less moves the mean to another half, no band is told by it", () => {
  const singles = (n: number) => ({ records: n, people: n, first: 1, two: 2, shown: true });
  const joined = (n: number) => ({ records: n + 1, people: n + 20, first: 20, two: 21, shown: true });
  // 80 people of 61 records are 1.31 a record, told as 1.5: without the group of 20 it is 1.
  expect(peopleBand(15, singles(60), joined(60))).toBeNull();
  expect(peopleBand(15, singles(60), singles(60))).toBe("10-19");
  expect(peopleBand(15, singles(200), joined(200))).toBe("10-19");
});
