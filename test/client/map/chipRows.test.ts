import { expect, test } from "vitest";
import { badgeSprites, chipRows } from "../../../client/map/chipRows.ts";
import type { ZoneMark } from "../../../client/map/ZoneMark.ts";

const mark = (level: ZoneMark["level"], seen: string[] = [], rare: string[] = []): ZoneMark => ({
  zone: "harbour",
  level,
  seen,
  rare,
});
const services = (n: number) => Array.from({ length: n }, (_, i) => `s${i}`);

test("nobody, and we know it, is a word; not knowing is another", () => {
  expect(chipRows(mark(0))).toEqual([["word:none"]]);
  expect(chipRows(mark(null))).toEqual([["word:unknown"]]);
});

test("a zone still loading says nothing", () => {
  expect(chipRows(undefined)).toEqual([]);
});

test("services rarely seen come after those seen, dashed, and stand instead of the word", () => {
  expect(chipRows(mark(1, ["police"], ["youth"]))).toEqual([["chip:police", "rare:youth"]]);
  expect(chipRows(mark(0, [], ["youth"]))).toEqual([["rare:youth"]]);
});

test("four chips make one row, five make rows of three", () => {
  expect(chipRows(mark(4, services(4))).map((row) => row.length)).toEqual([4]);
  expect(chipRows(mark(4, services(5))).map((row) => row.length)).toEqual([3, 2]);
});

test("beyond eight the rest is counted", () => {
  const rows = chipRows(mark(4, services(11)));
  expect(rows.map((row) => row.length)).toEqual([3, 3, 3]);
  expect(rows.at(-1)?.at(-1)).toBe("more:3");
});

test("what is new of its places in a list stands under the figure, by number where there are several", () => {
  const figure = { text: "solitudine ×2", face: "strong", gap: false, badge: null } as const;
  const badge = (text: string, fresh?: string) => ({
    text,
    filled: true,
    ink: true,
    ...(fresh ? { fresh } : {}),
  });
  const rows = (...badges: ReturnType<typeof badge>[]) => chipRows({ ...mark(2), figure, badges });
  expect(rows(badge("1", "nuovo"))).toEqual([["figure:strong:solitudine ×2"], ["figure:unknown:nuovo"]]);
  expect(rows(badge("1"), badge("3", "cresciuto")).at(-1)).toEqual(["figure:unknown:3 cresciuto"]);
  expect(rows(badge("1"))).toHaveLength(1);
  expect(badgeSprites({ ...mark(2), badges: [badge("1", "nuovo"), badge("2")] })).toEqual([
    "badge:fresh:1",
    "badge:ink:2",
  ]);
});
