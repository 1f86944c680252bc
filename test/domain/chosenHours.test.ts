import { expect, test } from "vitest";
import {
  formatSegments,
  hoursAt,
  hoursFacts,
  occasionsOf,
  parseSegments,
  placesOf,
  type Repeat,
  runsOf,
  segmentsOf,
  stretchesOf,
} from "../../domain/chosenHours.ts";

const placed = (text: string) => placesOf(stretchesOf(parseSegments(text), 6), "once");

test("Friday 22–24 is written as it is read", () => {
  expect(parseSegments("fri-22-24")).toEqual([{ day: 4, from: 22, to: 24 }]);
  for (const text of ["fri-22-24", "fri-22-02", "mon-06-06", "sat-06-10,sun-00-03"]) {
    expect(formatSegments(parseSegments(text))).toBe(text);
  }
});

test("hours that name nothing are refused, quoting them", () => {
  for (const text of ["", "ven-22-24", "fri-24-25", "fri-22", "fri-22-24,x"]) {
    expect(() => parseSegments(text)).toThrow(RangeError);
  }
  expect(() => parseSegments("fri-22-24,bad")).toThrow('"bad"');
});

test("Friday night reaches into Saturday's calendar hours and stays Friday", () => {
  const places = placed("fri-22-02");
  expect(places).toEqual([112, 113, 114, 115]);
  expect(hoursAt(places, 6)).toEqual([4 * 24 + 22, 4 * 24 + 23, 5 * 24, 5 * 24 + 1]);
});

test("Sunday night wraps to the first hours of the calendar week", () => {
  expect(hoursAt(placed("sun-22-06"), 6)).toEqual([166, 167, 0, 1, 2, 3, 4, 5]);
});

test("the whole day is 24 hours from 06 to 06", () => {
  expect(placed("wed-06-06")).toHaveLength(24);
  expect(segmentsOf({ from: 48, to: 72 }, 6)).toEqual([{ day: 2, from: 6, to: 6 }]);
});

test("a stretch over the end of a day is cut into days and comes back whole", () => {
  const segments = segmentsOf({ from: 112, to: 126 }, 6);
  expect(formatSegments(segments)).toBe("fri-22-06,sat-06-12");
  expect(runsOf(placesOf(stretchesOf(segments, 6), "once"))).toEqual([{ from: 112, to: 126 }]);
});

test("every stretch within the week round-trips through the address", () => {
  for (let from = 0; from < 168; from += 5) {
    for (let to = from + 1; to <= 168; to += 7) {
      const text = formatSegments(segmentsOf({ from, to }, 6));
      expect(runsOf(placed(text))).toEqual([{ from, to }]);
    }
  }
});

test("repeats stand on weekdays or on every day", () => {
  const stretch = [{ from: 112, to: 114 }];
  expect(placesOf(stretch, "weekdays")).toEqual([16, 17, 40, 41, 64, 65, 88, 89, 112, 113]);
  expect(placesOf(stretch, "daily")).toHaveLength(14);
  expect(placesOf([], "once")).toHaveLength(168);
});

test("facts tell a week, days with the same hours, a span and a mixture apart", () => {
  expect(hoursFacts(placesOf([], "once"), 6)).toEqual({ kind: "week" });
  expect(hoursFacts(placed("fri-22-24"), 6)).toMatchObject({
    kind: "days",
    days: [4],
    from: 22,
    to: 24,
    late: false,
  });
  expect(hoursFacts(placed("fri-00-02"), 6)).toMatchObject({ kind: "days", days: [4], late: true });
  expect(hoursFacts(placed("fri-22-06,sat-06-10"), 6)).toEqual({
    kind: "span",
    from: { day: 4, hour: 22 },
    to: { day: 5, hour: 10 },
  });
  expect(hoursFacts(placed("mon-09-11,wed-15-16"), 6)).toEqual({ kind: "mixed", hours: 3 });
});

test("hours that repeat are as many occasions as days; one stretch, the week and a mixture are one", () => {
  const count = (text: string, repeat: Repeat = "once") =>
    occasionsOf(placesOf(text ? stretchesOf(parseSegments(text), 6) : [], repeat), repeat).length;
  expect([count("mon-22-06", "daily"), count("mon-22-06", "weekdays"), count("sat-09-12,sun-09-12")]).toEqual(
    [7, 5, 2],
  );
  expect([count("fri-22-24"), count("fri-22-06,sat-06-10"), count("")]).toEqual([1, 1, 1]);
  expect([count("mon-09-11,wed-15-16"), count("mon-06-06", "daily")]).toEqual([1, 1]);
});
