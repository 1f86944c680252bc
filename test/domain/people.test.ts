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

const even = { records: 20, people: 60, first: 3, two: 6 };

test("the published count times the mean of the district, in halves", () => {
  expect(peopleBand(12, even, even)).toBe("20-49");
  expect(peopleBand(12, even, { ...even, people: 20 })).toBe("10-19");
  // 1.7 a record counts as 1.5, and so does 1.3: one record more of any size does not move it.
  expect(peopleBand(13, even, { ...even, people: 34 })).toBe(peopleBand(13, even, { ...even, people: 26 }));
});

test("what is withheld, or not known, has no band", () => {
  expect(peopleBand(null, even, even)).toBeNull();
  expect(peopleBand(12, undefined, even)).toBeNull();
  expect(peopleBand(12, even, undefined)).toBeNull();
});

test("a cell in which one record or two hold nearly all of the people has no band", () => {
  expect(peopleBand(12, { ...even, people: 40, first: 20, two: 21 }, even)).toBe("20-49");
  expect(peopleBand(12, { ...even, people: 39, first: 20, two: 21 }, even)).toBeNull();
  expect(peopleBand(12, { ...even, people: 50, first: 20, two: 40 }, even)).toBe("20-49");
  expect(peopleBand(12, { ...even, people: 49, first: 20, two: 40 }, even)).toBeNull();
});
