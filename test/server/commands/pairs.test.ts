import { expect, test } from "vitest";
import { days } from "../../../server/commands/pairs.ts";

test("the days a file is of are two dates that exist", () => {
  expect(days("2026-09-01..2026-09-30")).toEqual({ from: "2026-09-01", to: "2026-09-30" });
  for (const wrong of [
    "2026-09",
    "2026-09-01..2026-09-31",
    "2026-09-01..",
    "2026-09-01..2026-09-02..2026-09-03",
  ])
    expect(() => days(wrong)).toThrow(`"${wrong}": expected --covers from..to`);
});
